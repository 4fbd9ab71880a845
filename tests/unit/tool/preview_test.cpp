// `preview`: pictures by the kiosk's own renderer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

struct PngSize {
  int width = 0, height = 0;
};

// From the header chunk; 0 x 0 where the file is no PNG.
PngSize png_size(const std::string& path) {
  const std::string bytes = read_file(path).value_or("");
  if (!bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.size() < 24) return {};
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  };
  return {number(16), number(20)};
}

struct Previewed {
  TestProject project;
  std::string picture(const std::string& name) const { return project.root() + "/" + name; }
  Outcome run(const char* page, const char* language, const std::string& name,
              std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"preview", page,   language,  "--out",     picture(name),
                                          "--site",  "town", "--today", "2026-11-22"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return project.run(arguments);
  }
};

TEST(Preview, TheWholePageIsOnePictureHoweverLong) {
  const Previewed t;
  const Outcome drawn = t.run("health/care", "sv", "a.png");
  ASSERT_EQ(drawn.status, 0) << drawn.err;
  EXPECT_EQ(drawn.out, t.picture("a.png") + ": health/care in sv, town\n");
  ASSERT_EQ(t.run("health/care", "sv", "b.png", {"--scale", "200"}).status, 0);
  const PngSize small = png_size(t.picture("a.png")), large = png_size(t.picture("b.png"));
  EXPECT_EQ(small.width, 1920);
  EXPECT_EQ(large.width, 1920);
  EXPECT_GE(small.height, 1080);
  EXPECT_GT(large.height, small.height);
}

TEST(Preview, TheSameSourcesGiveTheSamePicture) {
  const Previewed t;
  ASSERT_EQ(t.run("health/care", "ar", "a.png").status, 0);
  ASSERT_EQ(t.run("health/care", "ar", "b.png").status, 0);
  EXPECT_EQ(t.project.read("a.png"), t.project.read("b.png"));
  ASSERT_EQ(t.run("health/care", "sv", "c.png").status, 0);
  EXPECT_NE(t.project.read("a.png"), t.project.read("c.png"));
}

TEST(Preview, AChangedSentenceIsSeen) {
  const Previewed t;
  ASSERT_EQ(t.run("health/care", "sv", "a.png").status, 0);
  t.project.edit("content/core/pages/health/care.md", "om du är sjuk", "om du mår illa");
  ASSERT_EQ(t.run("health/care", "sv", "b.png").status, 0);
  EXPECT_NE(t.project.read("a.png"), t.project.read("b.png"));
}

// Who has the old picture open keeps it whole.
TEST(Preview, APictureTakesThePlaceOfTheOldOne) {
  const Previewed t;
  ASSERT_EQ(t.run("health/care", "sv", "a.png").status, 0);
  std::filesystem::create_hard_link(t.project.root() + "/a.png", t.project.root() + "/open.png");
  const std::string before = t.project.read("open.png");
  t.project.edit("content/core/pages/health/care.md", "om du är sjuk", "om du mår illa");
  ASSERT_EQ(t.run("health/care", "sv", "a.png").status, 0);
  EXPECT_EQ(t.project.read("open.png"), before);
  EXPECT_NE(t.project.read("a.png"), before);
}

TEST(Preview, AMistypedNameGetsASuggestion) {
  const Previewed t;
  const Outcome page = t.run("health/cares", "sv", "a.png");
  EXPECT_EQ(page.status, 2);
  EXPECT_EQ(page.err, "no page 'health/cares'; did you mean 'health/care'?\n");
  EXPECT_EQ(t.run("health/care", "xx", "a.png").status, 2);
  EXPECT_EQ(t.project.read("a.png"), "(no file)");
}

TEST(Preview, AFolderThatIsNotThereIsAnError) {
  const Previewed t;
  const Outcome drawn = t.run("health/care", "sv", "no/where/a.png");
  EXPECT_EQ(drawn.status, 2);
  EXPECT_THAT(drawn.err, testing::HasSubstr("no/where/a.png"));
}

}  // namespace
}  // namespace kiosk::tool
