// A tree reaches its folder whole or not at all.
#include "staged_tree.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/file.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

struct Folder {
  TestProject project;
  std::string out = project.root() + "/tree";
  std::string read(const std::string& path) const { return project.read("tree/" + path); }
};

TEST(StagedTree, NothingIsSeenBeforeTheCommit) {
  const Folder t;
  StagedTree tree(t.out);
  ASSERT_TRUE(tree.add("en/site.yaml", "a"));
  EXPECT_FALSE(file_exists(t.out + "/en/site.yaml"));
  ASSERT_TRUE(tree.commit("m"));
  EXPECT_EQ(t.read("en/site.yaml"), "a");
  EXPECT_EQ(t.read("manifest.yaml"), "m");
}

TEST(StagedTree, ATreeThatIsGivenUpLeavesTheOldOne) {
  const Folder t;
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("en/site.yaml", "old"));
    ASSERT_TRUE(tree.commit("m"));
  }
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("en/site.yaml", "new"));
  }
  EXPECT_EQ(t.read("en/site.yaml"), "old");
  EXPECT_EQ(list_files(t.out, "").size(), 2u) << "the unfinished files are gone";
}

TEST(StagedTree, AFirstBuildThatFailedHalfWayIsFilledByTheNext) {
  const Folder t;
  t.project.write("tree/fi/site.yaml/in-the-way", "mine");
  std::filesystem::create_directories(t.out + "/.unfinished");
  ASSERT_TRUE(StagedTree::may_fill(t.out));
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("en/site.yaml", "a"));
    ASSERT_TRUE(tree.add("fi/site.yaml", "a"));
    EXPECT_FALSE(tree.commit("m"));
    EXPECT_EQ(t.read("en/site.yaml"), "a");
  }
  EXPECT_TRUE(StagedTree::may_fill(t.out));
}

TEST(StagedTree, ABuildThatCameToNothingLeavesAnEmptyFolder) {
  const Folder t;
  std::filesystem::create_directories(t.out);
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("en/site.yaml", "a"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(t.out));
}

TEST(StagedTree, WhatWasNotAddedIsTakenAwayAndForeignFilesStay) {
  const Folder t;
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("fi/pages/a/b.yaml", "a"));
    ASSERT_TRUE(tree.add("en/site.yaml", "a"));
    ASSERT_TRUE(tree.commit("m"));
  }
  t.project.write("tree/notes.txt", "mine");
  StagedTree tree(t.out);
  ASSERT_TRUE(tree.add("en/site.yaml", "a"));
  ASSERT_TRUE(tree.commit("m"));
  EXPECT_FALSE(file_exists(t.out + "/fi"));
  EXPECT_EQ(t.read("notes.txt"), "mine");
}

TEST(StagedTree, AMediaFileThatNoPageNamesIsTakenAwayAndAForeignPictureStays) {
  const Folder t;
  const std::string name = std::string(32, 'a') + ".png";
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("media/" + name, "a"));
    ASSERT_TRUE(tree.commit("m"));
  }
  t.project.write("tree/media/holiday.png", "mine");
  StagedTree tree(t.out);
  ASSERT_TRUE(tree.commit("m"));
  EXPECT_EQ(list_files(t.out, ""), (std::vector<std::string>{"manifest.yaml", "media/holiday.png"}));
}

TEST(StagedTree, KeepingTheOthersKeepsTheirMedia) {
  const Folder t;
  const std::string name = std::string(32, 'a') + ".png";
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("media/" + name, "a"));
    ASSERT_TRUE(tree.commit("m"));
  }
  StagedTree tree(t.out);
  ASSERT_TRUE(tree.keep_others());
  ASSERT_TRUE(tree.commit("m"));
  EXPECT_EQ(t.read("media/" + name), "a");
}

TEST(StagedTree, AFirstBuildThatWasKilledMayBeDoneAgain) {
  const Folder t;
  t.project.write("tree/.unfinished/en/site.yaml", "half");
  t.project.write("tree/en/site.yaml", "half");
  EXPECT_TRUE(StagedTree::may_fill(t.out));
  t.project.write("other/letter.txt", "mine");
  EXPECT_FALSE(StagedTree::may_fill(t.project.root() + "/other"));
}

TEST(StagedTree, AFileThatIsTheSameIsNotWritten) {
  const Folder t;
  const auto inode = [&] {
    struct stat info {};
    EXPECT_EQ(::stat((t.out + "/en/site.yaml").c_str(), &info), 0);
    return info.st_ino;
  };
  {
    StagedTree tree(t.out);
    ASSERT_TRUE(tree.add("en/site.yaml", "a"));
    ASSERT_TRUE(tree.commit("m"));
  }
  const auto before = inode();
  StagedTree tree(t.out);
  ASSERT_TRUE(tree.add("en/site.yaml", "a"));
  ASSERT_TRUE(tree.commit("n"));
  EXPECT_EQ(inode(), before);
}

}  // namespace
}  // namespace kiosk::tool
