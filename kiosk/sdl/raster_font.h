// Turns glyph ids of one font file into pixels through SDL2_ttf, unhinted. Owns the one TTF_Font of the file and
// switches its size. Knows nothing of colours but those a colour font brings along.
#pragma once

#include <SDL_ttf.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "sdl/virtual_sfnt.h"

namespace kiosk::sdl {

// A glyph's ink: `left` px right of the whole-pixel pen, its first row `top` px above the baseline. Row by row either
// coverage or, from a colour font, 0xAARRGGBB with straight alpha. Both empty: the glyph has no ink.
struct GlyphBitmap {
  int left = 0, top = 0, width = 0, height = 0;
  std::vector<std::uint8_t> coverage;
  std::vector<std::uint32_t> argb;
};

// Text sizes in 1/72 px: what SDL2_ttf takes as whole points at 1 dpi, so that any size can be asked for.
using SizeUnits = std::int32_t;
constexpr double kSizeUnitsPerPx = 72;
constexpr SizeUnits kMaxSize = 1024 * 72;

class RasterFont {
 public:
  // TTF_Init has been called. Error (without a path) when SDL2_ttf refuses the font.
  [[nodiscard]] static Result<std::unique_ptr<RasterFont>> open(std::shared_ptr<const VirtualSfnt> sfnt);

  // Glyphs may stand at quarters of a pixel. Not those of a collection, that is of Han: their pens are whole and a page
  // of them costs three times as much at four phases.
  bool has_phases() const { return !sfnt_->in_collection() && !is_color(); }
  bool is_color() const { return sfnt_->is_color_bitmap(); }

  // `phase` quarters of a pixel right of the pen, 0 to 3. 0 < size <= kMaxSize. Empty for a glyph that the font has
  // not.
  GlyphBitmap coverage(std::uint32_t gid, SizeUnits size, int phase);
  // A glyph of a colour font, scaled from its fixed size until its advance is `advance_px` (> 0).
  GlyphBitmap color(std::uint32_t gid, double advance_px);

 private:
  struct Close {
    void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
  };
  struct Ink;
  explicit RasterFont(std::shared_ptr<const VirtualSfnt> sfnt) : sfnt_(std::move(sfnt)) {}
  void set_size(SizeUnits size);
  Ink raster(std::uint32_t gid);

  std::shared_ptr<const VirtualSfnt> sfnt_;
  std::unique_ptr<TTF_Font, Close> font_;
  SizeUnits size_ = 0;
};

}  // namespace kiosk::sdl
