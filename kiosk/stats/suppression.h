// Which figures a report must withhold so that nobody's taps can be told from it. Two pure rules: small totals are
// grouped, and small cells of a table whose totals are all public are withheld with as many others as it takes for
// none to be determined (Gusfield 1988: a cell is free when it lies on a cycle of withheld cells that can be
// alternately raised and lowered). Knows neither weeks nor pages.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace kiosk::stats {

inline constexpr std::int64_t kSmallestShown = 5;

// Of parts whose sum is public, those that are withheld: the small ones, and so many of the next larger that at least
// two are withheld and together count kSmallestShown. Parts of 0 are shown. nullopt: the sum itself is too small.
std::optional<std::vector<bool>> withhold_parts(const std::vector<std::int64_t>& parts);

// A cell counts towards the total of one row and of one column; several may share both.
struct TableCell {
  std::size_t row = 0, column = 0;
  std::int64_t n = 0;  // not negative
};

// The cells that are withheld when every row's and column's total is public: true for each cell from 1 to
// kSmallestShown - 1, and for others beside them, 0 also. A reader who knows all that is shown, the totals and that no
// count is negative can determine none of them. nullopt: there is no such choice; nothing may be shown. There always is
// one in a full table (a cell for each row and column) where no total is from 1 to kSmallestShown - 1.
std::optional<std::vector<bool>> withhold_cells(const std::vector<TableCell>& cells, std::size_t rows,
                                                std::size_t columns);

}  // namespace kiosk::stats
