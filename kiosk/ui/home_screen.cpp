// The first screen of a session: topics as pictogram + word.
#include "ui/compose.h"

namespace kiosk::ui {

int compose_home(Composer& c, Rect area) {
  int y = area.y;
  if (!c.model.site) return 0;
  const int body = c.body_px();
  const std::string site = plain_words(c.model.site->name);
  y += compose_heading(c, "title",
                       plain_text(c.message("home.title", {{"site", site}}), c.state.language, body * 5 / 4, true),
                       {area.x, y, area.w, 0});
  y += compose_heading(c, "heading:topics", plain_text(c.message("home.topics"), c.state.language, body, true),
                       {area.x, y, area.w, 0});
  std::vector<Tile> tiles;
  for (const content::Site::TopicRef& topic : c.model.site->topics) {
    Tile tile;
    tile.id = "topic:" + topic.id;
    tile.icon = topic.icon;
    tile.title = spec_of(topic.title, c.state.language, body, true);
    tile.title.line_height = 1.25;
    tile.state = to_string(topic.title.state);
    tiles.push_back(std::move(tile));
  }
  y += compose_tiles(c, tiles, {area.x, y, area.w, 0}, 4);
  return y - area.y;
}

}  // namespace kiosk::ui
