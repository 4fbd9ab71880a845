#include "stats/suppression.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <set>

namespace kiosk::stats {
namespace {

using Numbers = std::vector<std::int64_t>;

TEST(Suppression, SmallPartsAreWithheldWithTheNextLarger) {
  struct Case {
    Numbers parts;
    std::optional<std::vector<bool>> withheld;
  };
  const Case cases[] = {
      {{}, std::vector<bool>{}},
      {{0, 0}, std::vector<bool>{false, false}},
      {{5, 9}, std::vector<bool>{false, false}},
      {{4, 9, 7}, std::vector<bool>{true, false, true}},                     // one alone would be the rest
      {{1, 1, 9, 7, 0}, std::vector<bool>{true, true, false, true, false}},  // two, but together under 5
      {{3, 2, 9}, std::vector<bool>{true, true, false}},
      {{4}, std::nullopt},
      {{2, 0, 2}, std::nullopt},
  };
  for (const Case& c : cases) EXPECT_EQ(withhold_parts(c.parts), c.withheld);
}

TEST(Suppression, ATableWithoutSmallCellsIsShownWhole) {
  EXPECT_EQ(withhold_cells({{0, 0, 5}, {0, 1, 0}, {1, 0, 8}, {1, 1, 9}}, 2, 2), std::vector<bool>(4, false));
}

TEST(Suppression, ASmallCellTakesARectangleWithIt) {
  EXPECT_EQ(withhold_cells({{0, 0, 3}, {0, 1, 20}, {1, 0, 8}, {1, 1, 9}}, 2, 2), std::vector<bool>(4, true));
}

TEST(Suppression, AZeroIsWithheldWhereElseTheCellWouldBeTheRest) {
  EXPECT_EQ(withhold_cells({{0, 0, 3}, {0, 1, 7}, {1, 0, 5}, {1, 1, 0}}, 2, 2), std::vector<bool>(4, true));
}

TEST(Suppression, TwoCellsOfTheSameTotalsProtectEachOther) {
  EXPECT_EQ(withhold_cells({{0, 0, 3}, {0, 0, 7}, {0, 1, 8}}, 1, 2), (std::vector<bool>{true, true, false}));
}

TEST(Suppression, ACellThatIsATotalCannotBeWithheld) { EXPECT_EQ(withhold_cells({{0, 0, 3}}, 1, 1), std::nullopt); }

// Every table that agrees with all that is shown, found by trying; the values that each cell takes in them.
std::vector<std::set<std::int64_t>> possible(const std::vector<TableCell>& cells, const std::vector<bool>& hidden,
                                             std::size_t rows, std::size_t columns) {
  std::vector<std::int64_t> row_left(rows), column_left(columns), value(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (hidden[i]) {
      row_left[cells[i].row] += cells[i].n;
      column_left[cells[i].column] += cells[i].n;
    }
  std::vector<std::set<std::int64_t>> found(cells.size());
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (hidden[i]) unknown.push_back(i);
  const std::function<void(std::size_t)> place = [&](std::size_t k) {
    if (k == unknown.size()) {
      for (const std::int64_t left : row_left)
        if (left != 0) return;
      for (const std::int64_t left : column_left)
        if (left != 0) return;
      for (const std::size_t i : unknown) found[i].insert(value[i]);
      return;
    }
    const TableCell& cell = cells[unknown[k]];
    // A row's last unknown is what is left of it.
    const bool last = k + 1 == unknown.size() || cells[unknown[k + 1]].row != cell.row;
    const std::int64_t most = std::min(row_left[cell.row], column_left[cell.column]);
    for (std::int64_t n = last ? row_left[cell.row] : 0; n <= most; ++n) {
      value[unknown[k]] = n;
      row_left[cell.row] -= n;
      column_left[cell.column] -= n;
      place(k + 1);
      row_left[cell.row] += n;
      column_left[cell.column] += n;
    }
  };
  place(0);
  return found;
}

TEST(Suppression, NoWithheldCellOfARandomTableIsDetermined) {
  std::mt19937 random(20261124);
  constexpr std::size_t kRows = 3, kColumns = 3;
  int tables = 0, withheld = 0;
  while (tables < 2000) {
    std::vector<TableCell> cells;
    Numbers row(kRows), column(kColumns);
    for (std::size_t r = 0; r < kRows; ++r)
      for (std::size_t c = 0; c < kColumns; ++c) {
        const std::int64_t n = random() % 3 == 0 ? 0 : static_cast<std::int64_t>(random() % 9);
        cells.push_back({r, c, n});
        row[r] += n;
        column[c] += n;
      }
    const auto small = [](std::int64_t n) { return n > 0 && n < kSmallestShown; };
    if (std::any_of(row.begin(), row.end(), small) || std::any_of(column.begin(), column.end(), small)) continue;
    ++tables;
    const auto hidden = withhold_cells(cells, kRows, kColumns);
    ASSERT_TRUE(hidden);  // in a full table there is always a choice
    const auto values = possible(cells, *hidden, kRows, kColumns);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (small(cells[i].n)) {
        EXPECT_TRUE((*hidden)[i]);
      }
      if (!(*hidden)[i]) continue;
      ++withheld;
      EXPECT_GE(values[i].size(), 2U) << "cell " << i << " of table " << tables;
    }
  }
  EXPECT_GT(withheld, 5000);
}

}  // namespace
}  // namespace kiosk::stats
