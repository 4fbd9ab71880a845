#include "base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace kiosk {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class File : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  const std::string folder =
      testing::TempDir() + "/file-" + testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(File, WhatWasWrittenIsRead) {
  const std::string bytes("a\0b\nå", 6);
  ASSERT_TRUE(write_file(folder + "/new/deep/a.bin", bytes));
  const auto read = read_file(folder + "/new/deep/a.bin");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, bytes);
  EXPECT_TRUE(file_exists(folder + "/new/deep/a.bin"));
}

TEST_F(File, AnEmptyFileIsRead) {
  ASSERT_TRUE(write_file(folder + "/empty", ""));
  EXPECT_EQ(read_file(folder + "/empty").value_or("?"), "");
}

TEST_F(File, TheLimitIsInclusive) {
  ASSERT_TRUE(write_file(folder + "/five", "12345"));
  EXPECT_TRUE(read_file(folder + "/five", 5));
  const auto read = read_file(folder + "/five", 4);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message, "cannot read " + folder + "/five: larger than 4 bytes");
}

TEST_F(File, WhatIsNoRegularFileIsRefusedWithoutWaiting) {
  EXPECT_EQ(read_file(folder).error().message, "cannot read " + folder + ": not a regular file");
  ASSERT_EQ(::mkfifo((folder + "/pipe").c_str(), 0600), 0);
  EXPECT_EQ(read_file(folder + "/pipe").error().message, "cannot read " + folder + "/pipe: not a regular file");
  EXPECT_EQ(read_file("/dev/zero").error().message, "cannot read /dev/zero: not a regular file");
  EXPECT_EQ(read_file(folder + "/none").error().message, "cannot read " + folder + "/none: No such file or directory");
}

TEST_F(File, WritingReplacesTheFileAndLeavesNoOther) {
  ASSERT_TRUE(write_file(folder + "/a", "old"));
  struct stat before {
  }, after{};
  ASSERT_EQ(::stat((folder + "/a").c_str(), &before), 0);
  ASSERT_TRUE(write_file(folder + "/a", "new text"));
  ASSERT_EQ(::stat((folder + "/a").c_str(), &after), 0);
  EXPECT_NE(before.st_ino, after.st_ino);  // renamed into place, not written over
  EXPECT_EQ(*read_file(folder + "/a"), "new text");
  EXPECT_THAT(list_files(folder, ""), ElementsAre("a"));
}

TEST_F(File, TheSameBytesLeaveTheFileUntouched) {
  ASSERT_TRUE(write_file(folder + "/a", "same"));
  const auto changed = fs::last_write_time(folder + "/a") - std::chrono::hours(1);
  fs::last_write_time(folder + "/a", changed);
  ASSERT_TRUE(write_file(folder + "/a", "same"));
  EXPECT_EQ(fs::last_write_time(folder + "/a"), changed);
}

TEST_F(File, AFailedWriteKeepsWhatWasThere) {
  fs::create_directories(folder + "/target/held");
  const auto written = write_file(folder + "/target", "text");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().message, "cannot write " + folder + "/target: Is a directory");
  EXPECT_TRUE(fs::is_directory(folder + "/target/held"));
  EXPECT_TRUE(list_files(folder, "").empty());
}

TEST_F(File, AParentThatIsAFileIsAnError) {
  ASSERT_TRUE(write_file(folder + "/a", "x"));
  const auto written = write_file(folder + "/a/b", "y");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().message, "cannot write " + folder + "/a/b: Not a directory");
}

TEST_F(File, ListsAreSortedRelativeAndFollowNoLinks) {
  for (const char* name : {"b.md", "a/z.md", "a/y.txt", "c/d/e.md"}) ASSERT_TRUE(write_file(folder + "/" + name, "x"));
  ASSERT_EQ(::symlink((folder + "/b.md").c_str(), (folder + "/link.md").c_str()), 0);
  ASSERT_EQ(::symlink((folder + "/a").c_str(), (folder + "/linked").c_str()), 0);
  EXPECT_THAT(list_files(folder, ".md"), ElementsAre("a/z.md", "b.md", "c/d/e.md"));
  EXPECT_TRUE(list_files(folder + "/none", ".md").empty());
}

}  // namespace
}  // namespace kiosk
