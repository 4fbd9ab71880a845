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

// ICU gives a text that runs one way throughout the paragraph's level without looking at its embeddings and numbers. A
// second paragraph with both directions behind the first makes it look.
static std::u16string with_both_directions(const std::u16string& units) { return units + u"\u2029a\u05D0"; }

// W1 in ICU 72 leaves a mark after a closing bracket behind when the bracket changes its level (N0).
static void level_clusters(const Marks& marks, std::vector<std::uint8_t>& levels) {
  for (std::size_t i = 1; i < levels.size(); ++i)
    if (!(marks[i] & kGraphemeStart)) levels[i] = levels[i - 1];
}

std::vector<std::uint8_t> bidi_levels(const Utf16Text& text, const Marks& marks, Direction base) {
  const bool rtl = base == Direction::kRightToLeft;
  if (text.size() == 0 || (!rtl && !(text.all_traits & kBidiActive))) return {};
  thread_local const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  std::u16string padded;
  if (!rtl || (text.all_traits & kBidiControl)) padded = with_both_directions(text.units);
  const std::u16string& units = padded.empty() ? text.units : padded;
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), units.data(), static_cast<std::int32_t>(units.size()), rtl ? 1 : 0, nullptr, &error);
  const UBiDiLevel* all = ubidi_getLevels(bidi.get(), &error);
  KIOSK_CHECK(U_SUCCESS(error));
  std::vector<std::uint8_t> levels(all, all + text.size());
  level_clusters(marks, levels);
  return levels;
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0u);
  if (levels.size() < 2) return order;
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
