// Small numbers cannot be worked out from what is shown: every possible set of counts is tried against the rule.
#include "stats/disclosure.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

namespace kiosk::stats {
namespace {

Counted sum_of(const std::vector<std::int64_t>& parts) {
  Counted all;
  for (std::size_t i = 0; i < parts.size(); ++i) add(all, {std::to_string(i)}, parts[i]);
  return all;
}

std::string shown(const std::vector<std::int64_t>& parts) {
  Counted all = sum_of(parts);
  disclose(all);
  std::string text = all.shown ? std::to_string(all.n) + ":" : "..:";
  for (const Counted& part : all.parts) text += part.shown ? " " + std::to_string(part.n) : " ..";
  return text;
}

TEST(Disclosure, SmallPartsAreHidden) { EXPECT_EQ(shown({20, 3, 2, 0, 1}), "26: 20 .. .. .. .."); }

TEST(Disclosure, WhatTheHiddenOnesMakeTogetherDoesNotGiveThemAway) {
  EXPECT_EQ(shown({20, 3}), "23: .. ..") << "3 would be the difference";
  EXPECT_EQ(shown({20, 9, 3}), "32: 20 .. ..");
  EXPECT_EQ(shown({20, 4, 4}), "28: .. .. ..") << "8 of two small ones is 4 and 4";
  EXPECT_EQ(shown({20, 1, 1}), "22: .. .. ..");
  EXPECT_EQ(shown({9, 9, 30, 2}), "50: .. .. 30 ..") << "the order of equal ones must not tell";
}

TEST(Disclosure, NothingIsHiddenWithoutNeed) {
  EXPECT_EQ(shown({20, 9, 5}), "34: 20 9 5");
  EXPECT_EQ(shown({20, 0}), "20: 20 ..") << "nobody is nobody";
}

TEST(Disclosure, ASmallSumIsHiddenWithAllItsParts) { EXPECT_EQ(shown({2, 2}), "..: .. .."); }

TEST(Disclosure, PartsOfAHiddenPartAreHidden) {
  Counted all;
  add(all, {"a", "x"}, 3);
  add(all, {"a", "y"}, 1);
  add(all, {"b", "x"}, 9);
  add(all, {"c", "x"}, 40);
  disclose(all);
  EXPECT_FALSE(all.part("a").shown);
  EXPECT_FALSE(all.part("b").shown) << "hidden with a";
  EXPECT_FALSE(all.part("b").part("x").shown);
  EXPECT_TRUE(all.part("c").part("x").shown);
}

// What a reader sees of a tree, and its leaves.
struct Seen {
  std::string shown;
  std::vector<std::pair<bool, std::int64_t>> numbers;  // shown?, n: of every node
};

void look(const Counted& at, Seen& seen) {
  seen.shown += at.shown ? std::to_string(at.n) + "," : "..,";
  seen.numbers.emplace_back(at.shown, at.n);
  for (const Counted& part : at.parts) look(part, seen);
}

// For all sets of counts up to `most` in `leaves` leaves: no hidden number from 1 to 4 has only one value among those
// sets that look the same.
void try_all(std::size_t leaves, std::int64_t most, const std::function<Seen(const std::vector<std::int64_t>&)>& see) {
  std::map<std::string, std::vector<std::set<std::int64_t>>> values;
  std::vector<std::int64_t> counts(leaves);
  const std::function<void(std::size_t, const std::function<void()>&)> each = [&](std::size_t leaf, const auto& then) {
    if (leaf == leaves) return then();
    for (counts[leaf] = 0; counts[leaf] <= most; ++counts[leaf]) each(leaf + 1, then);
  };
  each(0, [&] {
    const Seen seen = see(counts);
    auto& known = values[seen.shown];
    known.resize(seen.numbers.size());
    for (std::size_t i = 0; i < known.size(); ++i) known[i].insert(seen.numbers[i].second);
  });
  each(0, [&] {
    const Seen seen = see(counts);
    for (std::size_t i = 0; i < seen.numbers.size(); ++i) {
      const auto [is_shown, n] = seen.numbers[i];
      if (is_shown) {
        ASSERT_GE(n, kSmallestShown);
      } else if (n > 0 && n < kSmallestShown) {
        ASSERT_GT(values[seen.shown][i].size(), 1u) << seen.shown << " gives away number " << i << ": " << n;
      }
    }
  });
}

Seen disclosed(Counted all) {
  disclose(all);
  Seen seen;
  look(all, seen);
  return seen;
}

// Numbers near the upper bound of what is tried have fewer companions, so the bound lies well above what is hidden.
TEST(Disclosure, NoPartCanBeWorkedOutOfTwoThreeOrFour) {
  try_all(2, 40, [](const auto& counts) { return disclosed(sum_of(counts)); });
  try_all(3, 20, [](const auto& counts) { return disclosed(sum_of(counts)); });
  try_all(4, 12, [](const auto& counts) { return disclosed(sum_of(counts)); });
}

TEST(Disclosure, NoPartCanBeWorkedOutInTwoLevels) {
  try_all(4, 12, [](const auto& counts) {
    Counted all;
    add(all, {"a", "x"}, counts[0]);
    add(all, {"a", "y"}, counts[1]);
    add(all, {"b", "x"}, counts[2]);
    add(all, {"b", "y"}, counts[3]);
    return disclosed(std::move(all));
  });
}

// Boards by week, and pages over the weeks in which their board is shown: two tables over the same taps.
TEST(Disclosure, WeeksAndPagesOfTheSameTapsGiveNothingAway) {
  try_all(4, 9, [](const auto& counts) {
    const std::int64_t taps[2][2] = {{counts[0], counts[1]}, {counts[2], counts[3]}};  // week, page
    Seen seen;
    Counted pages;
    for (const auto& week : taps) {
      Counted of_week;
      add(of_week, {"board"}, week[0] + week[1]);
      disclose(of_week);
      look(of_week, seen);
      for (int page = 0; page < 2; ++page)
        add(pages, {std::to_string(page)}, of_week.part("board").shown ? week[page] : 0);
    }
    disclose(pages);
    look(pages, seen);
    return seen;
  });
}

}  // namespace
}  // namespace kiosk::stats
