#include "i18n/collation.h"

#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/tblcoll.h>
#include <unicode/uloc.h>
#include <unicode/uniset.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>

#include "i18n/locale.h"

namespace kiosk::i18n {

namespace {

bool icu_has(const std::string& locale) {
  static const std::set<std::string> known = [] {
    std::set<std::string> languages;
    for (std::int32_t i = 0; i < uloc_countAvailable(); ++i)
      languages.insert(icu::Locale(uloc_getAvailable(i)).getLanguage());
    return languages;
  }();
  return known.contains(icu::Locale(locale.c_str()).getLanguage());
}

std::unique_ptr<icu::RuleBasedCollator> rules_of(std::string_view locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale(std::string(locale).c_str()), status));
  auto* rules = U_SUCCESS(status) ? dynamic_cast<icu::RuleBasedCollator*>(collator.get()) : nullptr;
  if (rules != nullptr) (void)collator.release();
  return std::unique_ptr<icu::RuleBasedCollator>(rules);
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// Script has no letters in the locale's alphabet: the texts' own first letters.
icu::UnicodeSet first_letters(const std::vector<icu::UnicodeString>& texts) {
  icu::UnicodeSet letters;
  for (const icu::UnicodeString& text : texts)
    if (!text.isEmpty()) letters.add(text.char32At(0));
  return letters;
}

std::vector<LetterGroup> groups(icu::AlphabeticIndex& index, const std::vector<icu::UnicodeString>& texts) {
  UErrorCode status = U_ZERO_ERROR;
  for (std::size_t i = 0; i < texts.size(); ++i) index.addRecord(texts[i], reinterpret_cast<void*>(i + 1), status);
  std::vector<LetterGroup> found;
  index.resetBucketIterator(status);
  while (U_SUCCESS(status) && index.nextBucket(status)) {
    if (index.getBucketRecordCount() == 0) continue;
    const bool letter = index.getBucketLabelType() == U_ALPHAINDEX_NORMAL;
    LetterGroup& group = found.emplace_back(LetterGroup{letter ? utf8(index.getBucketLabel()) : "…", {}});
    while (index.nextRecord(status)) group.texts.push_back(reinterpret_cast<std::uintptr_t>(index.getRecordData()) - 1);
  }
  // What stands before the alphabet and what stands after it is one group, the last.
  std::vector<LetterGroup> joined;
  LetterGroup rest{"…", {}};
  for (LetterGroup& group : found) {
    if (group.letter == rest.letter)
      rest.texts.insert(rest.texts.end(), group.texts.begin(), group.texts.end());
    else
      joined.push_back(std::move(group));
  }
  if (!rest.texts.empty()) joined.push_back(std::move(rest));
  return joined;
}

}  // namespace

std::string collation_locale(std::string_view tag, std::string_view script, const std::vector<std::string>& chain) {
  const std::string own = normalise_tag(tag);
  if (icu_has(own)) return own;
  for (const std::string& next : chain) {
    const std::string locale = normalise_tag(next);
    if (script_of(next) == script && icu_has(locale)) return locale;
  }
  return "root";
}

std::vector<LetterGroup> by_letter(const std::vector<std::string>& texts, std::string_view locale) {
  std::vector<icu::UnicodeString> names;
  names.reserve(texts.size());
  for (const std::string& text : texts) names.push_back(icu::UnicodeString::fromUTF8(text));
  UErrorCode status = U_ZERO_ERROR;
  const auto make = [&](bool own_letters) {
    std::unique_ptr<icu::AlphabeticIndex> index;
    if (!own_letters) {
      index = std::make_unique<icu::AlphabeticIndex>(icu::Locale(std::string(locale).c_str()), status);
    } else if (auto rules = rules_of(locale)) {
      index = std::make_unique<icu::AlphabeticIndex>(rules.release(), status);
      index->addLabels(first_letters(names), status);
    }
    return index && U_SUCCESS(status) ? groups(*index, names) : std::vector<LetterGroup>{};
  };
  std::vector<LetterGroup> found = make(false);
  const bool some = !found.empty() && found.back().letter == "…";
  if (found.empty() || (some && found.back().texts.size() * 2 > texts.size())) {
    status = U_ZERO_ERROR;
    std::vector<LetterGroup> own = make(true);
    if (!own.empty()) return own;
  }
  return found;
}

}  // namespace kiosk::i18n
