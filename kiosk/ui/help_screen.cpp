// How the screen works: beside each sentence a picture of what to press, drawn as the button itself looks.
#include <algorithm>
#include <array>

#include "ui/compose.h"

namespace kiosk::ui {

namespace {

struct Row {
  const char* id;       // of a button of the bar, or a name of the row's own
  const char* icon;     // empty: the bar's own
  const char* message;  // ui.yaml
};

constexpr std::array<Row, 13> kRows{{{"touch", "touch_app", "help.touch"},
                                     {"scroll", "expand_more", "help.scroll"},
                                     {"home", "", "help.home"},
                                     {"back", "", "help.back"},
                                     {"language", "", "help.language"},
                                     {"search", "", "help.search"},
                                     {"read-aloud", "", "help.read-aloud"},
                                     {"text-size", "", "help.text-size"},
                                     {"done", "", "help.done"},
                                     {"emergency", "call", "help.emergency"},
                                     {"keypad", "keyboard", "help.keypad"},
                                     {"ask", "people", "help.ask"},
                                     {"private", "lock_outline", "help.private"}}};

void picture(Composer& c, const Row& row, const std::string& icon, Rect square) {
  const bool button = row.icon[0] == '\0' || std::string_view(row.id) == "scroll";
  const int inner = square.h * 6 / 10, edge = (square.h - inner) / 2;
  const Rect inside{square.x + edge, square.y + edge, inner, inner};
  const bool done = std::string_view(row.id) == "done", emergency = std::string_view(row.id) == "emergency";
  if (!button && !emergency) return c.icon(icon, inside, c.theme.text);
  c.fill(square, done ? c.theme.primary : emergency ? c.theme.emergency : c.theme.surface, c.space.radius);
  if (!done && !emergency) c.frame(square, c.theme.border, c.display.css_px(1.5), c.space.radius);
  c.icon(icon, inside, done ? c.theme.on_primary : emergency ? c.theme.on_emergency : c.theme.text);
}

}  // namespace

int compose_help(Composer& c, Rect area) {
  const int body = c.body_px(), side = std::max(c.space.secondary, body * 3 / 2), text_x = side + c.space.gap;
  int y = area.y;
  y += compose_heading(c, "title", plain_text(c.message("help.title"), c.state.language, body * 5 / 4, true),
                       {area.x, y, area.w, 0}, "help_outline");
  // Two columns where sentences keep a readable length.
  constexpr int kNarrowestEm = 16;
  const int columns = (area.w - c.space.margin) / 2 - text_x >= body * kNarrowestEm ? 2 : 1;
  const int width = columns == 2 ? (area.w - c.space.margin) / 2 : area.w, text_w = width - text_x;
  int column = 0, row_h = 0;
  for (const Row& row : kRows) {
    const std::string icon = row.icon[0] != '\0' ? row.icon : bar_icon(c, row.id);
    if (icon.empty()) continue;  // the bar does not have this button
    const int x = area.x + column * (width + c.space.margin);
    const TextSpec spec = plain_text(c.message(row.message), c.state.language, body);
    const auto block = c.typesetter.set(spec, text_w);
    const int height = std::max(side, block->height);
    picture(c, row, icon, {x, y + (height - side) / 2, side, side});
    c.text(std::string("help:") + row.id, Role::kListItem, spec, *block,
           {x + text_x, y + (height - block->height) / 2, text_w, block->height}, c.theme.text, c.theme.background);
    row_h = std::max(row_h, height);
    if (++column == columns) {
      y += row_h + c.space.gap;
      column = row_h = 0;
    }
  }
  if (column > 0) y += row_h + c.space.gap;
  if (c.model.device || c.model.staff) {
    Tile staff;
    staff.id = "staff";
    staff.icon = "settings";
    staff.title = plain_text(c.message("help.staff"), c.state.language, body, true);
    y += compose_tiles(c, {staff}, {area.x, y, area.w, 0}, 2);
  }
  return y - area.y;
}

}  // namespace kiosk::ui
