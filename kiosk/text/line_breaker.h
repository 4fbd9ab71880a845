// Cuts a shaped paragraph into lines of a width, greedily, and puts each line's runs into visual order. Only what
// HarfBuzz calls unsafe to break is shaped again, from the break to the nearest safe place. Internal to the text room.
#pragma once

#include <cstdint>
#include <vector>

#include "text/paragraph.h"
#include "text/paragraph_stages.h"

namespace kiosk::text {

// A glyph id that is kept for its place in the text and never drawn.
constexpr std::uint32_t kNotDrawn = 0xFFFFFFFF;

// Shapes the item (or finds it in the cache) and appends its glyphs with clusters counted from the start of the text.
void append_shaped(const ParagraphStages& data, const Item& item, ShapedGlyphs& out);

class LineBreaker {
 public:
  LineBreaker(const ParagraphStages& data, double width_px, LongWords long_words);

  std::vector<Line> lines();
  double widest();  // px, of all lines

 private:
  struct Break {
    std::uint32_t unit = 0;
    bool emergency = false;
  };
  // Part of a run on the line, shaped; its glyphs stand in glyphs_.
  struct Piece {
    Item item;
    std::uint32_t first_glyph = 0, glyph_count = 0;
  };

  Break next_break(std::uint32_t start);
  void skip_what_fits(std::uint32_t start);
  Break forced_break(std::uint32_t start, std::uint32_t limit);
  std::uint32_t last_fitting(std::uint32_t start, std::uint32_t limit, Mark kind);

  bool fits(std::uint32_t start, std::uint32_t end);
  std::int64_t exact_width(std::uint32_t start, std::uint32_t end);
  std::uint32_t ink_end(std::uint32_t start, std::uint32_t end) const;
  bool is_cluster_start(std::uint32_t unit) const { return data_.marks[unit] & kClusterStart; }
  bool is_safe(std::uint32_t unit) const { return data_.marks[unit] & kSafeBefore; }

  void cut(std::uint32_t start, std::uint32_t end);
  void cut_run(const ShapedRun& run, std::uint32_t start, std::uint32_t end, std::uint8_t level);
  void copy_glyphs(const ShapedRun& run, std::uint32_t start, std::uint32_t end);
  void shape_again(const Item& item, std::uint32_t start, std::uint32_t end);
  void append_piece(const Piece& piece, Line& line) const;
  Line make_line(std::uint32_t start, std::uint32_t end);

  const ParagraphStages& data_;
  std::int64_t limit_;  // 1/1024 px, the tolerance included
  std::int64_t doubt_;  // shaping again at a break changes a width by less than this
  LongWords long_words_;
  std::size_t next_opportunity_ = 0;
  std::size_t first_run_ = 0;                  // the run that holds the line's start
  std::uint32_t cut_start_ = 0, cut_end_ = 0;  // what pieces_ and glyphs_ hold
  std::vector<Piece> pieces_;                  // logical order
  ShapedGlyphs glyphs_;
};

}  // namespace kiosk::text
