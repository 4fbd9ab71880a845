// Searching for a page: the field, the keyboard, and what was found; and all pages from A to Z.
#include <algorithm>

#include "ui/compose.h"
#include "ui/keyboard.h"

namespace kiosk::ui {

namespace {

int compose_field(Composer& c, Rect area) {
  const bool empty = c.state.typing.text.empty();
  TextSpec spec = empty ? plain_text(c.message("search.field"), c.state.language, c.body_px())
                        : plain_text(c.state.typing.text, c.state.language, c.body_px());
  spec.line_height = 1.25;
  const int pad = c.space.gap, icon = c.body_px();
  const int text_x = area.x + pad + icon + pad, text_w = area.right() - pad - text_x;
  const auto block = c.typesetter.set(spec, text_w);
  const int height = std::max({c.space.secondary, block->height + pad, icon + pad});
  const Rect rect{area.x, area.y, area.w, height};
  Element& field = c.control("search-field", Role::kField, rect, Target::kSecondary, c.theme.surface, c.theme.primary);
  if (empty) field.spoken = c.message("search.field");
  c.icon("search", {area.x + pad, area.y + (height - icon) / 2, icon, icon}, c.theme.muted);
  c.label(spec, {text_x, area.y + (height - block->height) / 2, text_w, block->height},
          empty ? c.theme.muted : c.theme.text);
  return height + c.space.gap;
}

int compose_line(Composer& c, const std::string& id, const std::string& words, Rect area) {
  const TextSpec spec = plain_text(words, c.state.language, c.body_px());
  const auto block = c.typesetter.set(spec, area.w);
  c.text(id, Role::kStatus, spec, *block, {area.x, area.y, area.w, block->height}, c.theme.text, c.theme.background);
  return block->height + c.space.gap;
}

int compose_result(Composer& c, const SearchResult& result, Rect area) {
  const int pad = c.space.gap, body = c.body_px();
  const int icon = result.icon.empty() ? 0 : body * 3 / 2;
  const int text_x = area.x + pad + (icon > 0 ? icon + pad : 0), text_w = area.right() - pad - text_x;
  TextSpec title = spec_of(result.title, c.state.language, body);
  title.line_height = 1.25;
  const TextSpec context = spec_of(result.context, c.state.language, body);
  const auto title_block = c.typesetter.set(title, text_w);
  const auto context_block = context.runs.empty() ? nullptr : c.typesetter.set(context, text_w);
  const int text_h = title_block->height + (context_block ? context_block->height : 0);
  const int height = std::max({c.space.primary, text_h + 2 * pad, icon + 2 * pad});
  const Rect rect{area.x, area.y, area.w, height};
  Element& element =
      c.control("result:" + result.page, Role::kLink, rect, Target::kSecondary, c.theme.surface, c.theme.border);
  element.state = to_string(result.title.state);
  const std::string id = element.id;
  if (icon > 0) c.badge(result.icon, {rect.x + pad, rect.y + pad, icon, icon}, c.theme.primary, c.theme.on_primary);
  int y = rect.y + (height - text_h) / 2;
  c.label(title, {text_x, y, text_w, title_block->height}, c.theme.text, Align::kScreenStart, Marks::kBold);
  y += title_block->height;
  if (context_block) {
    Element& more = c.text(id + "/1", Role::kText, context, *context_block, {text_x, y, text_w, context_block->height},
                           c.theme.muted, c.theme.surface, Align::kScreenStart, Marks::kBold);
    more.state = to_string(result.context.state);
  }
  return height + c.space.gap;
}

Tile index_tile(const Composer& c) {
  Tile tile;
  tile.id = "index";
  tile.icon = "sort_by_alpha";
  tile.title = plain_text(c.message("search.index"), c.state.language, c.body_px(), true);
  tile.title.line_height = 1.25;
  return tile;
}

}  // namespace

int compose_search(Composer& c, Rect area) {
  int y = area.y;
  const auto rest = [&] { return Rect{area.x, y, area.w, 0}; };
  y += compose_field(c, rest());
  y += compose_keyboard(c, rest());
  const bool blank = c.state.typing.text.find_first_not_of(' ') == std::string::npos;
  if (blank) {
    if (c.state.language != "sv") y += compose_line(c, "search-swedish", c.message("search.swedish"), rest());
    y += compose_tiles(c, {index_tile(c)}, rest(), 1);
    return y - area.y;
  }
  if (!c.model.results || !c.model.results->ready) return y - area.y;
  const std::vector<SearchResult>& found = c.model.results->items;
  y += compose_line(c, "search-count",
                    found.empty() ? c.message("search.none")
                                  : c.message("search.count", {{"count", static_cast<std::int64_t>(found.size())}}),
                    rest());
  for (const SearchResult& result : found) y += compose_result(c, result, rest());
  return y - area.y;
}

int compose_index(Composer& c, Rect area) {
  int y = area.y;
  const int body = c.body_px();
  y += compose_heading(c, "title", plain_text(c.message("search.index"), c.state.language, body * 5 / 4, true),
                       {area.x, y, area.w, 0}, "sort_by_alpha");
  if (!c.model.list || !c.model.list->ready) return y - area.y;
  const auto letter_of = [&](const PageList::Group& group) {
    TextSpec spec = plain_text(group.letter, c.state.language, c.label_px());
    spec.long_words = text::LongWords::kOverflow;
    return spec;
  };
  // As large as the ink of the largest letter needs (Nastaliq reaches far below its line).
  constexpr int kAnyWidth = 10'000;
  int width = c.space.secondary, height = c.space.secondary;
  for (const PageList::Group& group : c.model.list->groups) {
    const Rect ink = c.typesetter.set(letter_of(group), kAnyWidth)->ink(kAnyWidth);
    width = std::max(width, ink.w + c.space.gap);
    height = std::max(height, ink.h + c.space.gap);
  }
  const int gap = c.display.mm(3);
  int x = area.x;
  for (const PageList::Group& group : c.model.list->groups) {
    if (x > area.x && x + width > area.right()) {
      x = area.x;
      y += height + gap;
    }
    const Rect rect{x, y, width, height};
    c.control("letter:" + group.letter, Role::kButton, rect, Target::kSecondary, c.theme.surface, c.theme.border);
    c.label(letter_of(group), rect, c.theme.text, Align::kCenter);
    x += width + gap;
  }
  y += height + c.space.gap;
  for (const PageList::Group& group : c.model.list->groups) {
    y += compose_heading(c, "heading:" + group.letter, plain_text(group.letter, c.state.language, body * 5 / 4, true),
                         {area.x, y, area.w, 0});
    std::vector<Tile> tiles;
    for (const content::PageRef& page : group.pages) tiles.push_back(page_tile(c, page));
    y += compose_tiles(c, tiles, {area.x, y, area.w, 0}, 2);
  }
  return y - area.y;
}

}  // namespace kiosk::ui
