// The stages that a paragraph keeps: shaped runs, advances by cluster, and what is known of every place in the text.
// Lines are made from them (line_breaker.h). Internal to the text room.
#pragma once

#include <cstdint>
#include <vector>

#include "text/marks.h"
#include "text/shape.h"

namespace kiosk::text {

// An item with its glyphs: [first_glyph, first_glyph + glyph_count) of the paragraph's, left to right.
struct ShapedRun {
  Item item;
  std::uint32_t first_glyph = 0, glyph_count = 0;
};

struct ParagraphStages {
  ParagraphSource source;
  Utf16Text text;
  Marks marks;
  std::vector<ShapedRun> runs;  // logical order
  ShapedGlyphs glyphs;          // clusters count from the start of the text
  std::vector<std::int64_t>
      pens;                 // advances of all clusters that start before the unit, 1/1024 px; one for the end too
  bool pens_ascend = true;  // no glyph moves the pen back
  std::vector<std::uint32_t> opportunities;  // units before which a line may break, the end included

  std::uint8_t base_level() const { return source.direction == Direction::kRightToLeft ? 1 : 0; }
  const Style& style_of(const Item& item) const { return source.styles[item.style]; }
};

}  // namespace kiosk::text
