// Draws display lists on one renderer. Owns what is kept between frames: the raster fonts and the atlas.
#pragma once

#include <SDL.h>

#include "base/geometry.h"
#include "sdl/raster_fonts.h"
#include "sdl/sprite_atlas.h"
#include "sdl/sprite_maker.h"
#include "ui/display_list.h"

namespace kiosk::sdl {

class Painter {
 public:
  // The renderer outlives the painter.
  explicit Painter(SDL_Renderer& renderer, AtlasLimits limits = {});
  Painter(SDL_Renderer& renderer, AtlasLimits limits, Coloring coloring);

  // Rasters what the list needs at this screen size, then draws it; does not present.
  void paint(const ui::DisplayList& list, Size screen);
  void prepare(const ui::DisplayList& list, Size screen);
  void forget_textures() { atlas_.clear(); }
  const SpriteAtlas& atlas() const { return atlas_; }

 private:
  SDL_Renderer& renderer_;
  RasterFonts fonts_;
  SpriteAtlas atlas_;
  SpriteMaker sprites_;
};

}  // namespace kiosk::sdl
