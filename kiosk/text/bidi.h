// Embedding levels (UAX 9 up to L1 for the paragraph as a whole) from ICU, and the reordering of a line's runs (L2).
#pragma once

#include <cstdint>
#include <vector>

#include "text/marks.h"
#include "text/paragraph.h"
#include "text/transcode.h"

namespace kiosk::text {

// One level per unit, the same for all of a grapheme cluster; empty when all are 0, which is known without ICU for most
// left-to-right texts.
std::vector<std::uint8_t> bidi_levels(const Utf16Text& text, const Marks& marks, Direction base);

// UAX 9 L2: the visual order of runs with these levels, as indexes, left to right.
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace kiosk::text
