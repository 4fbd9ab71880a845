#include "base/lru_cache.h"

#include <gtest/gtest.h>

#include <string>

namespace kiosk {
namespace {

TEST(LruCache, ForgetsWhatWasLeastRecentlyUsed) {
  LruCache<int, std::string> cache(2);
  cache.put(1, "one");
  cache.put(2, "two");
  ASSERT_NE(cache.find(1), nullptr);
  cache.put(3, "three");
  EXPECT_EQ(cache.find(2), nullptr);
  EXPECT_EQ(*cache.find(1), "one");
  EXPECT_EQ(*cache.find(3), "three");
}

TEST(LruCache, CountsTheCostOfEntries) {
  LruCache<int, int> cache(10);
  cache.put(1, 1, 4);
  cache.put(2, 2, 4);
  EXPECT_EQ(cache.cost(), 8u);
  cache.put(3, 3, 7);
  EXPECT_EQ(cache.size(), 1u);
  EXPECT_EQ(cache.cost(), 7u);
  EXPECT_EQ(cache.find(1), nullptr);
}

TEST(LruCache, PuttingAKeyAgainReplacesValueAndCost) {
  LruCache<std::string, int> cache(10);
  cache.put("a", 1, 6);
  EXPECT_EQ(cache.put("a", 2, 3), 2);
  EXPECT_EQ(cache.size(), 1u);
  EXPECT_EQ(cache.cost(), 3u);
  EXPECT_EQ(*cache.find("a"), 2);
}

TEST(LruCache, TheEntryJustPutStaysThoughItCostsTooMuch) {
  LruCache<int, int> cache(3);
  cache.put(1, 1);
  EXPECT_EQ(cache.put(2, 20, 100), 20);
  EXPECT_EQ(cache.size(), 1u);
  cache.put(3, 3);
  EXPECT_EQ(cache.find(2), nullptr);
  EXPECT_EQ(cache.cost(), 1u);
}

TEST(LruCache, FoundValuesCanBeChanged) {
  LruCache<int, int> cache(2);
  cache.put(1, 1);
  *cache.find(1) = 5;
  EXPECT_EQ(*cache.find(1), 5);
}

TEST(LruCache, ClearedItIsEmpty) {
  LruCache<int, int> cache(2);
  cache.put(1, 1);
  cache.clear();
  EXPECT_EQ(cache.size(), 0u);
  EXPECT_EQ(cache.cost(), 0u);
  EXPECT_EQ(cache.find(1), nullptr);
}

}  // namespace
}  // namespace kiosk
