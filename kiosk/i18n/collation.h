// The order of words in a language, and the letters under which a reader looks for them (CLDR, ICU's AlphabeticIndex).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::i18n {

// The first of the tag and its fallback chain that ICU has data for and that is written in the tag's script; "root"
// when there is none. fit -> fi.
std::string collation_locale(std::string_view tag, std::string_view script, const std::vector<std::string>& chain);

// Texts under their letters, in the language's order.
struct LetterGroup {
  std::string letter;              // "Å"; "…" for what is under no letter of the language
  std::vector<std::size_t> texts;  // indices into the given texts, in order
};
std::vector<LetterGroup> by_letter(const std::vector<std::string>& texts, std::string_view locale);

}  // namespace kiosk::i18n
