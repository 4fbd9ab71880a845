// Which of a report's numbers may be told, so that nobody's taps can be worked out from it. Counts form a tree: a sum
// and its parts, each part again a sum. A part under kSmallestShown is hidden. What all hidden parts of a sum have
// together can be worked out from the shown ones; where that would give a hidden part away, the smallest shown parts
// are hidden with them (complementary suppression). Tables that are sums of shown parts, and of nothing else, give
// nothing away either. Knows neither weeks nor pages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::stats {

inline constexpr std::int64_t kSmallestShown = 5;

struct Counted {
  std::string id;
  std::int64_t n = 0;          // not negative; the sum of the parts where there are some
  std::vector<Counted> parts;  // all that there can be, also those nobody has touched: they hide the others
  bool shown = false;

  Counted& part(std::string_view part_id);  // found or added
};

// Adds to a leaf and to every sum on the way: add(all, {"board", "topic"}, 3).
void add(Counted& all, const std::vector<std::string_view>& path, std::int64_t n);

// Sets `shown` in the whole tree: of the sum when it is kSmallestShown or more; of a part when it may be told and its
// sum is shown. Whoever knows all that is shown, this rule, and that no count is negative, can work out no part from 1
// to kSmallestShown - 1.
void disclose(Counted& all);

}  // namespace kiosk::stats
