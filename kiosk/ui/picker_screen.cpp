// Languages by their own name in their own script (REQUIREMENTS H1-H4), the Swedish name beside it; no flags.
#include "ui/compose.h"

namespace kiosk::ui {

int compose_picker(Composer& c, Rect area) {
  int y = area.y;
  const int body = c.body_px();
  y += compose_heading(c, "title", plain_text(c.message("picker.title"), c.state.language, body * 5 / 4, true),
                       {area.x, y, area.w, 0}, "language");
  std::vector<Tile> tiles;
  for (const content::Language& language : c.model.manifest->languages) {
    Tile tile;
    tile.id = "lang:" + language.tag;
    tile.title = plain_text(language.autonym, language.tag, body, true);
    tile.title.line_height = 1.3;
    if (language.name_sv != language.autonym) {
      tile.more.push_back(plain_text(language.name_sv, "sv", body));
      tile.more.back().line_height = 1.3;
    }
    tile.selected = c.state.language_chosen && language.tag == c.state.language;
    tiles.push_back(std::move(tile));
  }
  y += compose_tiles(c, tiles, {area.x, y, area.w, 0}, 4);
  return y - area.y;
}

}  // namespace kiosk::ui
