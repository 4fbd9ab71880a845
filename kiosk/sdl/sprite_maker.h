// Sprites for glyphs and corners: from the atlas, or made and put there. Decides where on the pixel grid a glyph
// stands.
#pragma once

#include <optional>
#include <vector>

#include "sdl/corner.h"
#include "sdl/raster_fonts.h"
#include "sdl/sprite_atlas.h"
#include "text/paragraph.h"
#include "ui/display_list.h"

namespace kiosk::sdl {

// Whether sprites hold their colour (a software renderer copies them five times faster than it tints) or are white and
// tinted when drawn (a GPU does that for nothing, and one glyph serves all colours).
enum class Coloring { kBaked, kTinted };

// A sprite at its place on the screen, to be multiplied with `tint`.
struct PlacedSprite {
  SDL_Texture* texture = nullptr;
  SDL_Rect from{};
  SDL_Point at{};
  ui::Color tint;
};

class SpriteMaker {
 public:
  // Both outlive the maker.
  SpriteMaker(RasterFonts& fonts, SpriteAtlas& atlas, Coloring coloring);

  // The glyph with its origin at x (fractional) on the baseline y. Nothing where there is no ink.
  std::optional<PlacedSprite> glyph(const text::Glyph& glyph, double size_px, ui::Color color, double x, int y);

  // The corner of a rounded rectangle (width 0) or of its border, with its own top left at `at`.
  std::optional<PlacedSprite> corner(int radius, int width, Quadrant quadrant, ui::Color color, SDL_Point at);

 private:
  Sprite colored_glyph(RasterFonts::Entry& entry, std::uint32_t gid, double advance_px);
  Sprite plain_glyph(RasterFonts::Entry& entry, std::uint32_t gid, SizeUnits size, int phase, ui::Color color);
  Sprite put_coverage(const SpriteKey& key, int left, int top, int width, int height,
                      const std::vector<std::uint8_t>& coverage, ui::Color color);
  std::uint32_t key_color(ui::Color color) const;

  RasterFonts& fonts_;
  SpriteAtlas& atlas_;
  Coloring coloring_;
  std::vector<std::uint32_t> argb_;  // reused
};

}  // namespace kiosk::sdl
