// UTF-8 into the UTF-16 that ICU and HarfBuzz work on, with the way back: the byte at which each unit's character
// starts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/character.h"

namespace kiosk::text {

struct Utf16Text {
  std::u16string units;
  std::vector<Traits> traits;        // per unit; the second unit of a surrogate pair repeats the first's
  std::vector<std::uint32_t> bytes;  // per unit and one for the end; empty when the text is ASCII (identity)
  Traits all_traits = 0;             // flags that any character has

  std::uint32_t size() const { return static_cast<std::uint32_t>(units.size()); }
  std::uint32_t byte_at(std::uint32_t unit) const { return bytes.empty() ? unit : bytes[unit]; }
  // The unit whose character holds this byte; size() at the end.
  std::uint32_t unit_at(std::uint32_t byte) const;
  char32_t character_at(std::uint32_t unit) const;  // at the first unit of a character
};

// Nothing when `utf8` is not valid UTF-8.
std::optional<Utf16Text> transcode(std::string_view utf8);

inline bool is_trail_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }
inline bool is_lead_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xD800; }

}  // namespace kiosk::text
