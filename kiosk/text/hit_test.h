// From a place on a line to the text under it and back, grapheme by grapheme: links, search matches, reading along.
// Right in lines of mixed direction, where a range of the text may be several stretches of the line.
#pragma once

#include <cstdint>
#include <vector>

#include "text/paragraph.h"

namespace kiosk::text {

// px from the line's pen start.
struct Extent {
  double left = 0, right = 0;
};

// One grapheme cluster as it stands on the line; a ligature's width is shared out evenly among its graphemes.
struct GraphemeBox {
  std::uint32_t start = 0, end = 0;  // bytes
  Extent extent;
};

// Visual order, left to right; they cover the line's text and its width (trailing white space included).
std::vector<GraphemeBox> grapheme_boxes(const Line& line, const Paragraph& paragraph);

// The first byte of the grapheme at x; beyond the ends the nearest grapheme. line.start when the line is empty.
std::uint32_t byte_at(const Line& line, const Paragraph& paragraph, double x);

// Where the bytes [start, end) stand on the line, left to right, touching stretches joined; a grapheme counts as a
// whole.
std::vector<Extent> extents_of(const Line& line, const Paragraph& paragraph, std::uint32_t start, std::uint32_t end);

}  // namespace kiosk::text
