#include "text/line_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include <memory>
#include <string_view>

#include "base/check.h"
#include "base/lru_cache.h"
#include "text/house_breaks.h"

namespace kiosk::text {

namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using IteratorPointer = std::unique_ptr<UBreakIterator, CloseIterator>;

constexpr std::size_t kMostLanguages = 64;

// ICU's locale of a tag; tags that ICU cannot read have the root's rules.
std::string locale_of(const std::string& language, BreakRules rules) {
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length = uloc_forLanguageTag(language.c_str(), locale, sizeof locale, nullptr, &error);
  if (U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING || length <= 0) return "root";
  if (rules == BreakRules::kPlain || !is_language(language, "ja")) return locale;
  const std::string_view read(locale);
  return std::string(read) + (read.find('@') == read.npos ? "@" : ";") + "lw=phrase";
}

// Opening reads the rules from ICU's data; setting a text is cheap.
using Iterators = LruCache<std::string, IteratorPointer>;
Iterators& known_iterators(BreakRules rules) {
  thread_local Iterators plain(kMostLanguages), house(kMostLanguages);
  return rules == BreakRules::kHouse ? house : plain;
}

UBreakIterator* line_iterator(const std::string& language, BreakRules rules) {
  Iterators& iterators = known_iterators(rules);
  if (IteratorPointer* known = iterators.find(language)) return known->get();
  const std::string locale = locale_of(language, rules);
  UErrorCode error = U_ZERO_ERROR;
  IteratorPointer iterator(ubrk_open(UBRK_LINE, locale.c_str(), nullptr, 0, &error));
  KIOSK_CHECK(U_SUCCESS(error));
  return iterators.put(language, std::move(iterator)).get();
}

}  // namespace

void forget_line_iterators() {
  for (const BreakRules rules : {BreakRules::kPlain, BreakRules::kHouse}) known_iterators(rules).clear();
}

void mark_breaks(const Utf16Text& text, const std::string& language, BreakRules rules, Marks& marks) {
  UBreakIterator* const iterator = line_iterator(language, rules);
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(iterator, text.units.data(), static_cast<std::int32_t>(text.size()), &error);
  KIOSK_CHECK(U_SUCCESS(error));
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    const auto unit = static_cast<std::uint32_t>(at);
    marks[unit] |= kBreakBefore;
    if (text.traits[unit - 1] & kLineSeparator) marks[unit] |= kMustBreak;
  }
  if (rules == BreakRules::kHouse) apply_house_rules(text, language, marks);
  marks[text.size()] |= kBreakBefore;
}

}  // namespace kiosk::text
