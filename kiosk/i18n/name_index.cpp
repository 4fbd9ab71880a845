#include "i18n/name_index.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <numeric>

namespace kiosk::i18n {

namespace {

// Letters and blanks alone: folded, decomposed, no marks.
icu::UnicodeString letters_of(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString given = icu::UnicodeString::fromUTF8(text);
  given.foldCase();
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString decomposed = U_SUCCESS(status) ? nfkd->normalize(given, status) : given;
  icu::UnicodeString out;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_isalnum(c))
      out.append(c);
    else if ((u_isUWhiteSpace(c) || u_ispunct(c)) && !out.isEmpty() && !out.endsWith(u" ", 1))
      out.append(u' ');
  }
  return out.trim();
}

}  // namespace

std::vector<std::size_t> in_root_order(const std::vector<std::string>& names) {
  std::vector<std::size_t> order(names.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale::getRoot(), status));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (U_FAILURE(status)) return names[a] < names[b];
    UErrorCode compared = U_ZERO_ERROR;
    return collator->compareUTF8(names[a], names[b], compared) == UCOL_LESS;
  });
  return order;
}

std::string initial_of(std::string_view name) {
  const icu::UnicodeString letters = letters_of(name);
  std::string out;
  if (letters.isEmpty()) return out;
  const UChar32 first = letters.char32At(0);
  const UChar32 capital = u_toupper(first);
  // Georgian's capitals are for whole headlines alone.
  icu::UnicodeString(u_hasBinaryProperty(first, UCHAR_CHANGES_WHEN_TITLECASED) ? capital : first).toUTF8String(out);
  return out;
}

bool begins_a_word(std::string_view name, std::string_view typed) {
  const icu::UnicodeString wanted = letters_of(typed);
  if (wanted.isEmpty()) return true;
  icu::UnicodeString words = letters_of(name);
  words.insert(0, u' ');
  return words.indexOf(icu::UnicodeString(u' ') + wanted) >= 0;
}

}  // namespace kiosk::i18n
