// Glyphs of runs shaped lately with one face, by everything that hb_shape was given. Bounded; the least recently used
// go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

  // nullptr when absent. Valid until the next put or clear.
  const ShapedGlyphs* find(std::string_view key);
  // The entry just put is never forgotten. `key` is not in the cache.
  const ShapedGlyphs& put(std::string_view key, ShapedGlyphs glyphs);
  void clear();
  std::size_t cost() const { return cost_; }
  std::size_t size() const { return order_.size(); }

 private:
  struct Entry {
    std::string key;
    ShapedGlyphs glyphs;
    std::size_t cost() const { return glyphs.size() + kEntryCost; }
  };
  std::size_t cost_ = 0;
  std::list<Entry> order_;                                                  // most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> index_;  // keys are the entries'
};

}  // namespace kiosk::text
