// What hosts and staff read, in Swedish or English: they work here, so these words are not among the fifty languages.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::ui {

// The key itself when there is no such word. English for "en", Swedish for all else.
std::string staff_words(std::string_view key, std::string_view language);
// "sv" or "en": which of the two a screen in this language uses.
std::string staff_language(std::string_view language);

}  // namespace kiosk::ui
