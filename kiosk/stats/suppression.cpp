#include "stats/suppression.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <utility>

namespace kiosk::stats {
namespace {

bool is_small(std::int64_t n) { return n > 0 && n < kSmallestShown; }

// Rows and columns are nodes; a cell is an arc from its row to its column when it is raised, and back when lowered.
class Graph {
 public:
  Graph(const std::vector<TableCell>& cells, std::size_t rows, std::size_t columns)
      : cells_(cells), rows_(rows), at_(rows + columns), hidden_(cells.size()) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      at_[cells[i].row].push_back(i);
      at_[rows_ + cells[i].column].push_back(i);
      hidden_[i] = is_small(cells[i].n);
    }
  }

  // Withholds what closes the cheapest cycle through the cell.
  bool free(std::size_t cell) {
    const std::size_t row = cells_[cell].row, column = rows_ + cells_[cell].column;
    const Path raised = cheapest(column, row, cell), lowered = cheapest(row, column, cell);
    const Path& path = raised.cost <= lowered.cost ? raised : lowered;
    if (path.cost == kFar) return false;
    for (const std::size_t i : path.cells) hidden_[i] = true;
    return true;
  }

  const std::vector<bool>& hidden() const { return hidden_; }

 private:
  static constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max();
  static constexpr std::int64_t kCostOfZero = 3;
  struct Path {
    std::int64_t cost = kFar;
    std::vector<std::size_t> cells;
  };

  std::int64_t cost(std::size_t i) const {
    if (hidden_[i]) return 0;
    return cells_[i].n == 0 ? kCostOfZero : cells_[i].n;
  }

  Path cheapest(std::size_t from, std::size_t to, std::size_t without) const {
    std::vector<std::int64_t> reached(at_.size(), kFar);
    std::vector<std::size_t> by(at_.size());
    using Step = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
    reached[from] = 0;
    next.emplace(0, from);
    while (!next.empty()) {
      const auto [so_far, node] = next.top();
      next.pop();
      if (node == to) break;
      if (so_far > reached[node]) continue;
      for (const std::size_t i : at_[node]) {
        const bool lowers = node >= rows_;
        if (i == without || (lowers && cells_[i].n == 0)) continue;
        const std::size_t other = lowers ? cells_[i].row : rows_ + cells_[i].column;
        const std::int64_t there = so_far + cost(i);
        if (there >= reached[other]) continue;
        reached[other] = there;
        by[other] = i;
        next.emplace(there, other);
      }
    }
    Path path{reached[to], {}};
    if (path.cost == kFar) return path;
    for (std::size_t node = to; node != from;) {
      const std::size_t i = by[node];
      path.cells.push_back(i);
      node = node < rows_ ? rows_ + cells_[i].column : cells_[i].row;
    }
    return path;
  }

  const std::vector<TableCell>& cells_;
  std::size_t rows_;
  std::vector<std::vector<std::size_t>> at_;
  std::vector<bool> hidden_;
};

}  // namespace

std::optional<std::vector<bool>> withhold_parts(const std::vector<std::int64_t>& parts) {
  std::vector<bool> hidden(parts.size());
  std::vector<std::size_t> larger;
  std::int64_t sum = 0, count = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (is_small(parts[i])) {
      hidden[i] = true;
      sum += parts[i];
      ++count;
    } else if (parts[i] > 0) {
      larger.push_back(i);
    }
  }
  if (count == 0) return hidden;
  std::stable_sort(larger.begin(), larger.end(), [&](std::size_t a, std::size_t b) { return parts[a] < parts[b]; });
  for (const std::size_t i : larger) {
    if (sum >= kSmallestShown && count > 1) break;
    hidden[i] = true;
    sum += parts[i];
    ++count;
  }
  if (sum < kSmallestShown) return std::nullopt;
  return hidden;
}

std::optional<std::vector<bool>> withhold_cells(const std::vector<TableCell>& cells, std::size_t rows,
                                                std::size_t columns) {
  Graph graph(cells, rows, columns);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (is_small(cells[i].n) && !graph.free(i)) return std::nullopt;
  return graph.hidden();
}

}  // namespace kiosk::stats
