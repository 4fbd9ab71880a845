#include "stats/disclosure.h"

#include <algorithm>

namespace kiosk::stats {

namespace {

// `count` parts, each from 0 to kSmallestShown - 1, are known to make `sum` together. Each of them may still be one of
// several numbers.
bool is_vague(std::int64_t sum, std::int64_t count) {
  constexpr std::int64_t kLargestHidden = kSmallestShown - 1;
  return sum == 0 || (sum >= kSmallestShown && sum <= kLargestHidden * (count - 1) + 1);
}

void show_parts(std::vector<Counted>& parts) {
  std::int64_t hidden_sum = 0, hidden = 0;
  for (Counted& part : parts) {
    part.shown = part.n >= kSmallestShown;
    if (part.shown) continue;
    hidden_sum += part.n;
    ++hidden;
  }
  if (is_vague(hidden_sum, hidden)) return;
  // With a large one among them, which is the large one cannot be told. All of the smallest, whatever their order.
  std::int64_t smallest = -1;
  for (const Counted& part : parts)
    if (part.shown && (smallest < 0 || part.n < smallest)) smallest = part.n;
  for (Counted& part : parts)
    if (part.n == smallest) part.shown = false;
}

void disclose_parts(Counted& of) {
  show_parts(of.parts);
  for (Counted& part : of.parts)
    if (part.shown) disclose_parts(part);
}

}  // namespace

Counted& Counted::part(std::string_view part_id) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Counted& p) { return p.id == part_id; });
  if (found != parts.end()) return *found;
  parts.push_back({std::string(part_id), 0, {}, false});
  return parts.back();
}

void add(Counted& all, const std::vector<std::string_view>& path, std::int64_t n) {
  Counted* at = &all;
  at->n += n;
  for (const std::string_view id : path) {
    at = &at->part(id);
    at->n += n;
  }
}

void disclose(Counted& all) {
  all.shown = all.n >= kSmallestShown;
  if (all.shown) disclose_parts(all);
}

}  // namespace kiosk::stats
