// What stands in the place of something else: the question before the session ends, and the notices that a page or
// everything cannot be shown.
#include <algorithm>

#include "ui/compose.h"

namespace kiosk::ui {

void compose_idle_warning(Composer& c) {
  c.cover({0, 0, 0, 200});
  const int body = c.body_px(), pad = c.space.margin;
  const int width = std::min(c.display.size_px.w - 2 * pad, body * 22);
  const int inner = width - 2 * pad;
  const TextSpec title = plain_text(c.message("idle.title"), c.state.language, body * 5 / 4, true);
  const bool headset_out = c.state.listening.headset_out;
  const TextSpec text =
      plain_text(headset_out ? c.message("speech.headset-out")
                             : c.message("idle.text", {{"seconds", std::int64_t{c.state.idle_left_s}}}),
                 c.state.language, body);
  const TextSpec button = plain_text(c.message("idle.extend"), c.state.language, body, true);
  const TextSpec lost = plain_text(c.message("idle.lost"), c.state.language, body);
  const auto title_block = c.typesetter.set(title, inner);
  const auto text_block = c.typesetter.set(text, inner);
  const auto lost_block = has_unsent(c.state) ? c.typesetter.set(lost, inner) : nullptr;
  const int lost_h = lost_block ? lost_block->height + c.space.gap : 0;
  const int button_h =
      std::max(c.space.primary, c.typesetter.set(button, inner - 2 * c.space.gap)->height + c.space.gap);
  const int height =
      pad + title_block->height + c.space.gap + text_block->height + c.space.gap + lost_h + button_h + pad;
  const Rect box{(c.display.size_px.w - width) / 2,
                 std::max(c.state.low_reach ? c.display.low_reach_top_px() : 0, (c.display.size_px.h - height) / 2),
                 width, height};
  c.fill(box, c.theme.surface, c.space.radius);
  c.frame(box, c.theme.border, c.display.css_px(2), c.space.radius);
  int y = box.y + pad;
  c.text("title", Role::kDialog, title, *title_block, {box.x + pad, y, inner, title_block->height}, c.theme.text,
         c.theme.surface);
  y += title_block->height + c.space.gap;
  c.text("idle-text", Role::kText, text, *text_block, {box.x + pad, y, inner, text_block->height}, c.theme.text,
         c.theme.surface);
  y += text_block->height + c.space.gap;
  if (lost_block)
    c.text("idle-lost", Role::kText, lost, *lost_block, {box.x + pad, y, inner, lost_block->height}, c.theme.text,
           c.theme.surface);
  y += lost_h;
  const Rect button_rect{box.x + pad, y, inner, button_h};
  const Element& control =
      c.control("extend", Role::kButton, button_rect, Target::kSecondary, c.theme.primary, c.theme.primary);
  c.label(button, button_rect.inset(c.space.gap), control.pressed ? c.theme.text : c.theme.on_primary, Align::kCenter);
}

int compose_damaged(Composer& c, Rect area) {
  const TextSpec spec = plain_text(c.message("page.damaged"), c.state.language, c.body_px());
  const auto block = c.typesetter.set(spec, area.w);
  c.text("damaged", Role::kStatus, spec, *block, {area.x, area.y, area.w, block->height}, c.theme.text,
         c.theme.background);
  return block->height;
}

}  // namespace kiosk::ui
