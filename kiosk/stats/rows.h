// What was counted, as reports read it: one row for a day, page, language, kind and choice. Suppression of small cells
// is the report's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/count.h"

namespace kiosk::stats {

struct Row {
  std::string day;  // ISO date, Stockholm's
  Count count;
  std::int64_t n = 0;
  bool operator==(const Row&) const = default;
};

// The rows of the days from..to (both included; empty = unbounded), sorted by day, page, language, kind, choice. Only
// reads, also from a medium that cannot be written. Error: no store, or damaged.
[[nodiscard]] Result<std::vector<Row>> read_rows(const std::string& path, const std::string& from = {},
                                                 const std::string& to = {});

// Several kiosks' rows as one's: equal keys are added up, sorted as above.
std::vector<Row> merge(const std::vector<std::vector<Row>>& stores);

}  // namespace kiosk::stats
