#include "numbers.h"

#include <algorithm>

#include "base/utf8.h"
#include "i18n/character.h"

namespace kiosk::tool {
namespace {

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    out.push_back(d.character);
    i += d.length;
  }
  return out;
}

bool groups_thousands(char32_t c) {
  constexpr std::u32string_view kSeparators = U" \u00A0\u202F\u2009,.'\u2019\u066C\u060C";
  return kSeparators.find(c) != std::u32string_view::npos;
}

}  // namespace

std::vector<std::string> numbers_in(std::string_view text) {
  const std::vector<char32_t> characters = characters_of(text);
  const auto is_digit = [&](std::size_t i) { return i < characters.size() && i18n::digit_value(characters[i]) >= 0; };
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < characters.size();) {
    if (!is_digit(i)) {
      ++i;
      continue;
    }
    std::string number;
    const auto take_digits = [&] {
      for (; is_digit(i); ++i) number += static_cast<char>('0' + i18n::digit_value(characters[i]));
    };
    take_digits();
    const bool may_group = number.size() <= 3;
    const auto thousands_follow = [&] {
      return i < characters.size() && groups_thousands(characters[i]) && is_digit(i + 1) && is_digit(i + 2) &&
             is_digit(i + 3) && !is_digit(i + 4);
    };
    while (may_group && thousands_follow()) {
      ++i;
      take_digits();
    }
    number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
    numbers.push_back(std::move(number));
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace kiosk::tool
