// Warnings about a translation's letters and its last mark: another script than the language's, letters the language
// does not have, letters of another script that look the same, a question that ends as a statement.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "content/tree.h"
#include "unit_check.h"

namespace kiosk::tool {

class LetterCheck {
 public:
  explicit LetterCheck(const content::Language& language);
  ~LetterCheck();
  LetterCheck(LetterCheck&&) noexcept;

  std::vector<UnitFinding> check(const Unit& unit, std::string_view text) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::tool
