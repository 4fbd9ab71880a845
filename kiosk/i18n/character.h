// What checks and file writers ask of one character (ICU's Unicode data). The typesetter's own table is
// text/character.h.
#pragma once

namespace kiosk::i18n {

bool is_letter(char32_t character);
bool is_upper_case(char32_t character);
char32_t to_lower_case(char32_t character);  // simple mapping; language rules such as the Turkish i are not applied

// 0-9 for a decimal digit of any script, -1 for all else.
int digit_value(char32_t character);

// False for white space, controls and characters that are invisible by nature (joiners, bidi controls): a text with
// them is whole although no font has them.
bool needs_glyph(char32_t character);

// In a terminal or an editor with fixed columns: 0 for marks and controls, 2 for wide East Asian characters, else 1.
int columns_of(char32_t character);

}  // namespace kiosk::i18n
