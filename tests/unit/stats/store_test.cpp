#include "stats/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>

#include "base/file.h"

namespace kiosk::stats {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNine = 1'772'438'400'000;  // 2026-03-02T08:00Z

Count open_of(const std::string& page, const std::string& language = "ar") {
  return {CountKind::kOpen, page, language, ""};
}

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/store-" + testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = folder_ + "/counts.db";
  }
  std::int64_t total(const std::string& path) {
    const auto rows = read_rows(path);
    EXPECT_TRUE(rows.has_value()) << rows.error().message;
    std::int64_t sum = 0;
    if (rows)
      for (const Row& row : *rows) sum += row.n;
    return sum;
  }
  std::string folder_, path_;
};

TEST_F(StoreTest, CountsByDayPageLanguageKindAndChoice) {
  Store store(path_);
  ASSERT_TRUE(store.add({open_of("health/care")}, kNine));
  ASSERT_TRUE(store.add({open_of("health/care")}, kNine));
  ASSERT_TRUE(store.add({{CountKind::kGood, "topic:health", "sv", ""}}, kNine));
  ASSERT_TRUE(store.add({{CountKind::kPollAnswer, "opening-hours", "zh-Hans", "evening"}}, kNine));
  const auto rows = store.rows();
  ASSERT_TRUE(rows.has_value()) << rows.error().message;
  EXPECT_THAT(
      *rows, testing::ElementsAre(Row{"2026-03-02", open_of("health/care"), 2},
                                  Row{"2026-03-02", {CountKind::kPollAnswer, "opening-hours", "zh-Hans", "evening"}, 1},
                                  Row{"2026-03-02", {CountKind::kGood, "topic:health", "sv", ""}, 1}));
}

TEST_F(StoreTest, TheDayIsStockholms) {
  Store store(path_);
  constexpr std::int64_t kHour = 3'600'000;
  ASSERT_TRUE(store.add({open_of("a")}, kNine + 14 * kHour));  // 23:00
  ASSERT_TRUE(store.add({open_of("a")}, kNine + 15 * kHour));  // midnight
  EXPECT_EQ(store.rows("2026-03-03")->size(), 1u);
  EXPECT_EQ(store.rows({}, "2026-03-02")->size(), 1u);
  EXPECT_EQ(store.rows("2026-03-02", "2026-03-03")->size(), 2u);
}

TEST_F(StoreTest, NothingButIdsAndTagsIsCounted) {
  Store store(path_);
  for (const Count& count : std::vector<Count>{open_of("vård"),
                                               open_of("A b"),
                                               open_of("a/b/c"),
                                               open_of("a'--"),
                                               open_of(std::string(200, 'a')),
                                               open_of("a", "s"),
                                               open_of("a", "sv_SE"),
                                               {CountKind::kPollAnswer, "poll", "sv", ""},
                                               {CountKind::kPollAnswer, "poll", "sv", "Ja tack"},
                                               {CountKind::kGood, "a", "sv", "x"}})
    EXPECT_FALSE(store.add({open_of("fine"), count}, kNine)) << count.page << ' ' << count.language;
  EXPECT_FALSE(fs::exists(path_));
}

TEST_F(StoreTest, ASecondStoreOfTheSameFileGoesOnWhereTheFirstWas) {
  ASSERT_TRUE(Store(path_).add({open_of("a")}, kNine));
  ASSERT_TRUE(Store(path_).add({open_of("a")}, kNine));
  EXPECT_EQ(total(path_), 2);
  EXPECT_TRUE(list_files(folder_, "-wal").empty());
}

