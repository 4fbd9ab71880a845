#include "text/house_breaks.h"

#include <algorithm>

namespace kiosk::text {

namespace {

constexpr std::uint32_t kMostDigits = 15;  // of a phone number (E.164)

class HouseRules {
 public:
  HouseRules(const Utf16Text& text, Marks& marks) : text_(text), marks_(marks) {}

  // After white space, and after a hyphen that ICU breaks at; nowhere else.
  void korean_at_spaces(bool whole_text) {
    for (std::uint32_t i = 1; i < text_.size(); ++i) {
      const bool korean = whole_text || ((text_.traits[i - 1] | text_.traits[i]) & kHangul);
      if (korean && !(text_.traits[i - 1] & kTrailingSpace) && !is_hyphen(text_.units[i - 1])) demote(i);
    }
  }

  void numbers() {
    for (std::uint32_t i = 0; i < text_.size();) {
      if (!(text_.traits[i] & kDigit)) {
        ++i;
        continue;
      }
      const std::uint32_t end = std::max(end_of_number(i), end_of_date(i));
      keep_whole(i > 0 && is_prefix(text_.units[i - 1]) ? i - 1 : i, end);
      i = end;
    }
  }

  // A word with "://", "www." or "@" in it, from white space to white space.
  void addresses() {
    for (std::uint32_t start = 0; start < text_.size();) {
      std::uint32_t end = start;
      while (end < text_.size() && !(text_.traits[end] & (kTrailingSpace | kLineSeparator))) ++end;
      const std::u16string_view word = std::u16string_view(text_.units).substr(start, end - start);
      const bool address = word.find(u"://") != word.npos || word.find(u"www.") != word.npos || is_mail(word);
      if (address) keep_whole(start, end);
      start = end + 1;
    }
  }

 private:
  static bool is_hyphen(char16_t c) { return c == '-' || c == 0x00AD || (c >= 0x2010 && c <= 0x2014) || c == '/'; }
  static bool is_prefix(char16_t c) { return c == '+' || c == '('; }
  static bool is_joint(char16_t c) {
    return c == ' ' || c == 0x00A0 || c == 0x202F || c == '-' || c == '/' || c == '.' || c == ':' || c == '(' ||
           c == ')' || (c >= 0x2010 && c <= 0x2013);
  }
  static bool is_mail(std::u16string_view word) {
    const std::size_t at = word.find('@');
    return at != word.npos && at > 0 && word.find('.', at) != word.npos;
  }

  bool is_digit(std::uint32_t unit) const { return unit < text_.size() && (text_.traits[unit] & kDigit); }

  // Digit groups with at most two joints between them ("08-123 45 67", "+46 (0)8", "2026-11-22", "08:00–16:30").
  std::uint32_t end_of_number(std::uint32_t start) const {
    std::uint32_t end = start, digits = 0;
    for (std::uint32_t i = start; i < text_.size();) {
      while (is_digit(i)) ++i, ++digits;
      if (digits > kMostDigits && end > start) break;
      end = i;
      std::uint32_t next = i;
      while (next < text_.size() && next < i + 2 && is_joint(text_.units[next])) ++next;
      if (next == i || !is_digit(next)) break;
      i = next;
    }
    return end;
  }

  // "22 november 2026", "22. marraskuuta 2026": day, one word, a year of four digits.
  std::uint32_t end_of_date(std::uint32_t start) const {
    std::uint32_t i = start;
    while (is_digit(i)) ++i;
    if (i - start > 2) return start;
    if (i < text_.size() && text_.units[i] == '.') ++i;
    if (i >= text_.size() || !is_space(i++)) return start;
    const std::uint32_t word = i;
    while (i < text_.size() && (text_.traits[i] & (kLetter | kMark))) ++i;
    if (i == word || i - word > 20 || i >= text_.size() || !is_space(i++)) return start;
    const std::uint32_t year = i;
    while (is_digit(i)) ++i;
    return i - year == 4 ? i : start;
  }

  bool is_space(std::uint32_t unit) const { return text_.units[unit] == ' ' || text_.units[unit] == 0x00A0; }

  void keep_whole(std::uint32_t start, std::uint32_t end) {
    for (std::uint32_t i = start + 1; i < end; ++i) demote(i);
  }

  void demote(std::uint32_t unit) {
    if ((marks_[unit] & kBreakBefore) && !(marks_[unit] & kMustBreak))
      marks_[unit] = static_cast<std::uint8_t>((marks_[unit] & ~kBreakBefore) | kLastResort);
  }

  const Utf16Text& text_;
  Marks& marks_;
};

}  // namespace

bool is_language(std::string_view tag, std::string_view primary) {
  return tag.starts_with(primary) && (tag.size() == primary.size() || tag[primary.size()] == '-');
}

void apply_house_rules(const Utf16Text& text, const std::string& language, Marks& marks) {
  HouseRules rules(text, marks);
  const bool korean = is_language(language, "ko");
  if (korean || (text.all_traits & kHangul)) rules.korean_at_spaces(korean);
  if (text.all_traits & kDigit) rules.numbers();
  rules.addresses();
}

}  // namespace kiosk::text
