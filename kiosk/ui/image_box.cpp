#include "ui/image_box.h"

#include <algorithm>
#include <cmath>

#include "ui/compose.h"

namespace kiosk::ui {

namespace {

std::shared_ptr<const Picture> picture_of(const Composer& c, const content::Block& block) {
  if (c.model.pictures == nullptr) return nullptr;
  const auto found = c.model.pictures->find(block.media);
  return found == c.model.pictures->end() ? nullptr : found->second;
}

}  // namespace

Size fit_picture(Size picture, Size room) {
  constexpr double kMostEnlarged = 2;
  const double scale =
      std::min({kMostEnlarged, static_cast<double>(room.w) / picture.w, static_cast<double>(room.h) / picture.h});
  const auto side = [&](int px) { return std::max(1, static_cast<int>(std::lround(px * scale))); };
  return {side(picture.w), side(picture.h)};
}

int compose_image(Composer& c, const content::Block& block, const std::string& language, Rect area) {
  const std::string id = "block:" + block.id;
  const bool has_words = !block.sentences.empty();
  const TextSpec words = has_words ? spec_of(block.sentences.front(), language, c.body_px()) : TextSpec{};
  const auto describe = [&](Element& element) {
    element.state = to_string(block.sentences.front().state);
    element.block = block.id;
    element.recording = block.sound;
  };
  if (const auto picture = picture_of(c, block)) {
    const int room_h = std::max(c.space.primary, area.h - 2 * c.space.gap);
    const Size size = fit_picture(picture->size_px, {area.w, room_h});
    const Rect rect{area.x + (area.w - size.w) / 2, area.y, size.w, size.h};
    if (has_words)
      describe(c.picture(id, words, picture, rect));
    else
      c.picture(picture, rect);
    return size.h + c.space.gap;
  }
  if (!has_words) return 0;
  const int pad = c.space.gap, side = c.body_px() * 5 / 4, text_x = 2 * pad + side;
  const auto set = c.typesetter.set(words, area.w - text_x - pad);
  const int height = std::max(set->height, side) + 2 * pad;
  c.panel_below(c.drawn(), {area.x, area.y, area.w, height});
  c.icon("image", {area.x + pad, area.y + (height - side) / 2, side, side}, c.theme.text);
  describe(c.text(id, Role::kImage, words, *set,
                  {area.x + text_x, area.y + (height - set->height) / 2, area.w - text_x - pad, set->height},
                  c.theme.text, c.theme.surface));
  return height + c.space.gap;
}

}  // namespace kiosk::ui
