#include <gtest/gtest.h>

#include "base/check.h"
#include "base/clock.h"
#include "base/log.h"

namespace kiosk {
namespace {

TEST(FakeClock, StandsStillUntilItIsTurned) {
  FakeClock clock(1'000);
  EXPECT_EQ(clock.now_ms(), 1'000);
  EXPECT_EQ(clock.now_ms(), 1'000);
  clock.advance(120'000);
  EXPECT_EQ(clock.now_ms(), 121'000);
}

TEST(SystemClock, CountsFrom1970InMilliseconds) {
  EXPECT_GT(SystemClock().now_ms(), 1'700'000'000'000);
  EXPECT_LT(SystemClock().now_ms(), 10'000'000'000'000);
}

TEST(CheckDeathTest, AFailedCheckNamesItsConditionAndAborts) {
  KIOSK_CHECK(1 + 1 == 2);
  EXPECT_DEATH(KIOSK_CHECK(1 + 1 == 3), "clock_and_check_test.cpp:[0-9]+: bug: check failed: 1 \\+ 1 == 3");
}

TEST(Log, SaysAMessageOnceWhereAskedTo) {
  testing::internal::CaptureStderr();
  log_once("no glyph for U+1F600");
  log_once("no glyph for U+1F600");
  log_error("cannot read a.yaml");
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "kiosk: warning: no glyph for U+1F600\nkiosk: error: cannot read a.yaml\n");
}

}  // namespace
}  // namespace kiosk
