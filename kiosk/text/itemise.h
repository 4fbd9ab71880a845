// Cuts a text into items that one hb_shape call can take: bidi level x script x style x face. Style and face are chosen
// per grapheme cluster: the style of its first character, the first face of that style's stack that has all of it.
#pragma once

#include <vector>

#include "text/bidi.h"
#include "text/marks.h"
#include "text/shape.h"

namespace kiosk::text {

// In logical order; they partition the text. `levels` may be empty (all 0); a cluster has one level. Spans are in units
// here.
std::vector<Item> itemise(const Utf16Text& text, const Marks& marks, const std::vector<std::uint8_t>& levels,
                          const std::vector<Style>& styles, const std::vector<Span>& spans);

}  // namespace kiosk::text
