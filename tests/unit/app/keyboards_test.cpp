// Every language's keyboard has every letter that CLDR says the language is written with (main exemplars). Deviations
// are listed with their reason in keyboard_deviations.txt.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/file.h"
#include "content/keyboard_fields.h"
#include "content/language_file.h"
#include "i18n/collation.h"
#include "i18n/locale.h"
#include "i18n/syllables.h"
#include "support/source_dir.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;
const std::string kSources = test::source_dir();

content::Keyboard load(const std::string& id) {
  const std::string path = kSources + "/content/keyboards/" + id + ".yaml";
  DiagnosticSink sink;
  const auto text = read_file(path, 1 << 20);
  EXPECT_TRUE(text.has_value()) << path;
  const auto yaml = content::parse_yaml(*text, path, sink);
  EXPECT_TRUE(yaml.has_value()) << path;
  content::FieldReader fields(path, sink);
  content::Keyboard keyboard = content::read_keyboard(*yaml, fields);
  EXPECT_EQ(sink.errors(), 0) << path << ": " << (sink.all().empty() ? "" : sink.all().front().message);
  EXPECT_EQ(keyboard.id, id);
  return keyboard;
}

icu::UnicodeSet letters_on(const content::Keyboard& keyboard) {
  icu::UnicodeSet letters;
  for (const auto* rows : {&keyboard.rows, &keyboard.shift})
    for (const auto& row : *rows)
      for (const std::string& key : row) {
        letters.addAll(icu::UnicodeString::fromUTF8(key));
        for (const std::string& form : i18n::forms_of_last(key)) letters.addAll(icu::UnicodeString::fromUTF8(form));
      }
  return letters;
}

// A letter that is typed in two steps (a and a mark) is on the keyboard too.
bool can_type(UChar32 c, const icu::UnicodeSet& letters) {
  if (letters.contains(c)) return true;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString parts;
  if (!icu::Normalizer2::getNFCInstance(status)->getRawDecomposition(c, parts)) return false;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
    if (!can_type(parts.char32At(i), letters)) return false;
  return true;
}

std::vector<std::string> tags() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(kSources + "/locales"))
    if (entry.is_directory()) found.push_back(entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

std::map<std::string, std::string> deviations() {
  std::map<std::string, std::string> letters;
  std::ifstream file(kSources + "/tests/unit/app/keyboard_deviations.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string tag, set;
    std::getline(fields, tag, '\t');
    std::getline(fields, set, '\t');
    letters[tag] = set;
  }
  return letters;
}

TEST(Keyboards, HaveEveryLetterOfTheirLanguage) {
  const auto known = deviations();
  int checked = 0;
  for (const std::string& tag : tags()) {
    DiagnosticSink sink;
    const auto language = content::load_language(kSources + "/locales", tag, sink);
    ASSERT_TRUE(language.has_value()) << tag;
    ASSERT_FALSE(language->keyboard.empty()) << tag;
    if (language->script == "Hans" || language->script == "Hant") continue;  // typed as pinyin
    const icu::UnicodeSet on_keys = letters_on(load(language->keyboard));
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData* data = ulocdata_open(i18n::normalise_tag(tag).c_str(), &status);
    icu::UnicodeSet main;
    ulocdata_getExemplarSet(data, main.toUSet(), 0, ULOCDATA_ES_STANDARD, &status);
    const bool has_data = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
    ulocdata_close(data);
    const bool known_to_cldr = i18n::collation_locale(tag, language->script, {}) != "root";
    if (!has_data || !known_to_cldr) continue;
    ++checked;
    icu::UnicodeSet missing;
    for (std::int32_t i = 0; i < main.getRangeCount(); ++i)
      for (UChar32 c = main.getRangeStart(i); c <= main.getRangeEnd(i); ++c)
        if (!can_type(c, on_keys)) missing.add(c);
    std::string found;
    for (std::int32_t i = 0; i < missing.size(); ++i) {
      icu::UnicodeString(missing.charAt(i)).toUTF8String(found);
    }
    const auto listed = known.find(tag);
    EXPECT_EQ(found, listed == known.end() ? "" : listed->second) << tag;
  }
  EXPECT_GE(checked, 45);
}

TEST(Keyboards, EveryFileIsAGoodLayoutOfFewRows) {
  int files = 0;
  for (const auto& entry : fs::directory_iterator(kSources + "/content/keyboards")) {
    const content::Keyboard keyboard = load(entry.path().stem().string());
    EXPECT_LE(keyboard.rows.size(), 4u) << keyboard.id;
    EXPECT_LE(keyboard.shift.size(), keyboard.rows.size()) << keyboard.id;
    ++files;
  }
  EXPECT_GE(files, 50);
}

TEST(Keyboards, AreReadBackAsWritten) {
  const content::Keyboard keyboard = load("thai");
  DiagnosticSink sink;
  const auto yaml = content::parse_yaml(content::write_yaml(content::keyboard_to_yaml(keyboard)), "thai.yaml", sink);
  ASSERT_TRUE(yaml.has_value());
  content::FieldReader fields("thai.yaml", sink);
  EXPECT_EQ(content::read_keyboard(*yaml, fields), keyboard);
  EXPECT_EQ(sink.errors(), 0);
}

TEST(Keyboards, AKeyTwiceIsRefused) {
  DiagnosticSink sink;
  const auto yaml = content::parse_yaml("id: x\nlabel: x\nrows:\n  - a b a\n", "x.yaml", sink);
  ASSERT_TRUE(yaml.has_value());
  content::FieldReader fields("x.yaml", sink);
  (void)content::read_keyboard(*yaml, fields);
  ASSERT_EQ(sink.errors(), 1);
  EXPECT_EQ(sink.all().front().message, "the key 'a' stands twice");
}

}  // namespace
}  // namespace kiosk
