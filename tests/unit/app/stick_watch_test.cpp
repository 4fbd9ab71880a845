// The watch says when it is worth looking for a stick, and finds one that comes in pieces.
#include "app/stick_watch.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "base/file.h"

namespace kiosk::app {
namespace {

class StickWatchTest : public testing::Test {
 protected:
  StickWatchTest() {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    watch_ = std::make_unique<StickWatch>(std::vector<std::string>{folder_}, [this] {
      const std::lock_guard lock(mutex_);
      ++wakes_;
      changed_.notify_all();
    });
    wait_for_a_wake(0);
    watch_->take_news();
  }

  int wakes() {
    const std::lock_guard lock(mutex_);
    return wakes_;
  }
  void wait_for_a_wake(int after) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return wakes_ > after; });
  }

  const std::string folder_ =
      testing::TempDir() + "/sticks-" + testing::UnitTest::GetInstance()->current_test_info()->name();
  std::mutex mutex_;
  std::condition_variable changed_;
  int wakes_ = 0;
  std::unique_ptr<StickWatch> watch_;  // the last: its thread uses the others
};

TEST_F(StickWatchTest, NothingNewIsNoNews) {
  EXPECT_FALSE(watch_->take_news());
  EXPECT_EQ(watch_->find(), "");
}

TEST_F(StickWatchTest, AStickThatComesIsNewsOnce) {
  const int before = wakes();
  ASSERT_TRUE(write_file(folder_ + "/stick/manifest.yaml", "x"));
  while (watch_->find().empty() || !watch_->take_news()) wait_for_a_wake(before);
  EXPECT_EQ(watch_->find(), folder_ + "/stick");
}

TEST_F(StickWatchTest, AStickThatOnlyBringsANewPinIsSeenToo) {
  ASSERT_TRUE(write_file(folder_ + "/stick/pin-reset.yaml", "x"));
  EXPECT_EQ(watch_->find(), folder_ + "/stick");
}

// The stick's folder, its user's folder above it, the manifest at last: each is watched as soon as it is there.
TEST_F(StickWatchTest, AManifestTwoLevelsDownThatComesLastIsSeen) {
  for (const char* part : {"/user", "/user/stick"}) {
    const int before = wakes();
    std::filesystem::create_directory(folder_ + part);
    wait_for_a_wake(before);
  }
  watch_->take_news();
  EXPECT_EQ(watch_->find(), "");
  const int before = wakes();
  ASSERT_TRUE(write_file(folder_ + "/user/stick/manifest.yaml", "x"));
  wait_for_a_wake(before);
  EXPECT_TRUE(watch_->take_news());
  EXPECT_EQ(watch_->find(), folder_ + "/user/stick");
}

}  // namespace
}  // namespace kiosk::app
