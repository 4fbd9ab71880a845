// What a host posts stays over a restart, and a damaged board costs the notices alone.
#include "app/notice_board.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "i18n/date_time.h"

namespace kiosk::app {
namespace {

std::int64_t at(const char* time) { return i18n::parse_iso_time(time).value(); }

class NoticeBoardTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "notice-board-" + std::to_string(::getpid());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    path_ = folder_ + "/notices.yaml";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string folder_, path_;
  const std::int64_t now_ = at("2026-03-02T09:00+01:00");
  const ui::PostedNotice early_{"closes-early", {{"time", "14:30"}}, at("2026-03-02T23:59+01:00")};
  const ui::PostedNotice moved_{"cafe-moved", {{"place", "Rum 3: «övre» \"salen\""}}, at("2026-03-03T12:00+01:00")};
};

TEST_F(NoticeBoardTest, WhatIsPostedIsThereAfterARestart) {
  NoticeBoard board(path_);
  ASSERT_TRUE(board.post(early_, now_));
  ASSERT_TRUE(board.post(moved_, now_));
  EXPECT_EQ(NoticeBoard(path_).posted(), (std::vector<ui::PostedNotice>{early_, moved_}));
  ASSERT_TRUE(board.withdraw("closes-early", now_));
  EXPECT_EQ(NoticeBoard(path_).posted(), (std::vector<ui::PostedNotice>{moved_}));
}

TEST_F(NoticeBoardTest, TheSameNoticeAgainTakesThePlaceOfTheFirst) {
  NoticeBoard board(path_);
  ASSERT_TRUE(board.post(early_, now_));
  ui::PostedNotice later = early_;
  later.values["time"] = "16:00";
  ASSERT_TRUE(board.post(later, now_));
  EXPECT_EQ(NoticeBoard(path_).posted(), (std::vector<ui::PostedNotice>{later}));
}

TEST_F(NoticeBoardTest, WhatHasEndedMakesRoom) {
  NoticeBoard board(path_);
  for (std::size_t i = 0; i < NoticeBoard::kMost; ++i)
    ASSERT_TRUE(board.post({"n" + std::to_string(i), {}, early_.until_ms}, now_));
  EXPECT_EQ(board.post(moved_, now_).error().message, "the board is full: take a notice down first");
  EXPECT_EQ(board.posted().size(), NoticeBoard::kMost);
  ASSERT_TRUE(board.post(moved_, early_.until_ms));
  EXPECT_EQ(board.posted(), (std::vector<ui::PostedNotice>{moved_}));
}

TEST_F(NoticeBoardTest, ADamagedFileMeansNoNotice) {
  for (const char* text : {"notices: [", "notices:\n  - {id: \"../x\", until: \"2026-03-02T23:59+01:00\"}\n",
                           "notices:\n  - {id: a, until: soon}\n", "notices: {a: b}\n", "other: 1\n",
                           "notices:\n  - {id: a, until: \"2026-03-02T23:59+01:00\", values: {time: \"a\\nb\"}}\n"}) {
    ASSERT_TRUE(write_file(path_, text));
    EXPECT_TRUE(NoticeBoard(path_).posted().empty()) << text;
  }
}

TEST_F(NoticeBoardTest, WhatCannotBeWrittenIsNotPosted) {
  NoticeBoard board(folder_ + "/gone/notices.yaml");
  EXPECT_FALSE(board.post(early_, now_));
  EXPECT_TRUE(board.posted().empty());
}

}  // namespace
}  // namespace kiosk::app
