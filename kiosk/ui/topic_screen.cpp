// One topic: its pages, each with pictogram, title and summary.
#include "ui/compose.h"
#include "ui/feedback.h"

namespace kiosk::ui {

int compose_topic(Composer& c, Rect area) {
  int y = area.y;
  const int body = c.body_px();
  if (!c.model.topic) return compose_damaged(c, area);
  const content::Topic& topic = *c.model.topic;
  y += compose_heading(c, "title", spec_of(topic.title, c.state.language, body * 5 / 4, true), {area.x, y, area.w, 0},
                       topic.icon, to_string(topic.title.state));
  std::vector<Tile> tiles;
  for (const content::PageRef& page : topic.pages) {
    tiles.push_back(page_tile(c, page));
    if (!page.summary.runs.empty()) tiles.back().more.push_back(spec_of(page.summary, c.state.language, body));
  }
  y += compose_tiles(c, tiles, {area.x, y, area.w, 0}, 2);
  y += compose_faces(c, {area.x, y + c.space.gap, area.w, 0});
  return y - area.y;
}

}  // namespace kiosk::ui
