// Draws display lists on one renderer. Owns what is kept between frames: the raster fonts, the atlas, the pictures.
#pragma once

#include <SDL.h>

#include "base/geometry.h"
#include "sdl/picture_textures.h"
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
  void forget_textures() {
    atlas_.clear();
    pictures_.clear();
  }
  const SpriteAtlas& atlas() const { return atlas_; }
  const PictureTextures& pictures() const { return pictures_; }

 private:
  void begin_frame();
  void end_frame();

  SDL_Renderer& renderer_;
  RasterFonts fonts_;
  SpriteAtlas atlas_;
  SpriteMaker sprites_;
  PictureTextures pictures_;
};

}  // namespace kiosk::sdl
