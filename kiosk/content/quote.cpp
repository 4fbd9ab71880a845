#include "content/quote.h"

#include "base/utf8.h"

namespace kiosk::content {

std::string quote(std::string_view text) {
  constexpr std::size_t kMostCharacters = 60;
  std::size_t end = 0;
  for (std::size_t n = 0; n < kMostCharacters && end < text.size(); ++n) end += decode_utf8(text, end).length;
  const std::string_view shown = text.substr(0, end);
  return "'" + std::string(shown) + (end < text.size() ? "…'" : "'");
}

}  // namespace kiosk::content
