// Warnings about a translation's letters and its last mark: another script than the language's, letters the language
// does not have, letters of another script that look the same, a question that ends as a statement.
#pragma once

#include <string>

#include "content/tree.h"
#include "i18n/language_letters.h"
#include "unit_check.h"

namespace kiosk::tool {

class LetterCheck {
 public:
  explicit LetterCheck(const content::Language& language);

  std::vector<UnitFinding> check(const Unit& unit, std::string_view text) const;

 private:
  std::string tag_, script_;
  i18n::LanguageLetters letters_;
  bool no_end_marks_ = false;  // the script does not write full stops and question marks
};

}  // namespace kiosk::tool
