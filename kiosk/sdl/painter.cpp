#include "sdl/painter.h"

#include "sdl/paint_plan.h"

namespace kiosk::sdl {
namespace {

bool is_software(SDL_Renderer& renderer) {
  SDL_RendererInfo info{};
  return SDL_GetRendererInfo(&renderer, &info) == 0 && (info.flags & SDL_RENDERER_SOFTWARE) != 0;
}

class Drawer {
 public:
  explicit Drawer(SDL_Renderer& renderer) : renderer_(renderer) {}

  void operator()(const FillStep& fill) {
    const ui::Color color = fill.color;
    SDL_SetRenderDrawBlendMode(&renderer_, color.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(&renderer_, color.r, color.g, color.b, color.a);
    SDL_RenderFillRect(&renderer_, &fill.rect);
  }
  void operator()(const ClipStep& clip) { SDL_RenderSetClipRect(&renderer_, &clip.rect); }
  void operator()(const PlacedSprite& sprite) {
    SDL_SetTextureColorMod(sprite.texture, sprite.tint.r, sprite.tint.g, sprite.tint.b);
    SDL_SetTextureAlphaMod(sprite.texture, sprite.tint.a);
    const SDL_Rect to{sprite.at.x, sprite.at.y, sprite.from.w, sprite.from.h};
    SDL_RenderCopy(&renderer_, sprite.texture, &sprite.from, &to);
  }

 private:
  SDL_Renderer& renderer_;
};

}  // namespace

Painter::Painter(SDL_Renderer& renderer, AtlasLimits limits)
    : Painter(renderer, limits, is_software(renderer) ? Coloring::kBaked : Coloring::kTinted) {}

Painter::Painter(SDL_Renderer& renderer, AtlasLimits limits, Coloring coloring)
    : renderer_(renderer), atlas_(renderer, limits), sprites_(fonts_, atlas_, coloring), pictures_(renderer) {}

void Painter::paint(const ui::DisplayList& list, Size screen) {
  begin_frame();
  const std::vector<PaintStep> steps = plan(list, screen, sprites_, pictures_);
  SDL_RenderSetClipRect(&renderer_, nullptr);
  SDL_SetRenderDrawColor(&renderer_, list.background.r, list.background.g, list.background.b, 255);
  SDL_RenderClear(&renderer_);
  Drawer drawer(renderer_);
  for (const PaintStep& step : steps) std::visit(drawer, step);
  SDL_RenderSetClipRect(&renderer_, nullptr);
  SDL_RenderFlush(&renderer_);
  end_frame();
}

void Painter::begin_frame() {
  atlas_.begin_frame();
  pictures_.begin_frame();
}

void Painter::end_frame() {
  atlas_.end_frame();
  pictures_.end_frame();
}

void Painter::prepare(const ui::DisplayList& list, Size screen) {
  begin_frame();
  plan(list, screen, sprites_, pictures_);
  end_frame();
}

}  // namespace kiosk::sdl
