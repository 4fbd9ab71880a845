#include "i18n/character.h"

#include <unicode/uchar.h>

namespace kiosk::i18n {

bool is_letter(char32_t character) { return u_isalpha(static_cast<UChar32>(character)); }

bool is_upper_case(char32_t character) { return u_isupper(static_cast<UChar32>(character)); }

char32_t to_lower_case(char32_t character) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(character))); }

int digit_value(char32_t character) { return u_charDigitValue(static_cast<UChar32>(character)); }

bool needs_glyph(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  return !u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !u_isUWhiteSpace(code) && !u_iscntrl(code);
}

int columns_of(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace kiosk::i18n
