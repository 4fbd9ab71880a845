// One face of a font file: mapped, read by HarfBuzz, measured in em. Knows no pixels and no SDL; sdl/ rasterises the
// same file by the glyph ids that shaping yields.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

typedef struct hb_font_t hb_font_t;
typedef struct hb_face_t hb_face_t;

namespace kiosk::text {

class ShapeCache;

// In em, y upwards: descent is positive below the baseline.
struct FaceMetrics {
  double ascent = 0, descent = 0;  // hhea, or OS/2 typo where USE_TYPO_METRICS is set
  double cap_height = 0;
};

// Outline bounds of a glyph in em, y upwards; all 0 where the glyph has no ink.
struct GlyphInk {
  float left = 0, bottom = 0, right = 0, top = 0;
  bool empty() const { return left == right || top == bottom; }
};

class Face {
 public:
  // Error names the path when the file is missing, not a font, or has no face of that index.
  [[nodiscard]] static Result<std::unique_ptr<Face>> open(const std::string& path, unsigned index);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  const std::string& path() const { return path_; }
  unsigned index() const { return index_; }
  const std::string& postscript_name() const { return postscript_name_; }  // name id 6
  const FaceMetrics& metrics() const { return metrics_; }
  unsigned glyph_count() const { return glyph_count_; }

  // Whether the cmap has the character (its nominal glyph is not 0). Cheap: answers are remembered.
  bool has(char32_t character) const {
    const CoveragePage* const page = coverage_[character >> 8].get();
    const std::uint64_t bit = std::uint64_t{1} << (character & 63);
    const std::size_t word = character >> 6 & 3;
    if (page && (page->known[word] & bit)) return page->present[word] & bit;
    return look_up(character);
  }
  // Measured once per glyph. `gid` < glyph_count().
  const GlyphInk& ink(std::uint32_t gid) const;
  // An hb_font of this face at scale round(size_px * 1024), owned by the face; no hinting.
  hb_font_t* font(double size_px) const;
  // Runs that were shaped with this face lately.
  ShapeCache& shapes() const;

 private:
  Face() = default;
  void read_metrics();
  bool look_up(char32_t character) const;

  // Coverage of 256 characters: what is known, and what is there.
  struct CoveragePage {
    std::array<std::uint64_t, 4> known{}, present{};
  };
  struct Data;
  std::unique_ptr<Data> data_;
  std::string path_, postscript_name_;
  unsigned index_ = 0, glyph_count_ = 0;
  FaceMetrics metrics_;
  mutable std::array<std::unique_ptr<CoveragePage>, 0x1100> coverage_;
};

}  // namespace kiosk::text
