// Which languages residents are offered, and in which order: a button for each that turns it on and off, and beside it
// two that move it up.
#include <algorithm>
#include <array>

#include "ui/staff_page.h"
#include "ui/staff_panel.h"

namespace kiosk::ui {

namespace {

struct Mover {
  const char* what;
  const char* icon;
  const char* words;
};
constexpr std::array<Mover, 2> kMovers{
    {{"up", "keyboard_arrow_up", "languages.up"}, {"first", "vertical_align_top", "languages.first"}}};

}  // namespace

int compose_staff_languages(Composer& c, Rect area) {
  StaffPage page(c, area);
  const StaffView& staff = *c.model.staff;
  page.title("panel.languages", "language");
  page.line("languages.text", Role::kText, page.words("languages.text"));
  page.space();
  const int side = c.space.secondary, gap = c.space.gap, width = area.w - 2 * (side + gap);
  bool first = true;
  for (const content::Language* language : ordered_languages(*staff.tree, staff.settings)) {
    const bool on = is_offered(language->tag, staff.settings, staff.configured);
    const Rect rest = page.rest();
    Tile tile;
    tile.id = "staff:language:" + language->tag;
    tile.icon = on ? "check_box" : "check_box_outline_blank";
    tile.title = plain_text(language->autonym, language->tag, c.body_px(), true);
    tile.title.line_height = 1.25;
    const std::string& name = page.language == "en" ? language->name_en : language->name_sv;
    tile.more.push_back(
        plain_text(name + ": " + page.words(on ? "languages.on" : "languages.off"), page.language, c.body_px()));
    tile.more.back().line_height = 1.25;
    const int height = compose_tiles(c, {tile}, {rest.x, rest.y, width, 0}, 1);
    int x = rest.x + width + gap;
    for (const Mover& mover : kMovers) {
      const Rect rect{x, rest.y, side, height - gap};
      Element& key = c.control("staff:" + std::string(mover.what) + ":" + language->tag, Role::kButton, rect,
                               Target::kSecondary, c.theme.surface, first ? c.theme.surface : c.theme.border);
      key.disabled = first;
      key.language = page.language;
      key.spoken = name + ", " + page.words(mover.words);
      key.color = first ? c.theme.border : c.theme.text;
      const int icon = side * 6 / 10;
      c.icon(mover.icon, {rect.x + (side - icon) / 2, rect.y + (rect.h - icon) / 2, icon, icon}, key.color);
      x += side + gap;
    }
    page.advance(height);
    first = false;
  }
  return page.height();
}

}  // namespace kiosk::ui
