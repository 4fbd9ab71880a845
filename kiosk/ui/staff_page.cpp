#include "ui/staff_page.h"

#include <algorithm>
#include <cmath>

#include "ui/staff_words.h"

namespace kiosk::ui {

StaffPage::StaffPage(Composer& composer, Rect area)
    : c(composer),
      language(staff_language(composer.state.language)),
      locale(composer.typesetter.language(language).format_locale),
      area_(area),
      y_(area.y),
      body_(composer.body_px()) {}

std::string StaffPage::words(std::string_view key) const { return staff_words(key, language); }

std::string StaffPage::words(std::string_view key, const std::string& n) const {
  std::string text = words(key);
  if (const std::size_t at = text.find("{n}"); at != std::string::npos) text.replace(at, 3, n);
  return text;
}

void StaffPage::title(std::string_view key, const std::string& icon) {
  y_ += compose_heading(c, "title", plain_text(words(key), language, body_ * 5 / 4, true), rest(), icon, {},
                        Align::kScreenStart);
}

void StaffPage::heading(const std::string& id, const std::string& text) {
  y_ += compose_heading(c, id, plain_text(text, language, body_, true), rest(), {}, {}, Align::kScreenStart);
}

Element& StaffPage::line(const std::string& id, Role role, const std::string& text, Weight weight) {
  const TextSpec spec = plain_text(text, language, body_, weight == Weight::kBold);
  const auto block = c.typesetter.set(spec, area_.w);
  Element& element = c.text(id, role, spec, *block, {area_.x, y_, area_.w, block->height}, c.theme.text,
                            c.theme.background, Align::kScreenStart);
  y_ += block->height + c.space.gap / 2;
  return element;
}

void StaffPage::fact(const std::string& key, const std::string& value) {
  if (!value.empty()) line(key, Role::kText, words(key) + ": " + value);
}

void StaffPage::picture(const std::string& icon) {
  constexpr double kSideMm = 40;
  const int side = c.display.mm(kSideMm);
  c.icon(icon, {area_.x, y_, side, side}, c.theme.primary);
  y_ += side + c.space.gap;
}

void StaffPage::buttons(const std::vector<Button>& buttons, int most_columns) {
  std::vector<Tile> tiles;
  for (const Button& button : buttons) {
    Tile tile;
    tile.id = button.id;
    tile.icon = button.icon;
    tile.title = plain_text(button.text, language, body_, true);
    tile.title.line_height = 1.25;
    if (!button.more.empty()) {
      tile.more.push_back(plain_text(button.more, language, body_));
      tile.more.back().line_height = 1.25;
    }
    tile.selected = button.selected;
    tiles.push_back(std::move(tile));
  }
  y_ += compose_tiles(c, tiles, rest(), most_columns);
}

void StaffPage::step_key(const Stepper& stepper, const char* which, Rect rect, bool enabled) {
  const bool less = std::string_view(which) == "less";
  Element& key = c.control(stepper.id + ":" + which, Role::kButton, rect, Target::kSecondary, c.theme.surface,
                           enabled ? c.theme.border : c.theme.surface);
  key.disabled = !enabled;
  key.language = language;
  key.spoken = stepper.label + ", " + words(less ? "staff.less" : "staff.more");
  key.color = enabled ? c.theme.text : c.theme.border;
  const int side = std::min(rect.w, rect.h) * 6 / 10;
  c.icon(less ? "remove" : "add", {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side}, key.color);
}

void StaffPage::steppers(const std::vector<Stepper>& steppers) {
  const int side = c.space.secondary, gap = c.space.gap;
  int value_w = 0, label_w = 0;
  const auto spec_of_value = [&](const Stepper& s) { return plain_text(s.value, language, body_, true); };
  const auto spec_of_label = [&](const Stepper& s) { return plain_text(s.label, language, body_); };
  for (const Stepper& s : steppers) {
    value_w = std::max(value_w, static_cast<int>(std::ceil(c.typesetter.set(spec_of_value(s), area_.w)->width)) + gap);
    label_w = std::max(label_w, c.typesetter.longest_word(spec_of_label(s)));
  }
  const int cell_w = std::max(2 * (side + gap) + value_w, label_w);
  const int columns = std::max(1, (area_.w + 2 * gap) / (cell_w + 2 * gap));
  for (std::size_t first = 0; first < steppers.size(); first += static_cast<std::size_t>(columns)) {
    const std::size_t last = std::min(steppers.size(), first + static_cast<std::size_t>(columns));
    int label_h = 0, value_h = side;
    for (std::size_t i = first; i < last; ++i) {
      label_h = std::max(label_h, c.typesetter.set(spec_of_label(steppers[i]), cell_w)->height);
      value_h = std::max(value_h, c.typesetter.set(spec_of_value(steppers[i]), value_w)->height);
    }
    for (std::size_t i = first; i < last; ++i) {
      const Stepper& s = steppers[i];
      const int x = area_.x + static_cast<int>(i - first) * (cell_w + 2 * gap), y = y_ + label_h;
      const TextSpec label = spec_of_label(s), value = spec_of_value(s);
      const auto label_block = c.typesetter.set(label, cell_w);
      c.text(s.id + ":label", Role::kText, label, *label_block, {x, y_, cell_w, label_block->height}, c.theme.text,
             c.theme.background, Align::kScreenStart);
      step_key(s, "less", {x, y, side, value_h}, s.can_less);
      const auto block = c.typesetter.set(value, value_w);
      c.text(s.id + ":value", Role::kStatus, value, *block,
             {x + side + gap, y + (value_h - block->height) / 2, value_w, block->height}, c.theme.text,
             c.theme.background, Align::kCenter);
      step_key(s, "more", {x + side + 2 * gap + value_w, y, side, value_h}, s.can_more);
    }
    y_ += label_h + value_h + gap;
  }
}

}  // namespace kiosk::ui
