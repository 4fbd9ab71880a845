// A small picture that is drawn often: a glyph at one size, phase and colour, or a rounded corner.
#pragma once

#include <SDL.h>

#include <cstddef>
#include <cstdint>

namespace kiosk::sdl {

// `source` is a raster font's number, 0 = a corner. What the other fields mean is up to the source; two keys that are
// equal give the same pixels.
struct SpriteKey {
  std::uint32_t source = 0, id = 0, size = 0, variant = 0, color = 0;
  bool operator==(const SpriteKey&) const = default;
};

struct SpriteKeyHash {
  std::size_t operator()(const SpriteKey& key) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15;
    for (const std::uint32_t part : {key.source, key.id, key.size, key.variant, key.color}) {
      hash = (hash ^ part) * 0xFF51AFD7ED558CCD;
      hash ^= hash >> 32;
    }
    return static_cast<std::size_t>(hash);
  }
};

// `where` on the texture; to be drawn at (pen + left, baseline - top). No texture: nothing to draw.
struct Sprite {
  SDL_Texture* texture = nullptr;
  SDL_Rect where{};
  int left = 0, top = 0;
};

}  // namespace kiosk::sdl
