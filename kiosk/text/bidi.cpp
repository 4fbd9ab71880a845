#include "text/bidi.h"

#include <unicode/ubidi.h>

#include <algorithm>
#include <memory>
#include <numeric>

#include "base/check.h"

namespace kiosk::text {

namespace {
struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};
}  // namespace

std::vector<std::uint8_t> bidi_levels(const Utf16Text& text, Direction base) {
  const bool rtl = base == Direction::kRightToLeft;
  if (text.size() == 0 || (!rtl && !(text.all_traits & kBidiActive))) return {};
  thread_local const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), text.units.data(), static_cast<std::int32_t>(text.size()), rtl ? 1 : 0, nullptr, &error);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &error);
  KIOSK_CHECK(U_SUCCESS(error));
  return {levels, levels + text.size()};
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0u);
  if (levels.empty()) return order;
  const int highest = *std::max_element(levels.begin(), levels.end());
  int lowest_odd = highest + 1;
  for (const std::uint8_t level : levels)
    if (level & 1) lowest_odd = std::min<int>(lowest_odd, level);
  for (int level = highest; level >= lowest_odd; --level) {
    for (std::size_t i = 0; i < levels.size();) {
      std::size_t end = i;
      while (end < levels.size() && levels[end] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(end));
      i = std::max(end, i + 1);
    }
  }
  return order;
}

}  // namespace kiosk::text
