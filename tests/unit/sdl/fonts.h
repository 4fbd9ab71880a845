// The pinned fonts that the tests draw, and FreeType's own drawing of a glyph by its id to compare with.
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "sdl/raster_font.h"
#include "sdl/virtual_sfnt.h"

namespace kiosk::sdl {

inline std::string truetype(const std::string& name) { return "/usr/share/fonts/truetype/noto/" + name; }
inline std::string collection(const std::string& name) { return "/usr/share/fonts/opentype/noto/" + name; }

inline std::shared_ptr<const VirtualSfnt> sfnt_of(const std::string& path, unsigned index = 0) {
  auto file = map_file(path);
  if (!file) return nullptr;
  return VirtualSfnt::create(std::move(*file), index).value_or(nullptr);
}

// TTF_Init for the life of a test.
struct TtfRunning {
  TtfRunning() { TTF_Init(); }
  ~TtfRunning() { TTF_Quit(); }
};

inline GlyphBitmap cropped(const GlyphBitmap& bitmap) {
  int left = bitmap.width, right = 0, top = bitmap.height, bottom = 0;
  const auto at = [&](int x, int y) { return bitmap.coverage[std::size_t(y * bitmap.width + x)]; };
  for (int y = 0; y < bitmap.height; ++y) {
    for (int x = 0; x < bitmap.width; ++x) {
      if (at(x, y) == 0) continue;
      left = std::min(left, x), right = std::max(right, x + 1);
      top = std::min(top, y), bottom = std::max(bottom, y + 1);
    }
  }
  if (right == 0) return {};
  GlyphBitmap crop{bitmap.left + left, bitmap.top - top, right - left, bottom - top, {}, {}};
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) crop.coverage.push_back(at(x, y));
  }
  return crop;
}

class FreeType {
 public:
  FreeType(const std::string& path, unsigned index) {
    FT_Init_FreeType(&library_);
    FT_New_Face(library_, path.c_str(), FT_Long(index), &face_);
  }
  ~FreeType() { FT_Done_FreeType(library_); }
  FreeType(const FreeType&) = delete;
  FreeType& operator=(const FreeType&) = delete;

  GlyphBitmap draw(std::uint32_t gid, int size_px) {
    FT_Set_Pixel_Sizes(face_, 0, FT_UInt(size_px));
    if (FT_Load_Glyph(face_, gid, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return {};
    if (FT_Render_Glyph(face_->glyph, FT_RENDER_MODE_NORMAL) != 0) return {};
    const FT_Bitmap& drawn = face_->glyph->bitmap;
    GlyphBitmap bitmap{face_->glyph->bitmap_left, face_->glyph->bitmap_top, int(drawn.width), int(drawn.rows), {}, {}};
    for (int y = 0; y < bitmap.height; ++y) {
      const unsigned char* const row = drawn.buffer + y * drawn.pitch;
      bitmap.coverage.insert(bitmap.coverage.end(), row, row + bitmap.width);
    }
    return bitmap;
  }

 private:
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

}  // namespace kiosk::sdl
