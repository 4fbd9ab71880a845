#include "term_words.h"

#include <utility>

#include "base/utf8.h"
#include "i18n/character.h"

namespace kiosk::tool {

std::string lower_case(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    append_utf8(out, i18n::to_lower_case(d.character));
    i += d.length;
  }
  return out;
}

std::vector<std::string> ways_to_say(std::string_view term) {
  std::vector<std::string> ways;
  std::string way;
  const auto finish = [&] {
    while (way.ends_with(' ')) way.pop_back();
    way.erase(0, way.find_first_not_of(' '));
    if (!way.empty()) ways.push_back(std::exchange(way, {}));
  };
  for (std::size_t i = 0; i < term.size();) {
    const Decoded d = decode_utf8(term, i);
    constexpr std::u32string_view kBetween = U"()（）/,،、;";
    if (kBetween.find(d.character) != std::u32string_view::npos)
      finish();
    else
      way += term.substr(i, d.length);
    i += d.length;
  }
  finish();
  return ways;
}

}  // namespace kiosk::tool
