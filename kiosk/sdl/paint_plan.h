// A display list turned into steps that a renderer can take without stopping: every glyph is rastered, every picture
// scaled, and on its texture before the first step is drawn.
#pragma once

#include <variant>
#include <vector>

#include "sdl/picture_textures.h"
#include "sdl/sprite_maker.h"
#include "ui/display_list.h"

namespace kiosk::sdl {

struct FillStep {
  SDL_Rect rect;
  ui::Color color;
};
// What follows is cut to the rectangle, which is not empty.
struct ClipStep {
  SDL_Rect rect;
};
using PaintStep = std::variant<FillStep, ClipStep, PlacedSprite>;

// What lies outside of the screen or of its clip is left out, and not rastered either. The steps are good until the
// atlas begins its next frame.
std::vector<PaintStep> plan(const ui::DisplayList& list, Size screen, SpriteMaker& sprites, PictureTextures& pictures);

}  // namespace kiosk::sdl
