// RELIABILITY goal 16: the sixth try is refused, whatever is done to the kiosk and its clock.
#include "app/pin_gate.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "support/fake_boot_clock.h"

namespace kiosk::app {
namespace {

constexpr std::int64_t kMinute = 60'000;

class PinGateTest : public testing::Test {
 protected:
  PinGateTest() : folder_(testing::TempDir() + "pin_gate_" + test_name()) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  static std::string test_name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  PinGate gate() { return PinGate(folder_, clock_); }
  void take(int times) {
    PinGate one = gate();
    for (int i = 0; i < times; ++i) ASSERT_TRUE(one.take().has_value());
  }

  std::string folder_;
  test::FakeBootClock clock_;
};

TEST_F(PinGateTest, TheSixthTryIsRefusedForFifteenMinutesFromTheFirst) {
  take(3);
  clock_.advance(5 * kMinute);
  PinGate gate(folder_, clock_);
  EXPECT_EQ(gate.tries_left(), 2);
  ASSERT_TRUE(gate.take() && gate.take());
  EXPECT_FALSE(gate.take());
  EXPECT_EQ(gate.wait_ms(), 10 * kMinute);
  clock_.advance(10 * kMinute - 1);
  EXPECT_FALSE(gate.take());
  clock_.advance(1);
  EXPECT_EQ(gate.tries_left(), 3);
  EXPECT_TRUE(gate.take().has_value());
}

TEST_F(PinGateTest, EachTryIsOnTheDiskBeforeItIsMade) {
  for (int i = 1; i <= 5; ++i) {
    take(1);
    EXPECT_EQ(gate().tries_left(), 5 - i);
  }
  EXPECT_GT(gate().wait_ms(), 0);
}

TEST_F(PinGateTest, AKillRightAfterATryGivesNoneBack) {
  const SystemBootClock clock;
  for (int i = 1; i <= 5; ++i) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      PinGate gate(folder_, clock);
      if (gate.take()) ::kill(::getpid(), SIGKILL);
      ::_exit(1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(PinGate(folder_, clock).tries_left(), 5 - i);
  }
  EXPECT_FALSE(PinGate(folder_, clock).take());
}

TEST_F(PinGateTest, ARestartOfTheComputerGivesNoneBack) {
  take(5);
  for (int i = 0; i < 3; ++i) {
    clock_.restart();
    EXPECT_EQ(gate().tries_left(), 0);
    clock_.advance(10 * kMinute);
    EXPECT_FALSE(gate().take());
  }
  clock_.advance(5 * kMinute);
  EXPECT_EQ(gate().tries_left(), 5);
}

TEST_F(PinGateTest, TheRightPinForgetsTheTriesBefore) {
  take(4);
  ASSERT_TRUE(gate().forgive());
  EXPECT_EQ(gate().tries_left(), 5);
}

TEST_F(PinGateTest, ADamagedOrForgedFileCountsAsFiveTriesJustNow) {
  for (const char* text : {"", "tries: [1]\ntries: [2]\n", "start: \"start 1\"\n", "{", "tries: [-1]\n",
                           "start: \"start 1\"\ntries: [9999999999999]\n", "tries: [1, 2, 3, 4, 5, 6]\n"}) {
    ASSERT_TRUE(write_file(folder_ + "/tries.yaml", text));
    EXPECT_EQ(gate().tries_left(), 0) << text;
    EXPECT_EQ(gate().wait_ms(), PinGate::kWindowMs) << text;
  }
  clock_.advance(PinGate::kWindowMs);
  EXPECT_EQ(gate().tries_left(), 5);
}

TEST_F(PinGateTest, WhereTheTryCannotBeWrittenNothingMayBeTried) {
  std::filesystem::remove_all(folder_);
  EXPECT_FALSE(gate().take());
}

}  // namespace
}  // namespace kiosk::app
