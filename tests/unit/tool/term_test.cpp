// One thing, one word: in the Swedish by glossary.yaml, in the translations by their own glossary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "term_check.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Stem, IsThreeFifthsOfTheGraphemeClusters) {
  EXPECT_EQ(stem_of("Municipality"), "municipa");
  EXPECT_EQ(stem_of("kunta"), "kun");
  EXPECT_EQ(stem_of("市镇"), "市镇");
  EXPECT_EQ(stem_of("क्षेत्र"), "क्षेत्") << "a vowel sign stays with its letter";
  EXPECT_EQ(stem_of(""), "");
}

TEST(WholeWords, EndWhereNoLetterFollows) {
  EXPECT_TRUE(has_whole_words("en region.", "region"));
  EXPECT_TRUE(has_whole_words("god man hjälper", "god man"));
  EXPECT_FALSE(has_whole_words("regionala frågor", "region"));
  EXPECT_FALSE(has_whole_words("åregion", "region"));
  EXPECT_FALSE(has_whole_words("region", ""));
}

struct Terms {
  TestProject project;
  Terms() {
    project.edit("content/core/pages/home/rent.md", "Du betalar hyra varje månad.",
                 "Regionen är stor.\nDu betalar hyra varje månad.");
    project.run({"update", "--langs", "en"});
  }
  void translate(const std::string& title) const {
    project.write("rows.csv",
                  "context;source;target\nglossary:region#term;region;Region\n"
                  "home/rent#du-betalar;Regionen är stor.;" +
                      title + "\n");
    const std::string po = project.read("locales/en/core.po");
    const std::size_t at = po.rfind("msgctxt", po.find("Regionen är stor."));
    const std::string context = po.substr(at + 9, po.find('"', at + 9) - at - 9);
    project.edit("rows.csv", "home/rent#du-betalar", context);
    project.run({"import", project.root() + "/rows.csv", "--lang", "en", "--domain", "core"});
  }
  std::string check(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"check", "--today", "2026-11-22", "--no-fit"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return project.run(arguments).out;
  }
};

TEST(Term, ATranslationWithoutTheGlossarysWordIsAHint) {
  const Terms t;
  t.translate("The county is large.");
  EXPECT_THAT(t.check({"--hints"}), HasSubstr("hint: 'region' is 'Region' in the glossary, and not here\n"
                                              "    The county is large.\n"
                                              "hint: use the glossary's word, if the sentence can have it\n"));
  EXPECT_EQ(t.check(), "0 errors, 0 warnings, 1 hint\n");
}

TEST(Term, AnInflectedWordCounts) {
  const Terms t;
  t.translate("The Regions are large.");
  EXPECT_EQ(t.check(), "0 errors, 0 warnings\n");
}

TEST(Term, AnAvoidedSynonymIsAWarning) {
  const TestProject project;
  project.edit("content/core/glossary.yaml", "forms: [regionen]", "forms: [regionen]\n    avoid: [hyra]");
  const std::string found = project.run({"check", "--today", "2026-11-22", "--no-fit"}).out;
  EXPECT_THAT(found, HasSubstr("content/core/pages/home/rent.md:6:12: warning: 'hyra' is called 'region' elsewhere\n"
                               "    Du betalar hyra varje månad.\n"
                               "hint: write 'region'; glossary.yaml says to avoid the other word\n"));
}

}  // namespace
}  // namespace kiosk::tool