TEST_F(StoreTest, AFileThatIsNoStoreIsMovedAsideAndCountingGoesOn) {
  const auto plant = [&](const std::function<void()>& how) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    how();
    Store store(path_);
    const auto added = store.add({open_of("a")}, kNine);
    EXPECT_TRUE(added.has_value()) << added.error().message;
    EXPECT_EQ(total(path_), 1);
    EXPECT_TRUE(fs::exists(fs::symlink_status(path_ + ".damaged-1")));
  };
  const auto with_sql = [&](const char* sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
  };
  plant([&] { std::ofstream(path_) << std::string(5000, 'x'); });
  plant([&] { with_sql("CREATE TABLE counts (day TEXT)"); });
  plant([&] { fs::create_directories(path_); });
  plant([&] { fs::create_symlink(folder_ + "/elsewhere", path_); });
  plant([&] { ASSERT_EQ(::mkfifo(path_.c_str(), 0600), 0); });
  plant([&] {
    ASSERT_TRUE(Store(path_).add({open_of("b")}, kNine));
    with_sql("CREATE TRIGGER more AFTER INSERT ON counts BEGIN DELETE FROM counts; END");
  });
  plant([&] {  // a page of the file overwritten
    ASSERT_TRUE(Store(path_).add({open_of("b")}, kNine));
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(4096, '\xff');
  });
}

// Whatever bytes are damaged: the kiosk counts on, and what it then says it has counted is there.
TEST_F(StoreTest, AnyDamagedPageOfTheFileLetsCountingGoOn) {
  ASSERT_TRUE(Store(path_).add({open_of("a"), open_of("b"), open_of("c")}, kNine));
  const auto whole = read_file(path_);
  ASSERT_TRUE(whole.has_value());
  constexpr std::size_t kStep = 37;
  for (std::size_t at = 0; at < whole->size(); at += kStep) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    std::string bytes = *whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x5a);
    std::ofstream(path_, std::ios::binary) << bytes;
    Store store(path_);
    const auto added = store.add({open_of("after")}, kNine);
    ASSERT_TRUE(added.has_value()) << at << ": " << added.error().message;
    const auto rows = store.rows();
    if (!rows) continue;  // a flipped byte inside a word: said when the figures are made
    EXPECT_THAT(*rows, testing::Contains(testing::Field(&Row::count, open_of("after")))) << at;
  }
}

TEST_F(StoreTest, AFileTakenAwayUnderTheStoreIsMadeAnew) {
  Store store(path_);
  ASSERT_TRUE(store.add({open_of("a")}, kNine));
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path_ + suffix);
  ASSERT_TRUE(store.add({open_of("a")}, kNine));
  EXPECT_EQ(total(path_), 1);
}

TEST_F(StoreTest, AFolderThatCannotBeMadeIsAnErrorAndOneThatComesBackIsNot) {
  std::ofstream(folder_ + "/file") << "x";
  Store store(folder_ + "/file/counts.db");
  EXPECT_FALSE(store.add({open_of("a")}, kNine));
  fs::remove(folder_ + "/file");
  EXPECT_TRUE(store.add({open_of("a")}, kNine));
}

TEST_F(StoreTest, AFullDiskIsAnErrorAndTheCountsBeforeItStay) {
  ASSERT_TRUE(Store(path_).add({open_of("a")}, kNine));
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit none{0, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &none), 0);
  const auto added = Store(path_).add({open_of("a")}, kNine);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_FALSE(added.has_value());
  EXPECT_TRUE(Store(path_).add({open_of("a")}, kNine));
  EXPECT_EQ(total(path_), 2);
}

TEST_F(StoreTest, ReadingLeavesAForeignFileWhereItIs) {
  EXPECT_FALSE(read_rows(path_));
  EXPECT_FALSE(fs::exists(path_));
  std::ofstream(path_) << std::string(5000, 'x');
  EXPECT_FALSE(read_rows(path_));
  EXPECT_EQ(list_files(folder_, ""), std::vector<std::string>{"counts.db"});
}

TEST_F(StoreTest, SeveralKiosksAreAddedUp) {
  const Row a{"2026-03-02", open_of("a"), 2}, b{"2026-03-02", open_of("b"), 3}, c{"2026-03-01", open_of("b"), 1};
  EXPECT_THAT(merge({{a, b}, {c, b}, {}}), testing::ElementsAre(c, a, Row{"2026-03-02", open_of("b"), 6}));
}

}  // namespace
}  // namespace kiosk::stats
