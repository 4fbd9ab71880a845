// Glyphs of runs shaped lately with one face, by everything that hb_shape was given. Bounded; the least recently used
// go.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/lru_cache.h"

namespace kiosk::text {

// In 1/1024 px, y upwards.
struct ShapedGlyph {
  std::uint32_t gid = 0;
  std::uint32_t cluster = 0;  // UTF-16 units from the start of the run (later: of the text)
  std::int32_t advance = 0, x_offset = 0, y_offset = 0;
  bool unsafe = false;  // HarfBuzz: unsafe to break before the cluster
};

// In the order HarfBuzz gives them: left to right.
using ShapedGlyphs = std::vector<ShapedGlyph>;

class ShapeCache {
 public:
  // Counted in glyphs, an entry as kEntryCost more: about 24 bytes each, so at most 0.8 MB a face.
  static constexpr std::size_t kCapacity = 32768;
  static constexpr std::size_t kEntryCost = 8;

  const ShapedGlyphs* find(const std::string& key) { return entries_.find(key); }
  const ShapedGlyphs& put(std::string key, ShapedGlyphs glyphs) {
    const std::size_t cost = glyphs.size() + kEntryCost;
    return entries_.put(std::move(key), std::move(glyphs), cost);
  }
  void clear() { entries_.clear(); }
  std::size_t cost() const { return entries_.cost(); }

 private:
  LruCache<std::string, ShapedGlyphs> entries_{kCapacity};
};

}  // namespace kiosk::text
