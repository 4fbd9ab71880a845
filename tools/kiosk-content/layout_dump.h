// The layout dump, version 1: one paragraph's lines as one JSON line, byte offsets counted in the whole input, numbers
// in px with three decimals. Field by field it is what other layout engines' dumps are compared with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/limits.h"
#include "text/paragraph.h"

namespace kiosk::tool {

struct DumpedParagraph {
  std::uint32_t number = 0;  // of the input's lines
  std::uint32_t start = 0, end = 0;
  std::string_view language;
  double size_px = 0, width_px = 0;
  const text::Paragraph& paragraph;
  const text::CleanText& cleaned;  // leads back to the bytes of the input
};

// Appends the JSON object and a newline.
void append_dump(std::string& out, const DumpedParagraph& dumped);

}  // namespace kiosk::tool
