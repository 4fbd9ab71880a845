#include <algorithm>

#include "ui/compose.h"

namespace kiosk::ui {

namespace {

struct Inside {
  int pad, icon, text_x, text_w;
};

Inside inside_of(const Composer& c, bool with_icon, int width) {
  const int pad = c.space.gap;
  const int icon = with_icon ? c.body_px() * 3 / 2 : 0;
  const int text_x = pad + (with_icon ? icon + pad : 0);
  return {pad, icon, text_x, width - text_x - pad};
}

int column_width(const Composer& c, int area_w, int columns) {
  return (area_w - (columns - 1) * c.space.gap) / columns;
}

int text_height(Composer& c, const Tile& tile, int width) {
  int height = c.typesetter.set(tile.title, width)->height;
  for (const TextSpec& spec : tile.more) height += c.typesetter.set(spec, width)->height;
  return height;
}

bool words_fit(Composer& c, const std::vector<Tile>& tiles, int width) {
  for (const Tile& tile : tiles) {
    const int text_w = inside_of(c, !tile.icon.empty(), width).text_w;
    if (c.typesetter.longest_word(tile.title) > text_w) return false;
    for (const TextSpec& spec : tile.more)
      if (c.typesetter.longest_word(spec) > text_w) return false;
  }
  return true;
}

}  // namespace

Tile page_tile(const Composer& c, const content::PageRef& page) {
  Tile tile;
  tile.id = "page:" + page.id;
  tile.role = Role::kLink;
  tile.icon = page.icon;
  tile.title = spec_of(page.title, c.state.language, c.body_px(), true);
  tile.title.line_height = 1.25;
  tile.state = to_string(page.title.state);
  return tile;
}

int compose_tiles(Composer& c, const std::vector<Tile>& tiles, Rect area, int most_columns) {
  if (tiles.empty()) return 0;
  int columns = std::max(1, std::min<int>(most_columns, static_cast<int>(tiles.size())));
  while (columns > 1 && !words_fit(c, tiles, column_width(c, area.w, columns))) --columns;
  const int width = column_width(c, area.w, columns);
  int y = area.y;
  for (std::size_t first = 0; first < tiles.size(); first += static_cast<std::size_t>(columns)) {
    const std::size_t last = std::min(tiles.size(), first + static_cast<std::size_t>(columns));
    int height = c.space.primary;
    for (std::size_t i = first; i < last; ++i) {
      const Inside in = inside_of(c, !tiles[i].icon.empty(), width);
      height = std::max({height, text_height(c, tiles[i], in.text_w) + 2 * in.pad, in.icon + 2 * in.pad});
    }
    for (std::size_t i = first; i < last; ++i) {
      const Tile& tile = tiles[i];
      const Inside in = inside_of(c, !tile.icon.empty(), width);
      const Rect rect{area.x + static_cast<int>(i - first) * (width + c.space.gap), y, width, height};
      const Color surface = tile.selected ? c.theme.primary : c.theme.surface;
      Element& element = c.control(tile.id, tile.role, rect, Target::kSecondary, surface, c.theme.border);
      const std::string id = element.id;
      element.selected = tile.selected;
      element.state = tile.state;
      const bool chosen_look = tile.selected && !element.pressed;
      const Color color = chosen_look ? c.theme.on_primary : c.theme.text;
      if (!tile.icon.empty()) {
        // Colour alone would not tell what is chosen.
        c.badge(tile.selected ? "check" : tile.icon,
                {rect.x + in.pad, rect.y + (height - in.icon) / 2, in.icon, in.icon},
                chosen_look ? c.theme.on_primary : c.theme.primary, chosen_look ? c.theme.primary : c.theme.on_primary);
      }
      const int title_h = c.typesetter.set(tile.title, in.text_w)->height;
      int text_y = rect.y + (height - text_height(c, tile, in.text_w)) / 2;
      c.label(tile.title, {rect.x + in.text_x, text_y, in.text_w, title_h}, color, Align::kScreenStart);
      text_y += title_h;
      for (std::size_t k = 0; k < tile.more.size(); ++k) {
        const auto block = c.typesetter.set(tile.more[k], in.text_w);
        Element& more = c.text(id + "/" + std::to_string(k + 1), Role::kText, tile.more[k], *block,
                               {rect.x + in.text_x, text_y, in.text_w, block->height},
                               chosen_look ? c.theme.on_primary : c.theme.muted, surface, Align::kScreenStart);
        more.state = tile.state;
        text_y += block->height;
      }
    }
    y += height + c.space.gap;
  }
  return y - area.y;
}

int compose_heading(Composer& c, const std::string& id, TextSpec spec, Rect area, const std::string& icon,
                    const std::string& state, Align align, const std::string& recording) {
  const int side = icon.empty() ? 0 : spec.size_px * 3 / 2;
  const int text_x = area.x + (icon.empty() ? 0 : side + c.space.gap);
  const auto block = c.typesetter.set(spec, area.right() - text_x);
  const int height = std::max(block->height, side);
  if (!icon.empty()) {
    // Beside the first line.
    const text::LineBox& line = block->boxes.front();
    const int text_y = area.y + (height - block->height) / 2;
    const int middle = text_y + block->baselines.front() + static_cast<int>((line.descent - line.ascent) / 2);
    c.badge(icon, {area.x, std::max(area.y, middle - side / 2), side, side}, c.theme.primary, c.theme.on_primary);
  }
  Element& element = c.text(id, Role::kHeading, spec, *block,
                            {text_x, area.y + (height - block->height) / 2, area.right() - text_x, block->height},
                            c.theme.text, c.theme.background, align);
  element.state = state;
  element.recording = recording;
  return height + c.space.gap;
}

}  // namespace kiosk::ui
