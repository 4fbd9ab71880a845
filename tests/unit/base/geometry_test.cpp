#include "base/geometry.h"

#include <gtest/gtest.h>

namespace kiosk {
namespace {

TEST(Rect, RightAndBottomEdgesAreOutside) {
  const Rect r{10, 20, 30, 40};
  EXPECT_TRUE(r.contains(Point{10, 20}));
  EXPECT_TRUE(r.contains(Point{39, 59}));
  EXPECT_FALSE(r.contains(Point{40, 59}));
  EXPECT_FALSE(r.contains(Point{39, 60}));
  EXPECT_FALSE(r.contains(Point{9, 20}));
}

TEST(Rect, ContainsItselfButNothingThatSticksOut) {
  const Rect r{0, 0, 10, 10};
  EXPECT_TRUE(r.contains(r));
  EXPECT_TRUE(r.contains(Rect{2, 2, 8, 8}));
  EXPECT_FALSE(r.contains(Rect{2, 2, 9, 8}));
  EXPECT_FALSE(r.contains(Rect{-1, 0, 5, 5}));
}

TEST(Rect, MovesAndShrinks) {
  EXPECT_EQ((Rect{1, 2, 3, 4}.moved(10, -2)), (Rect{11, 0, 3, 4}));
  EXPECT_EQ((Rect{0, 0, 10, 8}.inset(2)), (Rect{2, 2, 6, 4}));
  EXPECT_TRUE((Rect{0, 0, 10, 3}.inset(2)).empty());
}

TEST(Rect, IntersectionIsWhatBothHave) {
  EXPECT_EQ(intersect({0, 0, 10, 10}, {5, 6, 10, 10}), (Rect{5, 6, 5, 4}));
  EXPECT_EQ(intersect({5, 6, 10, 10}, {0, 0, 10, 10}), (Rect{5, 6, 5, 4}));
  EXPECT_TRUE(intersect({0, 0, 10, 10}, {10, 0, 5, 5}).empty());
  EXPECT_EQ(intersect({0, 0, 4, 4}, {9, 9, 4, 4}).w, 0);
}

TEST(Rect, UnionGoesRoundBothAndSkipsEmptyOnes) {
  EXPECT_EQ(unite({0, 0, 2, 2}, {8, 5, 2, 2}), (Rect{0, 0, 10, 7}));
  EXPECT_EQ(unite({0, 0, 0, 0}, {8, 5, 2, 2}), (Rect{8, 5, 2, 2}));
  EXPECT_EQ(unite({8, 5, 2, 2}, {-50, -50, 0, 9}), (Rect{8, 5, 2, 2}));
}

}  // namespace
}  // namespace kiosk
