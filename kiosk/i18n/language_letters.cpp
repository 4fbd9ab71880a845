#include "i18n/language_letters.h"

#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "i18n/locale.h"

namespace kiosk::i18n {
namespace {

std::vector<UScriptCode> scripts_of(std::string_view script) {
  if (script == "Hans" || script == "Hant") return {USCRIPT_HAN};
  if (script == "Jpan") return {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};
  if (script == "Kore") return {USCRIPT_HANGUL, USCRIPT_HAN};
  UErrorCode status = U_ZERO_ERROR;
  std::array<UScriptCode, 4> codes{};
  const int32_t count =
      uscript_getCode(std::string(script).c_str(), codes.data(), static_cast<int32_t>(codes.size()), &status);
  if (U_FAILURE(status)) return {};
  return {codes.begin(), codes.begin() + count};
}

// Strings of the set such as "{ch}" stand for their letters.
void add_letters(const icu::UnicodeSet& from, icu::UnicodeSet& to) {
  const USet* const set = from.toUSet();
  const int32_t items = uset_getItemCount(set);
  for (int32_t i = 0; i < items; ++i) {
    std::array<UChar, 16> text{};
    UChar32 start = 0, end = 0;
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = uset_getItem(set, i, &start, &end, text.data(), static_cast<int32_t>(text.size()), &status);
    if (length == 0)
      to.add(start, end);
    else if (U_SUCCESS(status))
      to.addAll(icu::UnicodeString(text.data(), length));
  }
}

icu::UnicodeSet exemplars_of(std::string_view tag) {
  icu::UnicodeSet letters;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, decltype(&ulocdata_close)> data(ulocdata_open(normalise_tag(tag).c_str(), &status),
                                                                     ulocdata_close);
  // A locale that CLDR lacks answers with root's data.
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return letters;
  for (const ULocaleDataExemplarSetType type : {ULOCDATA_ES_STANDARD, ULOCDATA_ES_AUXILIARY, ULOCDATA_ES_INDEX}) {
    UErrorCode got = U_ZERO_ERROR;
    icu::UnicodeSet set;
    ulocdata_getExemplarSet(data.get(), set.toUSet(), USET_ADD_CASE_MAPPINGS, type, &got);
    if (U_SUCCESS(got) && got != U_USING_DEFAULT_WARNING) add_letters(set, letters);
  }
  return letters;
}

}  // namespace

Alphabet alphabet_of(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(character), &status)) {
    case USCRIPT_LATIN:
      return Alphabet::kLatin;
    case USCRIPT_CYRILLIC:
      return Alphabet::kCyrillic;
    case USCRIPT_GREEK:
      return Alphabet::kGreek;
    default:
      return Alphabet::kOther;
  }
}

struct LanguageLetters::Data {
  std::vector<UScriptCode> scripts;
  icu::UnicodeSet exemplars;
};

LanguageLetters::LanguageLetters(std::string_view tag, std::string_view script) : data_(std::make_unique<Data>()) {
  data_->scripts = scripts_of(script);
  // Chinese, Japanese and Korean write more characters than CLDR lists.
  if (data_->scripts.size() == 1 && data_->scripts.front() != USCRIPT_HAN) data_->exemplars = exemplars_of(tag);
}

LanguageLetters::~LanguageLetters() = default;
LanguageLetters::LanguageLetters(LanguageLetters&&) noexcept = default;

bool LanguageLetters::has_script() const { return !data_->scripts.empty(); }

bool LanguageLetters::in_script(char32_t character) const {
  return std::any_of(data_->scripts.begin(), data_->scripts.end(),
                     [&](UScriptCode script) { return uscript_hasScript(static_cast<UChar32>(character), script); });
}

bool LanguageLetters::has_exemplars() const { return !data_->exemplars.isEmpty(); }

bool LanguageLetters::is_exemplar(char32_t character) const {
  return data_->exemplars.contains(static_cast<UChar32>(character));
}

}  // namespace kiosk::i18n
