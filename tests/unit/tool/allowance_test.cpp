// What people allow is silenced, counted, and told when it is no longer needed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

const char* const kRentTitle = "#: content/core/pages/home/rent.md:3\nmsgctxt \"home/rent#title\"";

struct Allowing {
  TestProject project;
  Allowing() { project.run({"update", "--langs", "en"}); }
  Outcome check() const { return project.run({"check", "--today", "2026-11-22", "--no-fit"}); }
};

TEST(Allowance, ALineThatSilencesNothingIsAWarning) {
  const Allowing t;
  t.project.edit("locales/en/core.po", kRentTitle,
                 std::string("# kiosk: allow number \"a word reads better\"\n") + kRentTitle);
  const Outcome checked = t.check();
  EXPECT_EQ(checked.status, 0);
  EXPECT_THAT(checked.out, HasSubstr(": warning: the line that allows 'number' silences nothing\n"));
  EXPECT_THAT(checked.out, HasSubstr("hint: take it away\n"));
}

TEST(Allowance, ALineWithoutAReasonIsAWarning) {
  const Allowing t;
  t.project.edit("locales/en/core.po", kRentTitle, std::string("# kiosk: allow number\n") + kRentTitle);
  EXPECT_THAT(t.check().out, HasSubstr(": warning: a line that allows something has no reason\n"));
}

TEST(Allowance, ALineForTheScreensIsNotUnusedWhereTheScreensWereNotLaidOut) {
  const Allowing t;
  t.project.edit("locales/en/core.po", kRentTitle, std::string("# kiosk: allow fit \"a name\"\n") + kRentTitle);
  EXPECT_THAT(t.check().out, Not(HasSubstr("silences nothing")));
  EXPECT_THAT(t.project.run({"check", "--today", "2026-11-22"}).out,
              HasSubstr(": warning: the line that allows 'fit' silences nothing\n"));
}

TEST(Allowance, OneIsEnoughForEveryTwoHundredTexts) {
  const Allowing t;
  t.project.edit("content/core/pages/health/care.md", "Ring {tel_1177} om du är sjuk.",
                 "<!-- kiosk: allow abbreviation \"known\" -->\nRing t.ex. {tel_1177} om du är sjuk.");
  EXPECT_EQ(t.check().status, 0);
  t.project.edit("content/core/pages/home/rent.md", "Du betalar hyra",
                 "<!-- kiosk: allow abbreviation \"known\" -->\nDu betalar t.ex. hyra");
  const Outcome checked = t.check();
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.out, HasSubstr("error: 2 findings are allowed in 28 texts, at most 1 may be\n"
                                     "hint: mend what they silence; they are the lines with 'kiosk: allow'\n"));
  EXPECT_THAT(checked.out, Not(HasSubstr("silences nothing")));
}

}  // namespace
}  // namespace kiosk::tool
