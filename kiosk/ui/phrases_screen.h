// What the phrases screen and its actions agree on.
#pragma once

#include <string>

#include "content/tree.h"

namespace kiosk::ui {

// nullptr when there is no phrase of this id.
const content::Phrase* find_phrase(const content::Phrases& phrases, const std::string& id);

// The staff's answer as Answers::chosen["phrase:ID"] keeps it: "yes", "number:17", "date:2026-03-02". A kind that takes
// a value and has none yet is being entered.
struct StaffAnswer {
  std::string kind;  // yes | no | wait | number | date; empty = none
  std::string value;
};
StaffAnswer parse_answer(const std::string& chosen);
inline constexpr std::size_t kMostDigits = 6;

}  // namespace kiosk::ui
