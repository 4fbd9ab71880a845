#include "text/hit_test.h"

#include <algorithm>

#include "base/check.h"
#include "text/grapheme.h"

namespace kiosk::text {

namespace {

// The bytes at which graphemes start in [start, end) of a text, and `end`.
std::vector<std::uint32_t> grapheme_starts(const std::string& text, std::uint32_t start, std::uint32_t end) {
  const auto part = transcode(std::string_view(text).substr(start, end - start));
  KIOSK_CHECK(part);  // a paragraph's text is valid and clusters end at characters
  Marks marks(part->size() + 1, 0);
  mark_graphemes(*part, marks);
  std::vector<std::uint32_t> starts;
  for (std::uint32_t unit = 0; unit <= part->size(); ++unit)
    if (marks[unit] & kGraphemeStart) starts.push_back(start + part->byte_at(unit));
  return starts;
}

class BoxMaker {
 public:
  BoxMaker(const Line& line, const Paragraph& paragraph) : line_(line), text_(paragraph.text()) {}

  std::vector<GraphemeBox> boxes() {
    std::size_t first = 0;
    for (const Run& run : line_.runs) {
      add_run(run, first);
      first += run.glyph_count;
    }
    return std::move(boxes_);
  }

 private:
  void add_run(const Run& run, std::size_t first) {
    const std::size_t last = first + run.glyph_count;
    const bool rtl = run.level & 1;
    std::uint32_t before = run.end;  // in a right-to-left run the cluster to the left is the next in the text
    for (std::size_t i = first; i < last;) {
      const std::uint32_t cluster = line_.glyphs[i].cluster;
      const double left = pen_;
      for (; i < last && line_.glyphs[i].cluster == cluster; ++i) pen_ += static_cast<double>(line_.glyphs[i].advance);
      const std::uint32_t after = i < last ? line_.glyphs[i].cluster : run.end;
      add_cluster(cluster, rtl ? before : after, {left, pen_}, rtl);
      before = cluster;
    }
  }

  void add_cluster(std::uint32_t start, std::uint32_t end, Extent extent, bool rtl) {
    const std::vector<std::uint32_t> starts = grapheme_starts(text_, start, end);
    const std::size_t count = starts.size() - 1;
    const double share = (extent.right - extent.left) / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t grapheme = rtl ? count - 1 - i : i;
      const double left = extent.left + share * static_cast<double>(i);
      boxes_.push_back({starts[grapheme], starts[grapheme + 1], {left, left + share}});
    }
  }

  const Line& line_;
  const std::string& text_;
  std::vector<GraphemeBox> boxes_;
  double pen_ = 0;
};

}  // namespace

std::vector<GraphemeBox> grapheme_boxes(const Line& line, const Paragraph& paragraph) {
  return BoxMaker(line, paragraph).boxes();
}

std::uint32_t byte_at(const Line& line, const Paragraph& paragraph, double x) {
  const std::vector<GraphemeBox> boxes = grapheme_boxes(line, paragraph);
  const GraphemeBox* nearest = nullptr;
  for (const GraphemeBox& box : boxes) {
    if (box.extent.right <= box.extent.left) continue;
    if (!nearest || box.extent.left <= x) nearest = &box;
  }
  return nearest ? nearest->start : line.start;
}

std::vector<Extent> extents_of(const Line& line, const Paragraph& paragraph, std::uint32_t start, std::uint32_t end) {
  constexpr double kTouching = 1.0 / 1024;
  std::vector<Extent> extents;
  for (const GraphemeBox& box : grapheme_boxes(line, paragraph)) {
    if (box.end <= start || box.start >= end || box.extent.right <= box.extent.left) continue;
    if (!extents.empty() && box.extent.left - extents.back().right < kTouching) {
      extents.back().right = box.extent.right;
    } else {
      extents.push_back(box.extent);
    }
  }
  return extents;
}

}  // namespace kiosk::text
