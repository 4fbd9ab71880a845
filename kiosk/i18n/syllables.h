// Scripts whose letter is a consonant in one of several forms (Ethiopic): on a keyboard the consonant is a key, and its
// other forms are offered once it is typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::i18n {

// The forms that the text's last letter can be changed to, without itself; none in other scripts.
std::vector<std::string> forms_of_last(std::string_view text);

// The text after a key: the letter stands in the place of the last one where it is another form of it, unless it is the
// consonant's first form (which begins a new letter); else it is added. In NFC.
std::string type_letter(std::string_view text, std::string_view letter);

// The text without its last character: a letter, or the last sign on it.
std::string without_last(std::string_view text);

// At most so many characters.
std::string first_letters(std::string_view text, std::size_t most_characters);

// What is drawn on a key: a sign that stands on a letter comes with a dotted circle.
std::string key_label(std::string_view key);

// The value of the key's first character if it is a digit of any script, else -1.
int first_digit(std::string_view key);

}  // namespace kiosk::i18n
