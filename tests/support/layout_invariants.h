// What holds of every layout of every text, whatever it is. Aborts with the condition that does not; shared by the
// fuzzer and the tests of hostile texts.
#pragma once

#include <cmath>

#include "base/check.h"
#include "text/hit_test.h"
#include "text/paragraph.h"

namespace kiosk::test {

inline bool is_character_start(const std::string& text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
}

inline void check_line(const text::Paragraph& paragraph, const text::Line& line) {
  std::size_t glyph = 0;
  std::uint32_t covered = 0;
  for (const text::Run& run : line.runs) {
    KIOSK_CHECK(run.start < run.end && run.start >= line.start && run.end <= line.end && run.face);
    KIOSK_CHECK(run.style < paragraph.styles().size());
    covered += run.end - run.start;
    KIOSK_CHECK(glyph + run.glyph_count <= line.glyphs.size());
    for (std::uint32_t i = 0; i < run.glyph_count; ++i, ++glyph) {
      const text::Glyph& g = line.glyphs[glyph];
      KIOSK_CHECK(g.cluster >= run.start && g.cluster < run.end && is_character_start(paragraph.text(), g.cluster));
      KIOSK_CHECK(g.face == run.face && g.gid >= -1 && g.gid < static_cast<int>(g.face->glyph_count()));
      KIOSK_CHECK(std::isfinite(g.advance) && std::isfinite(g.x_offset) && std::isfinite(g.y_offset));
    }
  }
  KIOSK_CHECK(glyph == line.glyphs.size() && covered == line.end - line.start);
}

inline std::size_t inked_graphemes(const text::Paragraph& paragraph, const text::Line& line) {
  std::size_t inked = 0;
  for (const text::GraphemeBox& box : text::grapheme_boxes(line, paragraph))
    if (paragraph.text()[box.start] != ' ' && box.extent.right > box.extent.left) ++inked;
  return inked;
}

inline void check_lines(const text::Paragraph& paragraph, const std::vector<text::Line>& lines, double width_px,
                        bool may_overflow) {
  KIOSK_CHECK(!lines.empty());
  std::uint32_t at = 0;
  for (const text::Line& line : lines) {
    KIOSK_CHECK(line.start == at && line.end >= at && is_character_start(paragraph.text(), line.end));
    KIOSK_CHECK(line.end > at || paragraph.text().empty());
    at = line.end;
    check_line(paragraph, line);
    // A line that is too wide holds a single grapheme: one with ink and what hangs behind it.
    if (!may_overflow && line.width > width_px + 1.0 / 64) KIOSK_CHECK(inked_graphemes(paragraph, line) <= 1);
    text::measure(line, paragraph);
    text::byte_at(line, paragraph, line.width / 2);
  }
  KIOSK_CHECK(at == paragraph.text().size());
}

// Both widths, both ways to treat long words, and the widths the paragraph says of itself.
inline void check_layout(const text::Paragraph& paragraph, double width_px) {
  check_lines(paragraph, paragraph.break_lines(width_px), width_px, false);
  check_lines(paragraph, paragraph.break_lines(width_px / 2), width_px / 2, false);
  const double longest = paragraph.longest_word();
  const auto whole = paragraph.break_lines(longest, text::LongWords::kOverflow);
  check_lines(paragraph, whole, longest, true);
  KIOSK_CHECK(longest <= paragraph.one_line() + 64);
}

}  // namespace kiosk::test
