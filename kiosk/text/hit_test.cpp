#include "text/hit_test.h"

#include <algorithm>

namespace kiosk::text {

namespace {

class BoxMaker {
 public:
  BoxMaker(const Line& line, const Paragraph& paragraph) : line_(line), paragraph_(paragraph) {}

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
    std::vector<std::uint32_t> starts = {start};
    for (std::uint32_t byte = start + 1; byte < end; ++byte)
      if (paragraph_.is_grapheme_start(byte)) starts.push_back(byte);
    const std::size_t count = starts.size();
    starts.push_back(end);
    const double share = (extent.right - extent.left) / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t grapheme = rtl ? count - 1 - i : i;
      const double left = extent.left + share * static_cast<double>(i);
      add_box({starts[grapheme], starts[grapheme + 1], {left, left + share}});
    }
  }

  // Several of HarfBuzz's clusters may be one grapheme: Hangul letters that the font does not compose.
  void add_box(const GraphemeBox& box) {
    if (!boxes_.empty()) {
      GraphemeBox& last = boxes_.back();
      const bool goes_on = last.end == box.start && !paragraph_.is_grapheme_start(box.start);
      const bool precedes = box.end == last.start && !paragraph_.is_grapheme_start(last.start);
      if (goes_on || precedes) {
        last = {std::min(last.start, box.start), std::max(last.end, box.end), {last.extent.left, box.extent.right}};
        return;
      }
    }
    boxes_.push_back(box);
  }

  const Line& line_;
  const Paragraph& paragraph_;
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
