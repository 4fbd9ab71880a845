#include "sdl/paint_plan.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace kiosk::sdl {
namespace {

// No glyph reaches further than this many em from its pen; the widest is Arabic's one-character basmala.
constexpr double kReachAcrossEm = 16, kReachUpEm = 4;
// Corners are pictures; a rounder one than this is not worth its memory.
constexpr int kLargestRadius = 512;

SDL_Rect to_sdl(const Rect& rect) { return {rect.x, rect.y, rect.w, rect.h}; }

class Planner {
 public:
  Planner(Size screen, SpriteMaker& sprites, PictureTextures& pictures)
      : sprites_(sprites), pictures_(pictures), clips_{{0, 0, screen.w, screen.h}} {}

  void operator()(const ui::Fill& fill) {
    const int radius = usable_radius(fill.rect, fill.radius);
    const Rect& r = fill.rect;
    add({r.x + radius, r.y, r.w - 2 * radius, radius}, fill.color);
    add({r.x, r.y + radius, r.w, r.h - 2 * radius}, fill.color);
    add({r.x + radius, r.bottom() - radius, r.w - 2 * radius, radius}, fill.color);
    if (radius > 0) add_corners(r, radius, 0, fill.color);
  }

  void operator()(const ui::Frame& frame) {
    const Rect& r = frame.rect;
    if (frame.width <= 0) return;
    if (2 * frame.width >= std::min(r.w, r.h)) return (*this)(ui::Fill{r, frame.color, frame.radius});
    const int radius = usable_radius(r, frame.radius);
    const int corner = radius > 0 ? std::max(radius, frame.width) : 0, upright = std::max(corner, frame.width);
    add({r.x + corner, r.y, r.w - 2 * corner, frame.width}, frame.color);
    add({r.x + corner, r.bottom() - frame.width, r.w - 2 * corner, frame.width}, frame.color);
    add({r.x, r.y + upright, frame.width, r.h - 2 * upright}, frame.color);
    add({r.right() - frame.width, r.y + upright, frame.width, r.h - 2 * upright}, frame.color);
    if (radius > 0) add_corners(r, radius, frame.width, frame.color);
  }

  void operator()(const ui::TextLine& text) {
    KIOSK_CHECK(text.paragraph && text.lines && text.line < text.lines->size() && !text.colors.empty());
    const std::vector<text::Style>& styles = text.paragraph->styles();
    double x = text.x;
    for (const text::Glyph& glyph : (*text.lines)[text.line].glyphs) {
      KIOSK_CHECK(glyph.style < styles.size());
      const double size = styles[glyph.style].size_px;
      const double glyph_x = x + double{glyph.x_offset}, glyph_y = text.y - double{glyph.y_offset};
      x += double{glyph.advance};
      if (glyph.face == nullptr || glyph.gid < 0 || !may_reach_clip(glyph_x, glyph_y, size)) continue;
      const ui::Color color = text.colors[std::min<std::size_t>(glyph.style, text.colors.size() - 1)];
      add(sprites_.glyph(glyph, size, color, glyph_x, static_cast<int>(std::lround(glyph_y))));
    }
  }

  void operator()(const ui::Image& image) {
    if (!image.picture || intersect(image.rect, clips_.back()).empty()) return;
    SDL_Texture* const texture = pictures_.of(image.picture, {image.rect.w, image.rect.h});
    if (texture == nullptr) return;
    steps_.emplace_back(
        PlacedSprite{texture, {0, 0, image.rect.w, image.rect.h}, {image.rect.x, image.rect.y}, {255, 255, 255, 255}});
  }

  void operator()(const ui::Clip& clip) { push_clip(intersect(clips_.back(), clip.rect)); }

  void operator()(const ui::Unclip&) {
    KIOSK_CHECK(clips_.size() > 1);
    clips_.pop_back();
    if (!clips_.back().empty()) steps_.emplace_back(ClipStep{to_sdl(clips_.back())});
  }

  std::vector<PaintStep> steps() && { return std::move(steps_); }

 private:
  static int usable_radius(const Rect& rect, int radius) {
    return std::clamp(radius, 0, std::clamp(std::min(rect.w, rect.h) / 2, 0, kLargestRadius));
  }

  void push_clip(const Rect& clip) {
    clips_.push_back(clip);
    if (!clip.empty()) steps_.emplace_back(ClipStep{to_sdl(clip)});
  }

  void add(const Rect& rect, ui::Color color) {
    if (color.a == 0 || intersect(rect, clips_.back()).empty()) return;
    steps_.emplace_back(FillStep{to_sdl(rect), color});
  }

  void add(const std::optional<PlacedSprite>& sprite) {
    if (!sprite) return;
    const Rect rect{sprite->at.x, sprite->at.y, sprite->from.w, sprite->from.h};
    if (!intersect(rect, clips_.back()).empty()) steps_.emplace_back(*sprite);
  }

  void add_corners(const Rect& r, int radius, int width, ui::Color color) {
    if (color.a == 0 || intersect(r, clips_.back()).empty()) return;
    const int side = std::max(radius, width), right = r.right() - side, bottom = r.bottom() - side;
    add(sprites_.corner(radius, width, Quadrant::kTopLeft, color, {r.x, r.y}));
    add(sprites_.corner(radius, width, Quadrant::kTopRight, color, {right, r.y}));
    add(sprites_.corner(radius, width, Quadrant::kBottomLeft, color, {r.x, bottom}));
    add(sprites_.corner(radius, width, Quadrant::kBottomRight, color, {right, bottom}));
  }

  bool may_reach_clip(double x, double y, double em) const {
    const Rect& clip = clips_.back();
    const double across = kReachAcrossEm * em, up = kReachUpEm * em;
    return !clip.empty() && x + across >= clip.x && x - across <= clip.right() && y + up >= clip.y &&
           y - up <= clip.bottom();
  }

  SpriteMaker& sprites_;
  PictureTextures& pictures_;
  std::vector<Rect> clips_;
  std::vector<PaintStep> steps_;
};

}  // namespace

std::vector<PaintStep> plan(const ui::DisplayList& list, Size screen, SpriteMaker& sprites, PictureTextures& pictures) {
  Planner planner(screen, sprites, pictures);
  for (const ui::DrawItem& item : list.items) std::visit(planner, item);
  return std::move(planner).steps();
}

}  // namespace kiosk::sdl
