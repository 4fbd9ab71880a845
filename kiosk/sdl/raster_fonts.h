// The raster font of every face that has been drawn, opened when first asked for. Faces of one collection that draw the
// same glyphs (NotoSansCJK's languages) share one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "sdl/raster_font.h"
#include "text/face.h"

namespace kiosk::sdl {

class RasterFonts {
 public:
  struct Entry {
    std::unique_ptr<RasterFont> font;  // nullptr: cannot be opened, which has been logged
    std::uint32_t number = 0;          // distinguishes fonts in keys
  };

  RasterFonts() = default;
  ~RasterFonts();
  RasterFonts(const RasterFonts&) = delete;
  RasterFonts& operator=(const RasterFonts&) = delete;

  // Valid as long as this lives.
  Entry& of(const text::Face& face);

 private:
  struct Known {
    std::string path;
    unsigned index = 0;
    Entry* entry = nullptr;
  };
  Entry& open(const text::Face& face);
  Result<Entry*> try_open(const text::Face& face);
  bool started_ = false;
  std::map<std::pair<std::string, std::uint32_t>, Entry> entries_;  // by path and place of the glyph data
  std::unordered_map<const text::Face*, Known> known_;
  Entry missing_;
};

}  // namespace kiosk::sdl
