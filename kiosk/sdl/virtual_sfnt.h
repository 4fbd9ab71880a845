// One face of a font file as SDL2_ttf must see it to rasterise glyphs by id: a new table directory and a cmap that
// sends U+F0000 + gid to gid, served in front of the untouched file. Only what draws outlines and colour bitmaps is
// passed on: no layout tables, no names, no hinting byte code. Every offset of the file is checked here before anything
// uses it.
#pragma once

#include <SDL.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "sdl/mapped_file.h"

namespace kiosk::sdl {

class VirtualSfnt {
 public:
  // Error (without a path) when the bytes are no sfnt, lack this face, or lack a table that drawing needs.
  [[nodiscard]] static Result<std::shared_ptr<const VirtualSfnt>> create(SharedBytes file, unsigned face_index);

  // The character that stands for a glyph; `gid` < glyph_count().
  static char32_t character_of(std::uint32_t gid) { return 0xF0000 + gid; }

  std::uint32_t glyph_count() const { return glyph_count_; }
  bool in_collection() const { return in_collection_; }
  // All glyphs are colour bitmaps of a fixed size (CBDT or sbix, no outlines).
  bool is_color_bitmap() const { return is_color_bitmap_; }
  // Where the glyph data lies in the file: faces of one collection with the same place draw the same glyphs.
  std::uint32_t glyph_data_offset() const { return glyph_data_offset_; }

  std::size_t size() const { return header_.size() + file_.bytes.size(); }
  // Copies at most `count` bytes from `offset`; returns how many there were.
  std::size_t read(std::size_t offset, void* to, std::size_t count) const;

 private:
  VirtualSfnt() = default;
  SharedBytes file_;
  std::vector<std::uint8_t> header_;
  std::uint32_t glyph_count_ = 0, glyph_data_offset_ = 0;
  bool in_collection_ = false, is_color_bitmap_ = false;
};

// A stream that keeps the sfnt alive until SDL_RWclose. nullptr when out of memory.
SDL_RWops* open_stream(std::shared_ptr<const VirtualSfnt> sfnt);

}  // namespace kiosk::sdl
