// A paragraph: UTF-8 + language + direction + spans in, positioned glyphs on lines out. The pipeline is admit ->
// transcode
// -> bidi (UAX 9) -> scripts (UAX 24) -> fonts by grapheme cluster (UAX 29) -> shape (HarfBuzz) once; then break (UAX
// 14) and reorder per width. Knows no SDL and no screen. Not thread-safe; one thread owns the faces.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "text/font_library.h"

namespace kiosk::text {

enum class Direction { kLeftToRight, kRightToLeft };

// plain: ICU alone (LAYOUT-DUMP). house: also the kiosk's own rules (Korean at spaces, lw=phrase for Japanese, no break
// inside a phone number, date or URL).
enum class BreakRules { kPlain, kHouse };

// What happens to a word longer than the line. anywhere: it breaks at the last grapheme that fits. words_only: it
// overflows the width, so that the caller sees the overflow (labels of controls).
enum class LongWords { kBreakAnywhere, kOverflow };

// `fonts` outlives the paragraph. `language` is a BCP 47 tag and reaches HarfBuzz as it is.
struct Style {
  const FontStack* fonts = nullptr;
  double size_px = 0;
  std::string language;
  // Room that a reader asks for (WCAG 1.4.12): after each letter where letters stand alone, and at each word space.
  double letter_room_px = 0, word_room_px = 0;
};

// Byte range of the text that has styles[style]. Spans are in order and do not overlap; what no span covers has style
// 0.
struct Span {
  std::uint32_t start = 0, end = 0;
  std::uint16_t style = 0;
};

struct ParagraphSource {
  std::string text;  // one paragraph; U+000A is not special here. Invalid bytes become U+FFFD.
  Direction direction = Direction::kLeftToRight;
  std::vector<Style> styles;  // at least one; styles[0].language decides the line breaks
  std::vector<Span> spans;
  BreakRules rules = BreakRules::kHouse;
};

// px; y upwards as HarfBuzz has it. gid 0 = .notdef (missing), gid -1 = deliberately not drawn.
struct Glyph {
  const Face* face = nullptr;
  std::int32_t gid = 0;
  std::uint32_t cluster = 0;  // byte offset in the text of the HarfBuzz cluster's first character
  std::uint16_t style = 0;
  float advance = 0, x_offset = 0, y_offset = 0;
};

// What one hb_shape call got (or what is safe to call so).
struct Run {
  std::uint32_t start = 0, end = 0;  // bytes
  std::uint8_t level = 0;            // odd = right-to-left
  char script[5] = "Zyyy";           // ISO 15924
  const Face* face = nullptr;
  std::uint16_t style = 0;
  std::uint32_t glyph_count = 0;
};

struct Line {
  std::uint32_t start = 0, end = 0;  // bytes; lines partition the text; the white space at a break belongs to its end
  double width = 0;                  // px, without trailing white space
  double trailing = 0;               // px of that white space; in a right-to-left line it lies at the left of the ink
  bool emergency = false;            // ended inside a word because nothing else fitted
  std::vector<Glyph> glyphs;         // visual order, left to right
  std::vector<Run> runs;             // visual order; their glyph counts add up to the glyphs
};

// px relative to the line's pen start and baseline, y downwards. ascent and descent are the max of font metrics and
// ink, both counted positive; ink_* are the ink alone (all 0 without ink).
struct LineBox {
  double ascent = 0, descent = 0;
  double ink_left = 0, ink_right = 0, ink_top = 0, ink_bottom = 0;
  int notdef = 0;  // glyphs with gid 0
};

class Paragraph {
 public:
  // Error when the text is over the limits of text/limits.h; nothing quadratic has run by then.
  [[nodiscard]] static Result<Paragraph> create(ParagraphSource source);
  Paragraph(Paragraph&&) noexcept;
  Paragraph& operator=(Paragraph&&) noexcept;
  ~Paragraph();

  const std::string& text() const;  // as admitted (invalid bytes replaced)
  Direction direction() const;
  const std::vector<Style>& styles() const;

  // A line fits when its width <= width_px + 1/64. Repeats only breaking, reordering, and shaping where HarfBuzz says
  // it is unsafe to break. At least one line, even for an empty text.
  std::vector<Line> break_lines(double width_px, LongWords long_words = LongWords::kBreakAnywhere) const;

  // The narrowest width at which no word overflows, and the width of the text on one line.
  double longest_word() const;
  double one_line() const;

  // Whether a grapheme cluster (UAX 29) starts at this byte of the text; true at its end.
  bool is_grapheme_start(std::uint32_t byte) const;

 private:
  struct Data;
  explicit Paragraph(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

// Walks the glyphs once; an empty line has the metrics of its style's first face.
LineBox measure(const Line& line, const Paragraph& paragraph);

}  // namespace kiosk::text
