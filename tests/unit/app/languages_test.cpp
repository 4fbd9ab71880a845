// What locales/<tag>/language.yaml says of a language, beside what CLDR (ICU) says of it. Every difference is listed in
// language_deviations.tsv with its reason; the list names no difference that is not there.
#include <gtest/gtest.h>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/numsys.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "content/language_file.h"
#include "i18n/collation.h"
#include "i18n/locale.h"
#include "i18n/message.h"
#include "support/source_dir.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;
const std::string kSources = test::source_dir();

std::vector<std::string> tags() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(kSources + "/locales"))
    if (entry.is_directory()) found.push_back(entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

icu::Locale locale_of(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(i18n::normalise_tag(tag), status);
}

std::string folded(icu::UnicodeString text) {
  std::string out;
  text.foldCase().toUTF8String(out);
  return out;
}

// "field: ours | CLDR's" of everything that differs; "-" where CLDR knows nothing.
std::map<std::string, std::string> differences(const content::Language& language) {
  std::map<std::string, std::string> found;
  const auto compare = [&](const char* field, const std::string& ours, const std::string& cldr) {
    if (ours != cldr) found[field] = ours + " | " + (cldr.empty() ? "-" : cldr);
  };
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale own = locale_of(language.tag), format = locale_of(language.format_locale);
  icu::Locale likely = own;
  likely.addLikelySubtags(status);
  compare("script", language.script, likely.getScript());

  // ICU answers with the tag where it has no name.
  icu::UnicodeString name;
  own.getDisplayName(own, name);
  std::string cldr_name = folded(name);
  if (cldr_name == own.getLanguage() || cldr_name.starts_with(std::string(own.getLanguage()) + " (")) cldr_name.clear();
  compare("autonym", folded(icu::UnicodeString::fromUTF8(language.autonym)), cldr_name);

  const std::unique_ptr<icu::NumberingSystem> digits(icu::NumberingSystem::createInstance(format, status));
  compare("digits", language.digits, digits->getName());
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(format, status));
  compare("calendar", "gregorian", calendar->getType());
  if (i18n::collation_locale(language.tag, language.script, {}) == "root") found["order"] = "root | -";

  // Text of a language without data would be formatted as in CLDR's root.
  UErrorCode known = U_ZERO_ERROR;
  const icu::Locale actual = icu::Calendar::createInstance(format, known)->getLocale(ULOC_VALID_LOCALE, known);
  compare("formats", own.getLanguage(), actual.getLanguage());
  EXPECT_TRUE(U_SUCCESS(status)) << language.tag;
  return found;
}

TEST(Languages, DifferFromCldrOnlyWhereTheListSaysWhy) {
  std::map<std::string, std::string> listed;  // "tag field" -> "ours | CLDR's"
  std::ifstream file(kSources + "/tests/unit/app/language_deviations.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string tag, field, values, why;
    std::getline(fields, tag, '\t');
    std::getline(fields, field, '\t');
    std::getline(fields, values, '\t');
    std::getline(fields, why, '\t');
    EXPECT_GT(why.size(), 8u) << line;
    listed[tag + '\t' + field] = values;
  }
  std::size_t languages = 0;
  for (const std::string& tag : tags()) {
    DiagnosticSink sink;
    const auto language = content::load_language(kSources + "/locales", tag, sink);
    ASSERT_TRUE(language) << tag;
    ++languages;
    for (const auto& [field, values] : differences(*language)) {
      const auto known = listed.find(tag + '\t' + field);
      if (known == listed.end())
        ADD_FAILURE() << "not listed: " << tag << '\t' << field << '\t' << values;
      else
        EXPECT_EQ(known->second, values) << tag << ' ' << field;
      listed.erase(tag + '\t' + field);
    }
  }
  for (const auto& [what, values] : listed) ADD_FAILURE() << "listed, and not so: " << what << ' ' << values;
  EXPECT_GE(languages, 60u);
}

TEST(Languages, RunTheWayTheirScriptDoes) {
  for (const std::string& tag : tags()) {
    DiagnosticSink sink;
    const auto language = content::load_language(kSources + "/locales", tag, sink);
    ASSERT_TRUE(language) << tag;
    const std::string latest = language->script;
    const bool rtl = latest == "Arab" || latest == "Hebr" || latest == "Syrc" || latest == "Thaa" || latest == "Nkoo" ||
                     latest == "Adlm" || latest == "Rohg";
    EXPECT_EQ(i18n::is_right_to_left_script(latest), rtl) << tag;
  }
}

// CLDR's categories that whole numbers reach are those that a translator is asked for.
TEST(Languages, ReachTheirPluralCategories) {
  const std::map<std::string, std::vector<std::string>> known = {{"sv", {"one", "other"}},
                                                                 {"ar", {"few", "many", "one", "other", "two", "zero"}},
                                                                 {"pl", {"few", "many", "one"}},
                                                                 {"ru", {"few", "many", "one"}},
                                                                 {"lt", {"few", "one", "other"}},
                                                                 {"lv", {"one", "other", "zero"}},
                                                                 {"ro", {"few", "one", "other"}},
                                                                 {"se", {"one", "other", "two"}},
                                                                 {"th", {"other"}},
                                                                 {"zh-Hans", {"other"}}};
  for (const auto& [tag, categories] : known) EXPECT_EQ(i18n::integer_plural_categories(tag), categories) << tag;
}

}  // namespace
}  // namespace kiosk
