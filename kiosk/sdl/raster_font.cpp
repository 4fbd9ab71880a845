#include "sdl/raster_font.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "sdl/resample.h"

namespace kiosk::sdl {
namespace {

constexpr int kMaxInkPx = 4096;
constexpr SizeUnits kFirstSize = 32 * 72;  // SDL2_ttf wants one; any will do

struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

}  // namespace

// What SDL2_ttf drew: `width` x `height` px of the surface from `x`, `y`. No surface: no ink.
struct RasterFont::Ink {
  std::unique_ptr<SDL_Surface, FreeSurface> surface;
  int x = 0, y = 0, width = 0, height = 0;
  int left = 0, top = 0, advance = 0;

  const std::uint8_t* row(int r) const {
    return static_cast<const std::uint8_t*>(surface->pixels) + std::ptrdiff_t{y + r} * surface->pitch;
  }
};

Result<std::unique_ptr<RasterFont>> RasterFont::open(std::shared_ptr<const VirtualSfnt> sfnt) {
  std::unique_ptr<RasterFont> font(new RasterFont(std::move(sfnt)));
  SDL_RWops* const stream = open_stream(font->sfnt_);
  if (stream == nullptr) return fail("out of memory");
  font->font_.reset(TTF_OpenFontIndexDPIRW(stream, 1, kFirstSize, 0, 1, 1));
  if (!font->font_) return fail(TTF_GetError());
  TTF_SetFontHinting(font->font_.get(), TTF_HINTING_NONE);
  font->size_ = kFirstSize;
  return font;
}

void RasterFont::set_size(SizeUnits size) {
  if (size == size_) return;
  size_ = TTF_SetFontSizeDPI(font_.get(), size, 1, 1) == 0 ? size : 0;
}

RasterFont::Ink RasterFont::raster(std::uint32_t gid) {
  Ink ink;
  if (gid >= sfnt_->glyph_count() || size_ == 0) return ink;
  const Uint32 character = VirtualSfnt::character_of(gid);
  int min_x = 0, max_x = 0, min_y = 0, max_y = 0;
  if (TTF_GlyphMetrics32(font_.get(), character, &min_x, &max_x, &min_y, &max_y, &ink.advance) != 0) return ink;
  ink.left = min_x;
  ink.top = max_y;
  ink.width = max_x - min_x;
  ink.height = max_y - min_y;
  // A hostile font must not make SDL2_ttf allocate surfaces of any size.
  const auto near = [](int value) { return std::abs(value) <= kMaxInkPx; };
  if (!near(min_x) || !near(max_x) || !near(min_y) || !near(max_y) || ink.width <= 0 || ink.height <= 0) return ink;
  if (!near(ink.advance) || !near(TTF_FontHeight(font_.get()))) return ink;

  const SDL_Color white{255, 255, 255, 255}, black{0, 0, 0, 255};
  ink.surface.reset(is_color() ? TTF_RenderGlyph32_Blended(font_.get(), character, white)
                               : TTF_RenderGlyph32_Shaded(font_.get(), character, white, black));
  if (!ink.surface) return ink;
  ink.x = std::max(0, min_x);
  ink.y = std::max(0, TTF_FontAscent(font_.get()) - max_y);
  if (ink.x + ink.width > ink.surface->w || ink.y + ink.height > ink.surface->h) ink.surface.reset();
  return ink;
}

GlyphBitmap RasterFont::coverage(std::uint32_t gid, SizeUnits size, int phase) {
  KIOSK_CHECK(size > 0 && size <= kMaxSize && phase >= 0 && phase < 4 && !is_color());
  set_size(phase == 0 ? size : 4 * size);
  const Ink ink = raster(gid);
  if (!ink.surface) return {};
  if (phase != 0) {
    return quarter({ink.row(0) + ink.x, ink.surface->pitch, ink.width, ink.height, ink.left + phase, ink.top});
  }
  GlyphBitmap bitmap{ink.left, ink.top, ink.width, ink.height, {}, {}};
  bitmap.coverage.reserve(std::size_t(ink.width) * std::size_t(ink.height));
  for (int r = 0; r < ink.height; ++r) {
    const std::uint8_t* const row = ink.row(r) + ink.x;
    bitmap.coverage.insert(bitmap.coverage.end(), row, row + ink.width);
  }
  return bitmap;
}

GlyphBitmap RasterFont::color(std::uint32_t gid, double advance_px) {
  KIOSK_CHECK(is_color() && advance_px > 0);
  const Ink ink = raster(gid);
  if (!ink.surface || ink.advance <= 0 || ink.surface->format->BytesPerPixel != 4) return {};
  const auto* const pixels = reinterpret_cast<const std::uint32_t*>(ink.row(0)) + ink.x;
  const double scale = std::min(advance_px / ink.advance, double{kMaxInkPx} / std::max(ink.width, ink.height));
  return rescale({pixels, ink.surface->pitch / 4, ink.width, ink.height, ink.left, ink.top}, scale);
}

}  // namespace kiosk::sdl
