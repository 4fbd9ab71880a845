// What easy Swedish avoids and can be seen without understanding it.
#include "easy_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// "check at offset"
std::vector<std::string> found(std::string_view sentence) {
  std::vector<std::string> all;
  for (const UnitFinding& f : check_easy_text(sentence))
    all.push_back(f.check + " at " + std::to_string(f.offset_utf8));
  return all;
}

TEST(EasyText, ASoftHyphenIsAnError) {
  EXPECT_THAT(found("Kommun\u00ADhuset"), ElementsAre("soft-hyphen at 6"));
  EXPECT_EQ(check_easy_text("Kommun\u00ADhuset").front().severity, Severity::kError);
  EXPECT_THAT(found("Kommun-huset"), IsEmpty());
}

TEST(EasyText, CapitalsAreForShortNamesAlone) {
  EXPECT_THAT(found("Läs SFI hos IKEA."), IsEmpty());
  EXPECT_THAT(found("Det är VIKTIGT."), ElementsAre("capitals at 8"));
  EXPECT_THAT(found("RING NU om"), ElementsAre("capitals at 5"));
  EXPECT_THAT(found("SFI, ABF"), IsEmpty()) << "two names in a row of names";
  EXPECT_THAT(found("**ÅÄÖÅÄ**"), ElementsAre("capitals at 2"));
  EXPECT_THAT(found("{tel_1177} I A"), IsEmpty());
}

TEST(EasyText, SignsThatFewCanReadAreAWarning) {
  EXPECT_THAT(found("Se 3 \u00A7 och/eller mat & dryck*."),
              ElementsAre("sign at 5", "sign at 11", "sign at 22", "sign at 29"));
  EXPECT_THAT(found("Kom (om du (kan) vill)."), ElementsAre("sign at 11"));
  EXPECT_THAT(found("Kom (gärna) i dag (i morgon)."), IsEmpty());
  EXPECT_THAT(found("Läs om [att hyra](page:home/rent) på {web_1177}, **gratis**."), IsEmpty());
}

constexpr const char* kPage = "content/core/pages/health/care.md";

std::string checked(const std::string& more) {
  const TestProject project;
  project.edit(kPage, "[länkar]: pages:home/rent", more + "\n[länkar]: pages:home/rent");
  return project.run({"check", "--today", "2026-11-22"}).out;
}

std::string sentences(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "Du kan ringa.\n";
  return text;
}

TEST(EasyText, AParagraphHasSevenSentencesAtMost) {
  EXPECT_THAT(checked(sentences(7) + "{#many}\n"), Not(HasSubstr("warning: the paragraph")));
  EXPECT_THAT(checked(sentences(8) + "{#many}\n"), HasSubstr("warning: the paragraph has 8 sentences"));
}

TEST(EasyText, AHeadingStandsAfterFiveParagraphsAtMost) {
  std::string text;
  for (const char* id : {"{#a}", "{#b}", "{#c}", "{#d}"}) text += sentences(1) + id + "\n\n";
  EXPECT_THAT(checked(text), Not(HasSubstr("without a heading"))) << "the page has one paragraph of its own";
  EXPECT_THAT(checked(text + sentences(1) + "{#e}\n"), HasSubstr("warning: 5 paragraphs stand without a heading"));
  EXPECT_THAT(checked(text + "## Mer {#more}\n\n" + sentences(1) + "{#e}\n"), Not(HasSubstr("without a heading")));
}

TEST(EasyText, APagesFaultHasItsPlace) {
  EXPECT_THAT(checked("Det är VIKTIGT.\n{#a}\n"), HasSubstr(std::string(kPage) + ":29:8: error: 'VIKTIGT' is written"));
}

}  // namespace
}  // namespace kiosk::tool
