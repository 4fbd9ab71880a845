#include "ui/listening_row.h"

#include <algorithm>
#include <vector>

namespace kiosk::ui {

namespace {

struct RowButton {
  const char* id;
  const char* icon;
  TextSpec label;
  bool disabled;
};

bool is_shown(const Composer& c) { return c.state.listening.by_ear || c.state.listening.reading; }

std::vector<RowButton> buttons_of(const Composer& c) {
  const Listening& l = c.state.listening;
  std::vector<RowButton> buttons;
  const auto add = [&](const char* id, const char* icon, const char* message, bool disabled = false) {
    TextSpec spec = plain_text(c.message(message), c.state.language, c.label_px(), true);
    spec.long_words = text::LongWords::kOverflow;
    spec.line_height = 1.2;
    buttons.push_back({id, icon, spec, disabled});
  };
  if (l.reading) {
    add("speech:stop", "stop", "speech.stop");
    if (l.paused)
      add("speech:resume", "play_arrow", "speech.resume");
    else
      add("speech:pause", "pause", "speech.pause");
  }
  add("speech:repeat", "replay", "speech.repeat");
  // A recording keeps the speed of the person who speaks.
  add("speech:slower", "remove", "speech.slower", !c.model.has_voice || l.rate <= Listening::kSlowest);
  add("speech:faster", "add", "speech.faster", !c.model.has_voice || l.rate >= Listening::kFastest);
  add("speech:quieter", "volume_down", "speech.quieter", l.volume <= Listening::kQuietest);
  add("speech:louder", "volume_up", "speech.louder", l.volume >= l.loudest);
  return buttons;
}

struct RowShape {
  int columns, rows, cell_w, cell_h, icon, pad;
};

RowShape shape_of(const Composer& c, const std::vector<RowButton>& buttons) {
  const int usable = c.display.size_px.w - 2 * c.space.margin + c.space.gap, n = static_cast<int>(buttons.size());
  const int pad = c.space.gap / 2, icon = c.label_px();
  int widest = 0;
  for (const RowButton& b : buttons) widest = std::max(widest, c.typesetter.longest_word(b.label));
  int columns = n;
  while (columns > 1 && usable / columns - c.space.gap - icon - 3 * pad < widest) --columns;
  const int rows = (n + columns - 1) / columns;
  columns = (n + rows - 1) / rows;  // as even as they go
  const int cell_w = usable / columns - c.space.gap;
  int cell_h = c.space.secondary;
  for (const RowButton& b : buttons) {
    const auto block = c.typesetter.set(b.label, cell_w - icon - 3 * pad);
    cell_h = std::max({cell_h, block->height, block->ink(cell_w).h + 2});
  }
  return {columns, rows, cell_w, cell_h, icon, pad};
}

TextSpec no_voice(const Composer& c) {
  return plain_text(c.message("speech.no-voice"), c.state.language, c.label_px());
}

int inner_width(const Composer& c) { return c.display.size_px.w - 2 * c.space.margin; }

}  // namespace

int listening_row_height(const Composer& c) {
  if (!is_shown(c)) return 0;
  if (!c.model.speaks) return c.typesetter.set(no_voice(c), inner_width(c))->height + 2 * c.space.gap;
  const RowShape shape = shape_of(c, buttons_of(c));
  return shape.rows * (shape.cell_h + c.space.gap) + c.space.gap;
}

void compose_listening_row(Composer& c, int bottom_y) {
  if (!is_shown(c)) return;
  const int height = listening_row_height(c), top = bottom_y - height;
  c.fill({0, top, c.display.size_px.w, height}, c.theme.bar);
  c.fill({0, top, c.display.size_px.w, c.display.css_px(2)}, c.theme.border);
  if (!c.model.speaks) {
    const TextSpec spec = no_voice(c);
    const auto block = c.typesetter.set(spec, inner_width(c));
    c.text("no-voice", Role::kStatus, spec, *block, {c.space.margin, top + c.space.gap, inner_width(c), block->height},
           c.theme.on_bar, c.theme.bar);
    return;
  }
  const std::vector<RowButton> buttons = buttons_of(c);
  const RowShape shape = shape_of(c, buttons);
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const int column = static_cast<int>(i) % shape.columns, row = static_cast<int>(i) / shape.columns;
    const Rect cell{c.space.margin + column * (shape.cell_w + c.space.gap),
                    top + c.space.gap + row * (shape.cell_h + c.space.gap), shape.cell_w, shape.cell_h};
    const bool disabled = buttons[i].disabled;
    Element& element = c.control(buttons[i].id, Role::kButton, cell, Target::kSecondary, c.theme.surface,
                                 disabled ? c.theme.surface : c.theme.border);
    element.disabled = disabled;
    const Color color = disabled ? c.theme.border : c.theme.text;
    c.icon(buttons[i].icon, {cell.x + shape.pad, cell.y + (cell.h - shape.icon) / 2, shape.icon, shape.icon}, color);
    c.label(buttons[i].label,
            {cell.x + 2 * shape.pad + shape.icon, cell.y, cell.w - shape.icon - 3 * shape.pad, cell.h}, color);
  }
}

}  // namespace kiosk::ui
