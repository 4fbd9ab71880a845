// One piece of text through HarfBuzz: language, script, direction, five characters of context on both sides.
#pragma once

#include <cstdint>

#include "text/paragraph.h"
#include "text/shape_cache.h"
#include "text/transcode.h"

namespace kiosk::text {

// Units [start, end) of the text that share bidi level, script, face and style.
struct Item {
  std::uint32_t start = 0, end = 0;
  std::uint8_t level = 0;
  std::uint32_t script = 0;  // tag
  const Face* face = nullptr;
  std::uint16_t style = 0;
};

// Clusters count from item.start. The reference lives until the next call for the same face.
const ShapedGlyphs& shape(const Utf16Text& text, const Item& item, const Style& style);

}  // namespace kiosk::text
