// Words of the glossary are marked where they are sure to be what the glossary explains.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "term_marks.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

class Marks : public testing::Test {
 protected:
  Marks() {
    core_.domain = "core";
    add("kommun", {"kommunen"});
    add("komvux", {"kommunal vuxenutbildning"});
    add("a-kassa", {});
  }
  void add(const std::string& word, std::vector<std::string> forms) {
    GlossaryTerm term;
    term.id = word;
    term.term.text = word;
    term.forms = std::move(forms);
    core_.glossary.push_back(std::move(term));
  }
  // The sentence with what is marked in brackets.
  std::string marked(const std::string& source) {
    content::Sentence sentence;
    sentence.runs = resolver_.runs(source);
    marks_.mark(sentence, "sv", source);
    std::string text;
    for (const content::TextRun& run : sentence.runs)
      text += run.term.empty() ? run.text : "[" + run.term + ":" + run.text + "]";
    return text;
  }

  SourcePart core_;
  const std::map<std::string, Translations, std::less<>> none_;
  SiteView view_{&core_, nullptr};
  Resolver resolver_{view_, none_, {}};
  TermMarks marks_{view_, resolver_};
};

TEST_F(Marks, AWholeWordOrOneOfItsFormsOnceInAPage) {
  EXPECT_EQ(marked("Kommunen hjälper dig."), "[kommun:Kommunen] hjälper dig.");
  EXPECT_EQ(marked("Din kommun har råd."), "Din kommun har råd.");
}

TEST_F(Marks, TheLongestOfASentenceAlone) {
  EXPECT_EQ(marked("Din kommun har kommunal vuxenutbildning."), "Din kommun har [komvux:kommunal vuxenutbildning].");
  EXPECT_EQ(marked("Gå till din kommun."), "Gå till din [kommun:kommun].");
}

TEST_F(Marks, NoPartOfAWord) {
  EXPECT_EQ(marked("Kommunhuset är stort."), "Kommunhuset är stort.");
  EXPECT_EQ(marked("Kommun-huset är stort."), "Kommun-huset är stort.");
  EXPECT_EQ(marked("Gå med i en a-kassa."), "Gå med i en [a-kassa:a-kassa].");
}

TEST_F(Marks, NothingInBoldAndNothingBesideALink) {
  EXPECT_EQ(marked("Fråga **kommunen** i dag."), "Fråga kommunen i dag.");
  EXPECT_EQ(marked("Kommunen har en [sida](page:home/rent)."), "Kommunen har en sida.");
  EXPECT_EQ(marked("Fråga kommunen."), "Fråga [kommun:kommunen].") << "what was not marked is marked later";
}

// A project with the sentence "Regionen är stor." and its English.
std::string english_page(const std::string& title) {
  const TestProject project;
  project.edit("content/core/pages/home/rent.md", "Du betalar hyra varje månad.",
               "Regionen är stor.\nDu betalar hyra varje månad.");
  project.run({"update", "--langs", "en"});
  const std::string po = project.read("locales/en/core.po");
  const std::size_t at = po.rfind("msgctxt", po.find("Regionen är stor."));
  const std::string context = po.substr(at + 9, po.find('"', at + 9) - at - 9);
  project.write(
      "rows.csv",
      "context;source;target\nglossary:region#term;region;region\nhome/rent#title;Hyra en bostad;Rent a home\n" +
          context + ";Regionen är stor.;" + title + "\n" + context + ";Du betalar hyra varje månad.;You pay rent.\n");
  project.run({"import", project.root() + "/rows.csv", "--lang", "en", "--domain", "core"});
  const Outcome built =
      project.run({"build", "--site", "town", "--out", project.root() + "/tree", "--today", "2026-11-22"});
  EXPECT_EQ(built.status, 0) << built.err;
  return project.read("tree/en/pages/home/rent.yaml");
}

TEST(TranslatedMarks, TheTermsOwnTranslationWithAShortEnding) {
  EXPECT_THAT(english_page("The region is large."), HasSubstr("- term: \"region\"\n            text: \"region\""));
  EXPECT_THAT(english_page("The regions are large."), HasSubstr("text: \"regions\""));
}

TEST(TranslatedMarks, NothingWhereTheTranslationSaysItOtherwise) {
  EXPECT_THAT(english_page("The county is large."), Not(HasSubstr("term:")));
  EXPECT_THAT(english_page("The regionality is large."), Not(HasSubstr("term:")));
}

}  // namespace
}  // namespace kiosk::tool
