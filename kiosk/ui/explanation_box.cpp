#include "ui/explanation_box.h"

#include <algorithm>

namespace kiosk::ui {

void compose_explanation_box(Composer& c, Rect area, const TextSpec& heading, const BoxBody& body) {
  c.cover_content({0, 0, 0, 150});
  const int pad = c.space.margin;
  constexpr int kWidestEm = 30, kAnyWidth = 100'000;
  const int width = std::min(area.w, c.body_px() * kWidestEm + 2 * pad);
  Rect box{area.x + (area.w - width) / 2, area.y, width, area.h};
  TextSpec word = plain_text(c.message("dialog.close"), c.state.language, c.label_px(), true);
  // The icon stands beside the word where there is room for both.
  const int inside_w = box.w - 2 * pad, icon = c.label_px() * 5 / 4, beside = icon + 2 * c.space.gap;
  const bool has_icon = static_cast<int>(c.typesetter.set(word, kAnyWidth)->width) <= inside_w - 2 * beside;
  const int word_w = inside_w - 2 * (has_icon ? beside : 0);
  // As high as the word's ink: Nastaliq needs more than a target's least side.
  const auto word_block = c.typesetter.set(word, word_w);
  const int word_h = word_block->lines->size() > 1 ? word_block->height : word_block->ink(word_w).h;
  const int button_h = std::max(c.space.primary, word_h + c.space.gap);
  const int foot = button_h + 2 * c.space.gap;
  const Rect inside{box.x + pad, box.y, inside_w, box.h - foot};

  const std::size_t below = c.drawn();
  c.begin_scroll(inside, c.state.explanation.scroll_px);
  int y = inside.y + pad;
  const auto title = c.typesetter.set(heading, inside.w);
  c.text("explanation", Role::kDialog, heading, *title, {inside.x, y, inside.w, title->height}, c.theme.text,
         c.theme.surface);
  y += title->height + c.space.gap;
  y += body(c, {inside.x, y, inside.w, 0});
  const int height = y - inside.y;
  c.end_scroll(height);

  box.h = std::min(inside.h, height) + foot;
  c.frame_below(below, box, c.theme.border, c.display.css_px(2), c.space.radius);
  c.fill_below(below, box, c.theme.surface, c.space.radius);

  const Rect button{inside.x, box.bottom() - c.space.gap - button_h, inside.w, button_h};
  const Element& close =
      c.control("close", Role::kButton, button, Target::kSecondary, c.theme.primary, c.theme.primary);
  const Color color = close.pressed ? c.theme.text : c.theme.on_primary;
  if (has_icon) c.icon("close", {button.x + c.space.gap, button.y + (button_h - icon) / 2, icon, icon}, color);
  c.label(word, {button.x + (button.w - word_w) / 2, button.y, word_w, button_h}, color, Align::kCenter);
  compose_scroll_buttons(c, height, {area.x, area.y, area.w, inside.h}, area.bottom());
}

int compose_box_texts(Composer& c, const std::vector<BoxText>& texts, Rect area) {
  int y = area.y;
  for (const BoxText& text : texts) {
    const auto block = c.typesetter.set(text.spec, area.w);
    c.text(text.id, Role::kText, text.spec, *block, {area.x, y, area.w, block->height}, c.theme.text, c.theme.surface);
    y += block->height + c.space.gap;
  }
  return y - area.y;
}

}  // namespace kiosk::ui
