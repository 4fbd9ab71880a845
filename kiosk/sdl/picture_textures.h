// Pictures at the size in which they are drawn, each on a texture of its own. Holds about `budget_bytes`: at a frame's
// end the ones that were drawn the longest ago go, but never one that the present frame draws.
#pragma once

#include <SDL.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "ui/picture.h"

namespace kiosk::sdl {

class PictureTextures {
 public:
  // The renderer outlives the textures.
  explicit PictureTextures(SDL_Renderer& renderer, std::size_t budget_bytes = 24u << 20);
  ~PictureTextures();
  PictureTextures(const PictureTextures&) = delete;
  PictureTextures& operator=(const PictureTextures&) = delete;

  void begin_frame();
  void end_frame();
  // Good until the next begin_frame. Null where no texture can be made (logged).
  SDL_Texture* of(const std::shared_ptr<const ui::Picture>& picture, Size size);

  // The textures were lost.
  void clear();
  std::size_t bytes() const;

 private:
  struct Entry;
  SDL_Renderer& renderer_;
  std::size_t budget_bytes_;
  std::uint64_t frame_ = 1;
  std::vector<Entry> entries_;
};

}  // namespace kiosk::sdl
