// The first screen of a session: topics as pictogram + word.
#include "ui/compose.h"
#include "ui/notice_box.h"

namespace kiosk::ui {

namespace {

// What else the kiosk can do.
int compose_more(Composer& c, Rect area) {
  std::vector<Tile> tiles;
  const auto add = [&](const char* id, const char* icon, const char* message) {
    Tile tile;
    tile.id = id;
    tile.icon = icon;
    tile.title = plain_text(c.message(message), c.state.language, c.body_px(), true);
    tile.title.line_height = 1.25;
    tiles.push_back(std::move(tile));
  };
  if (c.model.phrases && !c.model.phrases->situations.empty()) add("phrases", "forum", "phrases.title");
  if (c.model.events && !c.model.events->events.empty()) add("events", "event", "events.title");
  if (c.model.counts) add("feedback", "sentiment_satisfied", "feedback.title");
  if (tiles.empty()) return 0;
  const int heading =
      compose_heading(c, "heading:more", plain_text(c.message("home.more"), c.state.language, c.body_px(), true), area);
  return heading + compose_tiles(c, tiles, {area.x, area.y + heading, area.w, 0}, 4);
}

}  // namespace

int compose_home(Composer& c, Rect area) {
  int y = area.y;
  if (!c.model.site) return 0;
  const int body = c.body_px();
  const std::string site = plain_words(c.model.site->name);
  y += compose_heading(c, "title",
                       plain_text(c.message("home.title", {{"site", site}}), c.state.language, body * 5 / 4, true),
                       {area.x, y, area.w, 0});
  y += compose_notices(c, {area.x, y, area.w, 0});
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
  y += compose_more(c, {area.x, y, area.w, 0});
  return y - area.y;
}

}  // namespace kiosk::ui
