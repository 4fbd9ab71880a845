// The headphone jack, told in the kernel's own structs through named pipes.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "app/jack_reader.h"
#include "app/jack_watch.h"

namespace kiosk::app {
namespace {

namespace fs = std::filesystem;
using Fed = JackReader::Fed;

std::string bytes_of(int type, int code, int value) {
  input_event event{};
  event.type = static_cast<__u16>(type);
  event.code = static_cast<__u16>(code);
  event.value = value;
  return {reinterpret_cast<const char*>(&event), sizeof event};
}
std::string packet(int type, int code, int value) {
  return bytes_of(type, code, value) + bytes_of(EV_SYN, SYN_REPORT, 0);
}
std::string jack(bool in) { return packet(EV_SW, SW_HEADPHONE_INSERT, in ? 1 : 0); }

TEST(JackReader, AWholePacketTellsThatAHeadsetCameOrWent) {
  JackReader reader;
  EXPECT_EQ(reader.in(), std::nullopt);
  EXPECT_EQ(reader.feed(jack(true)), Fed::kChanged);
  EXPECT_EQ(reader.in(), true);
  EXPECT_EQ(reader.feed(jack(true)), Fed::kSame);
  EXPECT_EQ(reader.feed(jack(false)), Fed::kChanged);
  EXPECT_EQ(reader.in(), false);
}

TEST(JackReader, EventsMayComeInAnyPieces) {
  JackReader reader(false);
  const std::string all = jack(true);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) EXPECT_EQ(reader.feed(all.substr(i, 1)), Fed::kSame) << i;
  EXPECT_EQ(reader.feed(all.substr(all.size() - 1)), Fed::kChanged);
}

TEST(JackReader, NothingCountsBeforeThePacketEnds) {
  JackReader reader(false);
  EXPECT_EQ(reader.feed(bytes_of(EV_SW, SW_HEADPHONE_INSERT, 1)), Fed::kSame);
  EXPECT_EQ(reader.in(), false);
  EXPECT_EQ(reader.feed(bytes_of(EV_SW, SW_HEADPHONE_INSERT, 0) + bytes_of(EV_SYN, SYN_REPORT, 0)), Fed::kSame);
}

TEST(JackReader, OtherSwitchesAndKeysAreNoHeadset) {
  JackReader reader(false);
  EXPECT_EQ(reader.feed(packet(EV_SW, SW_MICROPHONE_INSERT, 1) + packet(EV_SW, SW_LID, 1) + packet(EV_KEY, KEY_A, 1)),
            Fed::kSame);
  EXPECT_EQ(reader.in(), false);
}

TEST(JackReader, AfterDroppedEventsTheDeviceMustBeAsked) {
  JackReader reader(false);
  const std::string dropped = bytes_of(EV_SYN, SYN_DROPPED, 0);
  EXPECT_EQ(reader.feed(dropped + bytes_of(EV_SW, SW_HEADPHONE_INSERT, 1)), Fed::kSame);
  EXPECT_EQ(reader.feed(bytes_of(EV_SYN, SYN_REPORT, 0)), Fed::kLost);
  EXPECT_EQ(reader.in(), false);
  reader.reset(true);
  EXPECT_EQ(reader.in(), true);
}

class JackWatchTest : public testing::Test {
 protected:
  JackWatchTest() {
    folder_ = "jacks/" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void make_device(const std::string& name) { ASSERT_EQ(mkfifo((folder_ + "/" + name).c_str(), 0600), 0); }
  // As the kernel's side of a device; blocks until somebody reads it.
  int open_device(const std::string& name) const {
    return ::open((folder_ + "/" + name).c_str(), O_WRONLY | O_CLOEXEC);
  }
  static void send(int device, const std::string& bytes) {
    ASSERT_EQ(::write(device, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  std::unique_ptr<JackWatch> watch() {
    return std::make_unique<JackWatch>(folder_, [this] {
      const std::lock_guard lock(mutex_);
      ++woken_;
      changed_.notify_all();
    });
  }
  std::optional<bool> next(JackWatch& watch) {
    std::unique_lock lock(mutex_);
    constexpr std::chrono::seconds kPatience(20);
    if (!changed_.wait_for(lock, kPatience, [this] { return woken_ > 0; })) return std::nullopt;
    --woken_;
    return watch.take_change();
  }

  std::string folder_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int woken_ = 0;
};

TEST_F(JackWatchTest, InAndOutAreToldOnceEach) {
  make_device("event4");
  const auto watched = watch();
  const int device = open_device("event4");
  send(device, jack(true));
  EXPECT_EQ(next(*watched), true);
  EXPECT_EQ(watched->take_change(), std::nullopt);
  send(device, packet(EV_KEY, KEY_A, 1) + jack(false));
  EXPECT_EQ(next(*watched), false);
  ::close(device);
}

TEST_F(JackWatchTest, ADeviceThatComesLaterIsWatchedAndItsEndIsAHeadsetPulledOut) {
  const auto watched = watch();
  make_device("event11");
  const int device = open_device("event11");
  send(device, jack(true));
  EXPECT_EQ(next(*watched), true);
  ::close(device);
  EXPECT_EQ(next(*watched), false);
}

TEST_F(JackWatchTest, WhatIsNoDeviceIsLeftAlone) {
  std::ofstream(folder_ + "/event0") << jack(true);
  fs::create_directory(folder_ + "/event1");
  fs::create_symlink("/dev/null", folder_ + "/event2");
  make_device("mouse0");
  make_device("event3");
  const auto watched = watch();
  const int device = open_device("event3");
  send(device, jack(true));
  EXPECT_EQ(next(*watched), true);
  ::close(device);
}

TEST_F(JackWatchTest, NoMoreThan32DevicesAreOpen) {
  for (int i = 0; i < 100; ++i) make_device("event" + std::to_string(i));
  const auto open_files = [] {
    const fs::directory_iterator files("/proc/self/fd");
    return std::distance(begin(files), end(files));
  };
  const auto before = open_files();
  const auto watched = watch();
  EXPECT_LE(open_files() - before, 32 + 2);
  EXPECT_GE(open_files() - before, 32);
}

TEST_F(JackWatchTest, WithoutInputDevicesThereIsNoHeadset) {
  folder_ += "/none";
  EXPECT_EQ(watch()->take_change(), std::nullopt);
}

}  // namespace
}  // namespace kiosk::app
