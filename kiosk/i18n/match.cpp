#include "i18n/match.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kiosk::i18n {

std::string fold_for_match(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString given = icu::UnicodeString::fromUTF8(text);
  const icu::UnicodeString composed = U_SUCCESS(status) ? nfc->normalize(given, status) : given;
  icu::UnicodeString folded;
  bool space = false;
  for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const UChar32 c = composed.char32At(i);
    if (u_hasBinaryProperty(c, UCHAR_WHITE_SPACE)) {
      space = !folded.isEmpty();
    } else if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
      if (space) folded.append(u' ');
      space = false;
      folded.append(c);
    }
  }
  std::string out;
  folded.toUTF8String(out);
  return out;
}

}  // namespace kiosk::i18n
