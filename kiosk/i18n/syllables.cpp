#include "i18n/syllables.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace kiosk::i18n {

namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_syllable(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return u_isalpha(c) && uscript_getScript(c, &status) == USCRIPT_ETHIOPIC && c <= 0x1357;
}

// Ethiopic syllables stand in rows of eight, a row for each consonant; labialised consonants have rows of their own.
constexpr UChar32 kRow = 8;
UChar32 row_of(UChar32 c) { return c / kRow * kRow; }
bool same_consonant(UChar32 a, UChar32 b) { return is_syllable(a) && is_syllable(b) && row_of(a) == row_of(b); }

UChar32 last_of(const icu::UnicodeString& text) { return text.isEmpty() ? 0 : text.char32At(text.length() - 1); }

}  // namespace

std::vector<std::string> forms_of_last(std::string_view text) {
  const icu::UnicodeString typed = utf16(text);
  const UChar32 last = last_of(typed);
  std::vector<std::string> forms;
  if (!is_syllable(last)) return forms;
  for (UChar32 c = row_of(last) + 1; c < row_of(last) + kRow; ++c)
    if (is_syllable(c)) forms.push_back(utf8(icu::UnicodeString(c)));
  return forms;
}

std::string type_letter(std::string_view text, std::string_view letter) {
  icu::UnicodeString typed = utf16(text);
  const icu::UnicodeString added = utf16(letter);
  const UChar32 next = added.isEmpty() ? 0 : added.char32At(0);
  if (same_consonant(last_of(typed), next) && next != row_of(next))
    typed.truncate(typed.moveIndex32(typed.length(), -1));
  typed.append(added);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  return utf8(U_SUCCESS(status) ? nfc->normalize(typed, status) : typed);
}

std::string without_last(std::string_view text) {
  icu::UnicodeString typed = utf16(text);
  if (!typed.isEmpty()) typed.truncate(typed.moveIndex32(typed.length(), -1));
  return utf8(typed);
}

std::string first_letters(std::string_view text, std::size_t most_characters) {
  icu::UnicodeString typed = utf16(text);
  const auto most = static_cast<std::int32_t>(most_characters);
  if (typed.countChar32() > most) typed.truncate(typed.moveIndex32(0, most));
  return utf8(typed);
}

std::string key_label(std::string_view key) {
  const icu::UnicodeString text = utf16(key);
  const bool mark = !text.isEmpty() && (U_GET_GC_MASK(text.char32At(0)) & U_GC_M_MASK) != 0;
  return (mark ? "\u25CC" : "") + std::string(key);
}

int first_digit(std::string_view key) {
  const icu::UnicodeString text = utf16(key);
  return text.isEmpty() ? -1 : u_charDigitValue(text.char32At(0));
}

}  // namespace kiosk::i18n
