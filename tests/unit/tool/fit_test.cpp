// `check` lays the kiosk's screens out and finds what does not fit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

struct LaidOut {
  TestProject project;
  LaidOut() {
    project.run({"update", "--langs", "en"});
    project.write("rows.csv", "context;source;target\nbar.home;Hem;Startpagebeginning\nbar.back;Tillbaka;Back\n");
    project.run({"import", project.root() + "/rows.csv", "--lang", "en", "--domain", "ui"});
  }
};

TEST(Fit, AWordTooWideForItsButtonIsAnErrorInItsFile) {
  const LaidOut t;
  const Outcome checked = t.project.run({"check", "--today", "2026-11-22"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.out,
              HasSubstr("error: 'Startpagebeginning' does not fit its box 'home' on the screen 'picker' of "
                        "1920x1080 px, text size 200 %\n    Startpagebeginning\n"
                        "hint: write it shorter, or with shorter words\n"));
  EXPECT_THAT(checked.out, HasSubstr("locales/en/ui.po:"));
}

TEST(Fit, IsNotAskedWithNoFit) {
  const LaidOut t;
  EXPECT_THAT(t.project.run({"check", "--today", "2026-11-22", "--no-fit"}).out, Not(HasSubstr("does not fit")));
}

TEST(Fit, IsSaidOnceForAllScreensAndAPersonMayAllowIt) {
  const LaidOut t;
  const std::string found = t.project.run({"check", "--today", "2026-11-22"}).out;
  const std::size_t first = found.find("does not fit");
  EXPECT_EQ(found.find("does not fit", first + 1), std::string::npos) << found;
  t.project.edit("locales/en/ui.po", "msgctxt \"bar.home\"",
                 "# kiosk: allow fit \"measured on our screen\"\nmsgctxt \"bar.home\"");
  EXPECT_THAT(t.project.run({"check", "--today", "2026-11-22"}).out, Not(HasSubstr("does not fit")));
}

}  // namespace
}  // namespace kiosk::tool
