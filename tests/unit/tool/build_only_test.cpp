// `build --only`: some pages anew, into a tree that is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;

struct Built {
  TestProject project;
  Built() { EXPECT_EQ(build({}).status, 0); }
  std::string out() const { return project.root() + "/tree"; }
  Outcome build(std::vector<std::string> more, const std::string& folder = "tree") const {
    std::vector<std::string> arguments = {"build",   "--site",    "town", "--out", project.root() + "/" + folder,
                                          "--today", "2026-11-22"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return project.run(arguments);
  }
  std::string page(const std::string& id) const { return project.read("tree/sv/pages/" + id + ".yaml"); }
};

TEST(BuildOnly, WritesItsPagesAndLeavesTheOthers) {
  const Built t;
  t.project.edit("content/core/pages/home/rent.md", "hyra varje", "hyran varje");
  t.project.edit("content/core/pages/health/care.md", "Ring numret.", "Ring numret nu.");
  EXPECT_EQ(t.build({"--only", "home/rent"}).status, 0);
  EXPECT_THAT(t.page("home/rent"), HasSubstr("hyran varje"));
  EXPECT_THAT(t.page("health/care"), HasSubstr("Ring numret."));
}

TEST(BuildOnly, OfAllThatChangedGivesTheTreeOfAWholeBuild) {
  const Built t;
  t.project.edit("content/core/pages/home/rent.md", "title: Hyra en bostad", "title: Att hyra en bostad");
  t.project.edit("content/core/pages/health/care.md", "[hitta bostad](page:home/rent)", "[bostad](page:home/rent)");
  EXPECT_EQ(t.build({"--only", "home/rent,health/care"}).status, 0);
  EXPECT_EQ(t.build({}, "whole").status, 0);
  const std::vector<std::string> files = list_files(t.out(), "");
  ASSERT_EQ(files, list_files(t.project.root() + "/whole", ""));
  for (const std::string& file : files)
    EXPECT_EQ(t.project.read("tree/" + file), t.project.read("whole/" + file)) << file;
}

TEST(BuildOnly, IsStoppedByErrorsOfItsPagesAlone) {
  const Built t;
  t.project.edit("content/core/pages/home/rent.md", "hyra varje", "{hyra} varje");
  EXPECT_EQ(t.build({"--only", "health/care"}).status, 0);
  const Outcome outcome = t.build({"--only", "home/rent"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("there is no fact 'hyra'"));
}

TEST(BuildOnly, NeedsATreeAndPagesThatAreThere) {
  const Built t;
  EXPECT_EQ(t.build({"--only", "home/nowhere"}).err, "there is no page 'home/nowhere'\n");
  EXPECT_THAT(t.build({"--only", "home/rent"}, "other").err, HasSubstr("build it whole first"));
  t.project.write("content/core/pages/home/buy.md", "---\nid: home/buy\ntitle: Köpa en bostad\n---\n\nHej.\n{#a}\n");
  const Outcome outcome = t.build({"--only", "home/rent"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err, "the tree has other pages in the topic 'home'; build it whole\n");
}

}  // namespace
}  // namespace kiosk::tool
