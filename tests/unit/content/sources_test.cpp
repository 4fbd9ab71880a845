// The languages and fonts of this very project, as the kiosk and kiosk-content read them.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/file.h"
#include "content/font_stacks.h"
#include "content/language_file.h"
#include "support/source_dir.h"

namespace kiosk::content {
namespace {

const std::string kRoot = test::source_dir();

std::string all_text(const DiagnosticSink& sink) {
  std::string text;
  for (const Diagnostic& d : sink.all()) text += to_text(d) + "\n";
  return text;
}

FontStacks project_fonts() {
  DiagnosticSink sink;
  const auto stacks = load_font_stacks(kRoot + "/fonts/stacks.yaml", sink);
  EXPECT_TRUE(stacks) << all_text(sink);
  return stacks.value_or(FontStacks{});
}

std::vector<std::string> project_tags() {
  std::vector<std::string> tags;
  for (const std::string& file : list_files(kRoot + "/locales", "language.yaml"))
    tags.push_back(std::filesystem::path(file).parent_path().string());
  return tags;
}

TEST(ProjectSources, EveryLanguageParsesAndNamesKnownFamilies) {
  const FontStacks fonts = project_fonts();
  const std::vector<std::string> tags = project_tags();
  EXPECT_GE(tags.size(), 14u);
  for (const std::string& tag : tags) {
    DiagnosticSink sink;
    const auto language = load_language(kRoot + "/locales", tag, sink);
    ASSERT_TRUE(language) << all_text(sink);
    for (const std::string& id : language->fonts) EXPECT_NE(fonts.find(id), nullptr) << tag << " names " << id;
  }
}

TEST(ProjectSources, EveryChainLeadsToLanguagesThatExist) {
  const std::vector<std::string> tags = project_tags();
  const std::set<std::string> known(tags.begin(), tags.end());
  for (const std::string& tag : tags) {
    DiagnosticSink sink;
    const auto language = load_language(kRoot + "/locales", tag, sink);
    ASSERT_TRUE(language);
    for (const std::string& next : language->chain)
      EXPECT_TRUE(known.contains(next)) << tag << " falls back to " << next;
    const auto& chain = language->chain;
    EXPECT_TRUE(tag == "sv" || std::find(chain.begin(), chain.end(), "sv") != chain.end()) << tag;
  }
}

TEST(ProjectSources, EveryScriptButLatinHasSansInItsStack) {
  const FontStacks fonts = project_fonts();
  for (const std::string& tag : project_tags()) {
    DiagnosticSink sink;
    const auto stack = fonts.stack_of(*load_language(kRoot + "/locales", tag, sink));
    EXPECT_NE(std::find(stack.begin(), stack.end(), "sans"), stack.end()) << tag;
    EXPECT_EQ(std::set<std::string>(stack.begin(), stack.end()).size(), stack.size()) << tag;
  }
}

TEST(ProjectSources, EveryFontFileIsInstalledFromItsPackage) {
  const std::map<std::string, std::string> folder_of{
      {"fonts-noto-core", "/usr/share/fonts/truetype/noto/"},
      {"fonts-noto-cjk", "/usr/share/fonts/opentype/noto/"},
      {"fonts-noto-color-emoji", "/usr/share/fonts/truetype/noto/"},
      {"fonts-material-design-icons-iconfont", "/usr/share/fonts/truetype/material-design-icons-iconfont/"}};
  for (const FontFamily& family : project_fonts().families) {
    ASSERT_TRUE(folder_of.contains(family.package)) << family.package;
    for (const std::string& name : {family.regular, family.bold}) {
      const std::string path = folder_of.at(family.package) + name.substr(0, name.find('#'));
      EXPECT_TRUE(file_exists(path)) << path;
    }
  }
}

TEST(ProjectSources, PersianHasTheSansFaceAndUrduTheNastaliq) {
  const FontStacks fonts = project_fonts();
  DiagnosticSink sink;
  const auto persian = load_language(kRoot + "/locales", "fa", sink);
  const auto urdu = load_language(kRoot + "/locales", "ur", sink);
  ASSERT_TRUE(persian && urdu);
  EXPECT_EQ(fonts.find(persian->fonts[0])->regular, "NotoSansArabic-Regular.ttf");
  EXPECT_EQ(fonts.find(urdu->fonts[0])->regular, "NotoNastaliqUrdu-Regular.ttf");
  EXPECT_GE(urdu->line_height, 2.75);
}

constexpr const char* kSwedish =
    "tag: sv\nautonym: svenska\nname-sv: svenska\nname-en: Swedish\nscript: Latn\nformat-locale: sv-SE\n"
    "digits: latn\nfonts: [sans]\n";

struct Wrong {
  const char* added;
  const char* text;
};

TEST(LanguageFile, OptionalKeysHaveTheirDefaults) {
  DiagnosticSink sink;
  const auto language = parse_language(kSwedish, "language.yaml", sink);
  ASSERT_TRUE(language) << all_text(sink);
  EXPECT_TRUE(language->chain.empty());
  EXPECT_EQ(language->line_height, 1.5);
  EXPECT_EQ(language->voice, "");
}

TEST(LanguageFile, MistakesAreNamedWithPlaceAndHint) {
  const Wrong table[] = {
      {"chian: [en]\n", "language.yaml:9:1: error: unknown key 'chian' in a language\nhint: did you mean 'chain'?\n"},
      {"chain: [en, en]\n",
       "language.yaml:9:13: error: 'en' stands twice in the list 'chain'\nhint: remove one of them\n"},
      {"chain: [sv]\n", "language.yaml:9:8: error: a language cannot fall back to itself\n"},
      {"chain: en\n", "language.yaml:9:8: error: expected a list under 'chain', found 'en'\n"},
      {"chain: [../en]\n",
       "language.yaml:9:9: error: expected a language tag such as sv or zh-Hans in the list 'chain', found '../en'\n"},
      {"line-height: 9\n", "language.yaml:9:14: error: expected a number from 1 to 4 under 'line-height', found '9'\n"},
      {"line-height: 1,5\n",
       "language.yaml:9:14: error: expected a number from 1 to 4 under 'line-height', found '1,5'\n"},
      {"voice: a b\n",
       "language.yaml:9:8: error: expected an espeak-ng voice such as sv or cmn-latn-pinyin under 'voice', found 'a "
       "b'\n"},
      {"tag: fi\n",
       "language.yaml:9:1: error: key 'tag' stands twice in one map\n    tag: fi\nhint: remove one of them\n"},
  };
  for (const Wrong& wrong : table) {
    DiagnosticSink sink;
    EXPECT_FALSE(parse_language(std::string(kSwedish) + wrong.added, "language.yaml", sink));
    EXPECT_EQ(all_text(sink), wrong.text);
  }
}

TEST(LanguageFile, EveryMissingKeyIsNamed) {
  DiagnosticSink sink;
  EXPECT_FALSE(parse_language("tag: sv\nscript: latin\nname-en:\n", "language.yaml", sink));
  EXPECT_EQ(all_text(sink),
            "language.yaml:1:1: error: missing key 'autonym' in a language\n"
            "language.yaml:1:1: error: missing key 'digits' in a language\n"
            "language.yaml:1:1: error: missing key 'fonts' in a language\n"
            "language.yaml:1:1: error: missing key 'format-locale' in a language\n"
            "language.yaml:1:1: error: missing key 'name-sv' in a language\n"
            "language.yaml:3:1: error: nothing stands under 'name-en'\n"
            "language.yaml:2:9: error: expected a script such as Latn or Arab under 'script', found 'latin'\n");
}

TEST(LanguageFile, AFolderOfAnotherNameIsAnError) {
  const std::string folder = testing::TempDir() + "/locales-of-another-name";
  ASSERT_TRUE(write_file(folder + "/fi/language.yaml", kSwedish));
  DiagnosticSink sink;
  EXPECT_FALSE(load_language(folder, "fi", sink));
  EXPECT_EQ(all_text(sink), folder + "/fi/language.yaml:1:6: error: the language is 'sv' in the folder of 'fi'\n" +
                                "hint: name the folder after the tag\n");
}

TEST(LanguageFile, ATagNeverLeadsOutOfTheFolder) {
  DiagnosticSink sink;
  EXPECT_FALSE(load_language("locales", "../../etc", sink));
  EXPECT_EQ(all_text(sink),
            "locales/../../etc/language.yaml: error: '../../etc' is no language tag such as sv or zh-Hans\n");
}

TEST(FontStacks, MistakesAreNamedWithPlaceAndHint) {
  DiagnosticSink sink;
  EXPECT_FALSE(
      parse_font_stacks("families:\n"
                        "  - {id: sans, package: fonts-noto-core, regular: ../Sans.ttf, bold: Sans.ttf}\n"
                        "  - {id: sans, package: fonts-noto-core, regular: Sans.ttf, bold: Sans.ttf}\n"
                        "  - {id: thai, package: fonts-noto-core, regular: Thai.ttf}\n"
                        "fallback: [sans, thia]\n",
                        "stacks.yaml", sink));
  EXPECT_EQ(all_text(sink),
            "stacks.yaml:2:51: error: expected a font file's name such as NotoSans-Regular.ttf or "
            "NotoSansCJK-Regular.ttc#2 under 'regular', found '../Sans.ttf'\n"
            "stacks.yaml:3:5: error: font family 'sans' stands twice\nhint: remove one of them\n"
            "stacks.yaml:4:5: error: missing key 'bold' in a font family\n"
            "stacks.yaml:5:18: error: no font family 'thia'\nhint: did you mean 'thai'?\n");
}

TEST(FontStacks, AStackIsTheLanguagesOwnThenTheFallbackEachOnce) {
  const FontStacks stacks{{}, {}, {"sans", "arabic", "emoji"}};
  Language arabic;
  arabic.fonts = {"arabic", "sans"};
  EXPECT_EQ(stacks.stack_of(arabic), (std::vector<std::string>{"arabic", "sans", "emoji"}));
}

}  // namespace
}  // namespace kiosk::content
