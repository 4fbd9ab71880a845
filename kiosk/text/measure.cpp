#include <algorithm>

#include "text/paragraph.h"

namespace kiosk::text {

namespace {

void include_font(LineBox& box, const Face& face, double size_px) {
  box.ascent = std::max(box.ascent, face.metrics().ascent * size_px);
  box.descent = std::max(box.descent, face.metrics().descent * size_px);
}

}  // namespace

LineBox measure(const Line& line, const Paragraph& paragraph) {
  const std::vector<Style>& styles = paragraph.styles();
  LineBox box;
  if (line.runs.empty()) include_font(box, *styles[0].fonts->faces().front(), styles[0].size_px);
  for (const Run& run : line.runs) include_font(box, *run.face, styles[run.style].size_px);
  double pen = 0;
  bool inked = false;
  for (const Glyph& glyph : line.glyphs) {
    if (glyph.gid == 0) ++box.notdef;
    const GlyphInk none;
    const GlyphInk& ink = glyph.gid < 0 ? none : glyph.face->ink(static_cast<std::uint32_t>(glyph.gid));
    if (!ink.empty()) {
      const double size = styles[glyph.style].size_px;
      const double x = pen + static_cast<double>(glyph.x_offset), y = static_cast<double>(glyph.y_offset);
      const double left = x + static_cast<double>(ink.left) * size, right = x + static_cast<double>(ink.right) * size;
      const double top = -y - static_cast<double>(ink.top) * size, bottom = -y - static_cast<double>(ink.bottom) * size;
      box.ink_left = inked ? std::min(box.ink_left, left) : left;
      box.ink_right = inked ? std::max(box.ink_right, right) : right;
      box.ink_top = inked ? std::min(box.ink_top, top) : top;
      box.ink_bottom = inked ? std::max(box.ink_bottom, bottom) : bottom;
      inked = true;
    }
    pen += static_cast<double>(glyph.advance);
  }
  box.ascent = std::max(box.ascent, -box.ink_top);
  box.descent = std::max(box.descent, box.ink_bottom);
  return box;
}

}  // namespace kiosk::text
