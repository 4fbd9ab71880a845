// What a screen shows that nobody is at: a greeting in every language. One of them stands large and gives way to the
// next, some steps long; then all is still (EN 301 549 11.2.2.2). Which one, the place's item says: the number of the
// step, or nothing when still. There is nothing to touch: any touch leads to the languages.
#include <algorithm>
#include <charconv>

#include "ui/compose.h"
#include "ui/notice_box.h"

namespace kiosk::ui {

namespace {

TextSpec greeting_of(const content::Language& language, int size_px, bool bold) {
  TextSpec spec = plain_text(language.greeting, language.tag, size_px, bold);
  spec.line_height = 1.3;
  return spec;
}

std::vector<const content::Language*> greeting_languages(const content::Manifest& manifest) {
  std::vector<const content::Language*> greeting;
  for (const content::Language& language : manifest.languages)
    if (!language.greeting.empty()) greeting.push_back(&language);
  return greeting;
}

std::size_t number_of(const std::string& step) {
  std::size_t number = 0;
  std::from_chars(step.data(), step.data() + step.size(), number);
  return number;
}

}  // namespace

const content::Language* greeted(const content::Manifest& manifest, const std::string& step) {
  const auto greeting = greeting_languages(manifest);
  return greeting.empty() ? nullptr : greeting[number_of(step) % greeting.size()];
}

void compose_attract(Composer& c) {
  const auto greeting = greeting_languages(*c.model.manifest);
  const int body = c.body_px(), margin = 2 * c.space.margin, width = c.display.size_px.w - 2 * margin;
  int y = margin;
  if (c.model.site) {
    TextSpec name = spec_of(c.model.site->name, c.state.language, body, true);
    const auto block = c.typesetter.set(name, width);
    c.text("site-name", Role::kText, name, *block, {margin, y, width, block->height}, c.theme.text, c.theme.background,
           Align::kCenter);
    y += block->height + c.space.gap;
  }
  if (greeting.empty()) return;
  const std::size_t step = number_of(c.state.place.item);
  const content::Language& first = *greeted(*c.model.manifest, c.state.place.item);
  TextSpec large = greeting_of(first, body * 2, true);
  const auto block = c.typesetter.set(large, width);
  // The same for every script, so that nothing below it moves; more where a narrow display makes many lines.
  const int band = std::max(body * 11 / 2, block->height);
  const Rect box{0, y, c.display.size_px.w, band};
  c.fill(box, c.theme.primary);
  c.text("greeting", Role::kHeading, large, *block, {margin, Composer::centred_top(*block, box), width, block->height},
         c.theme.on_primary, c.theme.primary, Align::kCenter);
  y += band + margin;
  y += compose_bare_notices(c, Notices::kAll, {margin, y, width, 0});

  // All of them below in centred rows, as many as there is room for; where not all have, from the large one on.
  const int line_h = body * 9 / 4, gap = body;
  struct Placed {
    const content::Language* language;
    int width, height;
  };
  const auto draw_row = [&](const std::vector<Placed>& row, int row_w, int row_h) {
    int x = (c.display.size_px.w - row_w) / 2;
    for (const Placed& one : row) {
      const TextSpec spec = greeting_of(*one.language, body, false);
      const auto words = c.typesetter.set(spec, one.width);
      c.text("greeting:" + one.language->tag, Role::kText, spec, *words,
             {x, Composer::centred_top(*words, {x, y, one.width, row_h}), one.width, words->height}, c.theme.text,
             c.theme.background, Align::kCenter);
      x += one.width + gap;
    }
    y += row_h;
  };
  std::vector<std::vector<Placed>> rows(1);
  int row_w = 0;
  const auto height_of = [](const std::vector<Placed>& row) {
    int height = 0;
    for (const Placed& one : row) height = std::max(height, one.height);
    return height;
  };
  const auto lay_out = [&](std::size_t from) {
    rows.assign(1, {});
    row_w = 0;
    for (std::size_t i = 0; i < greeting.size(); ++i) {
      const content::Language* language = greeting[(from + i) % greeting.size()];
      const auto words = c.typesetter.set(greeting_of(*language, body, false), width);
      const int w = std::min(width, static_cast<int>(words->width) + body / 2);
      const int lines = static_cast<int>(words->lines->size());
      if (!rows.back().empty() && row_w + gap + w > width) {
        rows.emplace_back();
        row_w = 0;
      }
      row_w += (rows.back().empty() ? 0 : gap) + w;
      rows.back().push_back({language, w, line_h + (lines - 1) * words->height / lines});
    }
  };
  lay_out(0);
  int all_h = 0;
  for (const auto& row : rows) all_h += height_of(row);
  if (y + all_h > c.display.size_px.h) lay_out(step);
  for (const auto& row : rows) {
    if (y + height_of(row) > c.display.size_px.h) break;
    int w = -gap;
    for (const Placed& one : row) w += one.width + gap;
    draw_row(row, w, height_of(row));
  }
}

}  // namespace kiosk::ui
