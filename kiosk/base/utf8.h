// UTF-8 without Unicode properties: decoding, validation, counting. Properties are ICU's, in text/ and i18n/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk {

// Offset of the first byte that is not valid UTF-8 (RFC 3629: no surrogates, no overlong forms), npos if all is well.
std::size_t find_invalid_utf8(std::string_view text);

// The character at `offset` and its length in bytes; an invalid byte is U+FFFD of length 1. `offset` < text.size().
struct Decoded {
  char32_t character;
  std::size_t length;
};
Decoded decode_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t character);

// Characters (code points) in a valid text.
std::size_t count_characters(std::string_view text);

}  // namespace kiosk
