// What is shown when there is nothing to show: in as many languages as the screen has room for, each in its own
// direction, that the screen does not work, that the staff help, and 112.
#include <algorithm>

#include "ui/compose.h"

namespace kiosk::ui {

namespace {

struct Words {
  std::string tag;
  TextSpec title, text;
  std::shared_ptr<const TextBlock> title_block, text_block;
  int height = 0;
};

std::string of(const content::Site& site, const char* key) {
  const auto it = site.ui.find(key);
  return it == site.ui.end() ? std::string() : it->second;
}

Words words_of(const Composer& c, const content::Site& site, int width) {
  Words words;
  words.tag = site.lang;
  words.title = plain_text(of(site, "out-of-service.title"), site.lang, c.body_px(), true);
  words.text = plain_text(of(site, "out-of-service.text"), site.lang, c.body_px());
  words.title_block = c.typesetter.set(words.title, width);
  words.text_block = c.typesetter.set(words.text, width);
  words.height = words.title_block->height + words.text_block->height;
  return words;
}

void draw(Composer& c, const Words& words, Rect box) {
  c.text("title:" + words.tag, Role::kHeading, words.title, *words.title_block,
         {box.x, box.y, box.w, words.title_block->height}, c.theme.text, c.theme.background);
  c.text("text:" + words.tag, Role::kStatus, words.text, *words.text_block,
         {box.x, box.y + words.title_block->height, box.w, words.text_block->height}, c.theme.text, c.theme.background);
}

}  // namespace

int compose_out_of_service(Composer& c, Rect area) {
  if (!c.model.standby) return compose_damaged(c, area);
  const int columns = area.w > area.h ? 2 : 1, gap = c.space.margin;
  const int width = (area.w - (columns - 1) * gap) / columns;
  const int icon = c.space.primary;
  c.icon("error_outline", {area.x, area.y, icon, icon}, c.theme.text);
  int y = area.y + icon + c.space.gap;
  const std::vector<content::Site>& all = *c.model.standby;
  for (std::size_t next = 0; next < all.size();) {
    std::vector<Words> row;
    int height = 0;
    for (int column = 0; column < columns && next < all.size(); ++column, ++next) {
      row.push_back(words_of(c, all[next], width));
      height = std::max(height, row.back().height);
    }
    const bool first = y == area.y + icon + c.space.gap;
    if (!first && y + height > area.bottom()) break;  // the first row in any case
    for (std::size_t i = 0; i < row.size(); ++i)
      draw(c, row[i], {area.x + static_cast<int>(i) * (width + gap), y, width, height});
    y += height + c.space.gap;
  }
  return y - area.y;
}

}  // namespace kiosk::ui
