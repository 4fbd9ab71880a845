// Sprites packed on a few textures. Holds about `budget_bytes`: when they are used up, the page that was used the
// longest ago is emptied, but never one that the present frame has used; if the frame needs them all, it gets more, and
// what is over the budget goes at the end of a later frame.
#pragma once

#include <SDL.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "sdl/sprite.h"

namespace kiosk::sdl {

struct AtlasLimits {
  int page_side = 512;  // a power of two
  std::size_t budget_bytes = 24u << 20;
};

class SpriteAtlas {
 public:
  // The renderer outlives the atlas.
  explicit SpriteAtlas(SDL_Renderer& renderer, AtlasLimits limits = {});
  ~SpriteAtlas();
  SpriteAtlas(const SpriteAtlas&) = delete;
  SpriteAtlas& operator=(const SpriteAtlas&) = delete;

  // Sprites that find and put return stay valid until the next begin_frame.
  void begin_frame();
  void end_frame();
  std::optional<Sprite> find(const SpriteKey& key);
  // `argb` is 0xAARRGGBB row by row, straight alpha; empty for a sprite without ink. One that no texture can hold
  // is logged and kept as without ink.
  Sprite put(const SpriteKey& key, int left, int top, int width, int height, std::span<const std::uint32_t> argb);

  // The textures were lost.
  void clear();
  std::size_t bytes() const;
  std::size_t size() const { return sprites_.size(); }

 private:
  struct Page;
  struct Place {
    Page* page = nullptr;
    Sprite sprite;
  };
  // A page of the present frame with room for the size, and where.
  std::pair<Page*, SDL_Rect> allocate(int width, int height);
  Page* add_page(int side);
  Page* oldest_unused(int side);
  void empty(Page& page);

  SDL_Renderer& renderer_;
  AtlasLimits limits_;
  std::uint64_t frame_ = 1;
  std::vector<std::unique_ptr<Page>> pages_;
  std::unordered_map<SpriteKey, Place, SpriteKeyHash> sprites_;
};

}  // namespace kiosk::sdl
