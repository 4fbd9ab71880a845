#include "sdl/sprite_maker.h"

#include <algorithm>
#include <cmath>

namespace kiosk::sdl {
namespace {

constexpr ui::Color kWhite{255, 255, 255, 255};
// Above this a quarter of a pixel is not seen, and the raster at four times the size is slow.
constexpr double kLargestPhasedPx = 72;

std::uint32_t rgb(ui::Color color) {
  return std::uint32_t{color.r} << 16 | std::uint32_t{color.g} << 8 | std::uint32_t{color.b};
}

// Keeps the product of a hostile position far from overflow.
int whole(double px) { return static_cast<int>(std::floor(std::clamp(px, -1e6, 1e6))); }

}  // namespace

SpriteMaker::SpriteMaker(RasterFonts& fonts, SpriteAtlas& atlas, Coloring coloring)
    : fonts_(fonts), atlas_(atlas), coloring_(coloring) {}

std::optional<PlacedSprite> SpriteMaker::glyph(const text::Glyph& glyph, double size_px, ui::Color color, double x,
                                               int y) {
  RasterFonts::Entry& entry = fonts_.of(*glyph.face);
  if (!entry.font || glyph.gid < 0) return std::nullopt;
  const auto gid = static_cast<std::uint32_t>(glyph.gid);
  int pen = whole(x + 0.5);
  Sprite sprite;
  if (entry.font->is_color()) {
    if (glyph.advance <= 0) return std::nullopt;
    sprite = colored_glyph(entry, gid, glyph.advance);
  } else {
    const auto size = static_cast<SizeUnits>(std::lround(std::min(size_px, 2e3) * kSizeUnitsPerPx));
    if (size <= 0 || size > kMaxSize) return std::nullopt;
    int phase = 0;
    if (entry.font->has_phases() && size_px <= kLargestPhasedPx) {
      const int quarters = whole(4 * x + 0.5);
      pen = quarters >> 2;
      phase = quarters & 3;
    }
    sprite = plain_glyph(entry, gid, size, phase, color);
  }
  if (sprite.texture == nullptr) return std::nullopt;
  const bool tinted = coloring_ == Coloring::kTinted && !entry.font->is_color();
  return PlacedSprite{sprite.texture, sprite.where, {pen + sprite.left, y - sprite.top}, tinted ? color : kWhite};
}

Sprite SpriteMaker::colored_glyph(RasterFonts::Entry& entry, std::uint32_t gid, double advance_px) {
  // 1/64 px apart is the same picture.
  const auto advance = static_cast<std::uint32_t>(std::lround(std::clamp(advance_px, 1.0, 4096.0) * 64));
  const SpriteKey key{entry.number, gid, advance, 0, 0};
  if (const auto sprite = atlas_.find(key)) return *sprite;
  const GlyphBitmap bitmap = entry.font->color(gid, advance / 64.0);
  return atlas_.put(key, bitmap.left, bitmap.top, bitmap.width, bitmap.height, bitmap.argb);
}

Sprite SpriteMaker::plain_glyph(RasterFonts::Entry& entry, std::uint32_t gid, SizeUnits size, int phase,
                                ui::Color color) {
  const SpriteKey key{entry.number, gid, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(phase),
                      key_color(color)};
  if (const auto sprite = atlas_.find(key)) return *sprite;
  const GlyphBitmap bitmap = entry.font->coverage(gid, size, phase);
  return put_coverage(key, bitmap.left, bitmap.top, bitmap.width, bitmap.height, bitmap.coverage, color);
}

std::optional<PlacedSprite> SpriteMaker::corner(int radius, int width, Quadrant quadrant, ui::Color color,
                                                SDL_Point at) {
  const SpriteKey key{0, static_cast<std::uint32_t>(radius), static_cast<std::uint32_t>(width),
                      static_cast<std::uint32_t>(quadrant), key_color(color)};
  auto sprite = atlas_.find(key);
  if (!sprite) {
    const Corner corner = mirrored(top_left_corner(radius, width), quadrant);
    sprite = put_coverage(key, 0, 0, corner.side, corner.side, corner.coverage, color);
  }
  if (sprite->texture == nullptr) return std::nullopt;
  return PlacedSprite{sprite->texture, sprite->where, at, coloring_ == Coloring::kTinted ? color : kWhite};
}

Sprite SpriteMaker::put_coverage(const SpriteKey& key, int left, int top, int width, int height,
                                 const std::vector<std::uint8_t>& coverage, ui::Color color) {
  const ui::Color ink = coloring_ == Coloring::kBaked ? color : kWhite;
  argb_.clear();
  argb_.reserve(coverage.size());
  for (const std::uint8_t c : coverage) argb_.push_back(((c * std::uint32_t{ink.a} + 127) / 255) << 24 | rgb(ink));
  return atlas_.put(key, left, top, width, height, argb_);
}

std::uint32_t SpriteMaker::key_color(ui::Color color) const {
  return coloring_ == Coloring::kBaked ? std::uint32_t{color.a} << 24 | rgb(color) : 0;
}

}  // namespace kiosk::sdl
