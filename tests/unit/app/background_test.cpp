#include "app/background.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace kiosk::app {
namespace {

TEST(Background, SecondHalvesRunInOrderOnTheCollectingThread) {
  Background background;
  std::vector<int> seen;
  const auto here = std::this_thread::get_id();
  for (int i = 0; i < 5; ++i)
    background.post([&seen, i, here]() -> std::function<void()> {
      EXPECT_NE(std::this_thread::get_id(), here);
      return [&seen, i, here] {
        EXPECT_EQ(std::this_thread::get_id(), here);
        seen.push_back(i);
      };
    });
  while (background.busy()) {
    background.settle();
    background.collect();
  }
  EXPECT_EQ(seen, (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST(Background, WakesWhenSomethingCanBeCollected) {
  std::atomic<int> woken = 0;
  {
    Background background;
    background.on_ready([&] { ++woken; });
    background.post([] { return std::function<void()>(); });
    background.settle();
  }  // joins the worker
  EXPECT_EQ(woken, 1);
}

TEST(Background, EndsWhileJobsWait) {
  Background background;
  for (int i = 0; i < 100; ++i) background.post([] { return std::function<void()>(); });
}

}  // namespace
}  // namespace kiosk::app
