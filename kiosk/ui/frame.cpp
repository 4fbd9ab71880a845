// What surrounds every screen: header, scroll buttons, bottom bar. Sizes depend on the display alone, so that each
// control keeps its place on every screen and in every language (mirrored for right-to-left).
#include <algorithm>
#include <array>

#include "i18n/date_time.h"
#include "ui/compose.h"
#include "ui/listening_row.h"

namespace kiosk::ui {

namespace {

struct BarButton {
  const char* id;
  const char* icon;
  const char* icon_rtl;  // arrows point the way the script runs
  const char* message;
};

constexpr std::array<BarButton, 8> kBar{{{"home", "home", "home", "bar.home"},
                                         {"back", "arrow_back", "arrow_forward", "bar.back"},
                                         {"language", "language", "language", "bar.language"},
                                         {"search", "search", "search", "bar.search"},
                                         {"read-aloud", "hearing", "hearing", "bar.read-aloud"},
                                         {"text-size", "format_size", "format_size", "bar.text-size"},
                                         {"help", "help_outline", "help_outline", "bar.help"},
                                         {"done", "check_circle", "check_circle", "bar.done"}}};

struct BarShape {
  int columns, rows, cell_w, cell_h, height;
  bool stacked;  // icon above the word, where cells are narrow
};

// A button whose function is not there is not drawn, and its place stays free.
bool is_here(const Composer& c, const BarButton& b) { return std::string_view(b.id) != "read-aloud" || c.model.speaks; }

int bar_icon_px(const Composer& c) { return c.label_px() * 5 / 4; }

// So few words to a line that what stands side by side elsewhere stands one below the other (WCAG 1.4.10: 320 css px).
bool is_narrow(const Composer& c) {
  constexpr int kNarrowEm = 15;
  return c.display.size_px.w < kNarrowEm * c.label_px();
}

// The fewest rows in which a word of eleven letters, the longest that translators are asked for, has room. By the
// display alone, so that no language moves a button.
BarShape bar_shape(const Composer& c) {
  const int usable = c.display.size_px.w - 2 * c.space.margin + c.space.gap;
  const int pad = c.space.gap / 2;
  const double word = 5.9 * c.label_px();
  // High enough for the ink of a word in Nastaliq, which needs 2.2 em, and for two lines in other scripts.
  constexpr double kBesideMm = 25, kStackedMm = 41, kNarrowMm = 35;
  const int n = static_cast<int>(kBar.size());
  BarShape shape{};
  for (const int columns : {n, 4, 3, 2, 1}) {
    const int cell_w = usable / columns - c.space.gap;
    const bool beside = cell_w - bar_icon_px(c) - 3 * pad >= word;
    const bool stacked = !beside && columns == n && cell_w - 2 * pad >= word;
    if (!beside && !stacked && columns > 1) continue;
    const int rows = (n + columns - 1) / columns, cell_h = c.display.mm(stacked        ? kStackedMm
                                                                        : is_narrow(c) ? kNarrowMm
                                                                                       : kBesideMm);
    shape = {columns, rows, cell_w, cell_h, rows * (cell_h + c.space.gap) + c.space.gap, stacked};
    break;
  }
  return shape;
}

TextSpec site_name(const Composer& c) {
  TextSpec spec = spec_of(c.model.site->name, c.state.language, c.label_px(), true);
  if (!is_narrow(c)) spec.long_words = text::LongWords::kOverflow;
  return spec;
}

int narrow_name_height(const Composer& c) {
  return c.typesetter.set(site_name(c), c.display.size_px.w - 2 * c.space.margin)->height;
}

// As high as its control; higher only in a language whose name of the municipality needs it (a long word in Nastaliq).
int header_height(const Composer& c) {
  const int pad = c.display.mm(2.5);
  const int least = c.space.secondary + 2 * pad;
  if (!c.model.site) return least;
  if (is_narrow(c)) return narrow_name_height(c) + 2 * (c.space.secondary + pad) + pad;
  constexpr int kAnyWidth = 100'000;
  return std::max(least, c.typesetter.set(site_name(c), kAnyWidth)->ink(kAnyWidth).h + pad);
}

int screen_top(const Composer& c) { return c.state.low_reach ? c.display.low_reach_top_px() : 0; }

}  // namespace

Rect compose_frame_area(const Composer& c) {
  const int top = screen_top(c) + header_height(c) + c.space.gap;
  if (c.state.place.screen == ScreenKind::kOutOfService)  // nothing to press, so all the room is for words
    return {c.space.margin, top, c.display.size_px.w - 2 * c.space.margin, c.display.size_px.h - top - c.space.gap};
  const int bottom = c.display.size_px.h - bar_shape(c).height - listening_row_height(c) - c.space.gap;
  const int scroll_buttons = c.space.primary + c.space.gap, width = c.display.size_px.w - 2 * c.space.margin;
  if (is_narrow(c)) return {c.space.margin, top, width, bottom - top - scroll_buttons};  // the buttons below it
  return {c.space.margin, top, width - scroll_buttons, bottom - top};
}

void compose_header(Composer& c) {
  const int height = header_height(c), width = c.display.size_px.w, inner = (height - c.space.secondary) / 2;
  const int top = screen_top(c), pad = top + inner;
  if (top > 0) c.fill({0, 0, width, top}, c.theme.primary);
  c.fill({0, top, width, height}, c.theme.bar);
  c.fill({0, top + height - c.display.css_px(2), width, c.display.css_px(2)}, c.theme.border);

  const int emergency_w = c.label_px() * 4;
  // Without words, for who cannot read the language that is on the screen (REQUIREMENTS H2).
  Rect globe{width - c.space.margin - c.space.secondary, pad, c.space.secondary, c.space.secondary};
  Rect emergency{globe.x - c.space.gap - emergency_w, pad, emergency_w, c.space.secondary};
  const int clock_w = c.label_px() * 4;
  Rect clock{emergency.x - c.space.gap - clock_w, pad, clock_w, c.space.secondary};
  Rect name{c.space.margin, pad, clock.x - c.space.gap - c.space.margin, c.space.secondary};
  Rect name_room{name.x, top, name.w, height};
  if (is_narrow(c)) {  // name, clock, controls below each other
    const int row = c.space.secondary + c.display.mm(2.5), controls = top + height - row;
    globe.y = emergency.y = controls;
    clock = {c.space.margin, controls - row, width - 2 * c.space.margin, c.space.secondary};
    name_room = name = {c.space.margin, top, width - 2 * c.space.margin, clock.y - top};
  }

  if (c.model.site) {
    const TextSpec spec = site_name(c);
    const auto block = c.typesetter.set(spec, name.w);
    Rect box = name;
    box.y = Composer::centred_top(*block, name_room);
    Element& element = c.text("site-name", Role::kText, spec, *block, box, c.theme.on_bar, c.theme.bar);
    element.box.y = name_room.y;
    element.box.h = name_room.h;
    element.state = to_string(c.model.site->name.state);
  }
  TextSpec time = plain_text(i18n::format_clock(c.state.now_ms, c.typesetter.language(c.state.language).format_locale),
                             c.state.language, c.label_px());
  time.long_words = text::LongWords::kOverflow;
  const auto time_block = c.typesetter.set(time, clock.w);
  Rect time_box = clock;
  time_box.y = Composer::centred_top(*time_block, clock);
  Element& clock_element =
      c.text("clock", Role::kStatus, time, *time_block, time_box, c.theme.on_bar, c.theme.bar, Align::kCenter);
  clock_element.box.y = clock.y;
  clock_element.box.h = clock.h;

  const bool leads = c.model.manifest && !c.model.manifest->emergency_page.empty();
  const int icon = c.label_px();
  Element& button =
      c.control("emergency", Role::kButton, emergency, Target::kSecondary, c.theme.emergency, c.theme.emergency);
  button.disabled = !leads;
  button.spoken = c.message("emergency.label");
  const Color on = button.pressed ? c.theme.text : c.theme.on_emergency;
  c.icon("call", {emergency.x + c.space.gap / 2, emergency.y + (emergency.h - icon) / 2, icon, icon}, on);
  TextSpec number = plain_text("112", c.state.language, c.label_px(), true);
  number.long_words = text::LongWords::kOverflow;
  c.label(number, {emergency.x + icon + c.space.gap / 2, emergency.y, emergency.w - icon - c.space.gap, emergency.h},
          on, Align::kCenter);
  if (c.state.place.screen != ScreenKind::kOutOfService) {
    Element& languages = c.control("globe", Role::kButton, globe, Target::kSecondary, c.theme.surface, c.theme.border);
    languages.disabled = c.state.place.screen == ScreenKind::kPicker;
    languages.spoken = c.message("bar.language");
    languages.color = languages.disabled ? c.theme.border : c.theme.text;
    const int side = globe.h * 3 / 4;
    c.icon("language", {globe.x + (globe.w - side) / 2, globe.y + (globe.h - side) / 2, side, side}, languages.color);
  }
}

void compose_scroll_buttons(Composer& c, int content_height, Rect area, int bottom_y) {
  const int most = std::max(0, content_height - area.h);
  if (most == 0) return;
  const int side = c.space.primary;
  const int x = c.display.size_px.w - c.space.margin - side;
  Point up{x, bottom_y - 2 * side - c.space.gap}, down{x, bottom_y - side};
  if (is_narrow(c)) {
    up = {x - side - c.space.gap, bottom_y + c.space.gap};
    down = {x, up.y};
  }
  const struct {
    const char* id;
    const char* icon;
    const char* message;
    Point at;
    bool disabled;
  } buttons[] = {{"scroll-up", "expand_less", "scroll.up", up, scroll_of(c.state) <= 0},
                 {"scroll-down", "expand_more", "scroll.down", down, scroll_of(c.state) >= most}};
  for (const auto& b : buttons) {
    const Rect rect{b.at.x, b.at.y, side, side};
    Element& element = c.control(b.id, Role::kButton, rect, Target::kSecondary, c.theme.surface,
                                 b.disabled ? c.theme.surface : c.theme.border);
    element.disabled = b.disabled;
    element.spoken = c.message(b.message);
    element.color = b.disabled ? c.theme.border : c.theme.text;
    const int icon = side * 7 / 10;
    c.icon(b.icon, {rect.x + (side - icon) / 2, rect.y + (side - icon) / 2, icon, icon},
           b.disabled ? c.theme.border : c.theme.text);
  }
}

std::string bar_icon(const Composer& c, std::string_view id) {
  for (const BarButton& b : kBar)
    if (id == b.id && is_here(c, b)) return c.rtl() ? b.icon_rtl : b.icon;
  return {};
}

void compose_bar(Composer& c) {
  const BarShape shape = bar_shape(c);
  const int top = c.display.size_px.h - shape.height;
  c.fill({0, top, c.display.size_px.w, shape.height}, c.theme.bar);
  c.fill({0, top, c.display.size_px.w, c.display.css_px(2)}, c.theme.border);
  compose_listening_row(c, top);
  const int icon = bar_icon_px(c);
  for (std::size_t i = 0; i < kBar.size(); ++i) {
    const BarButton& b = kBar[i];
    if (!is_here(c, b)) continue;
    const int column = static_cast<int>(i) % shape.columns, row = static_cast<int>(i) / shape.columns;
    Rect cell{c.space.margin + column * (shape.cell_w + c.space.gap),
              top + c.space.gap + row * (shape.cell_h + c.space.gap), shape.cell_w, shape.cell_h};
    // The last one fills its row.
    if (i + 1 == kBar.size()) cell.w += (shape.columns - 1 - column) * (shape.cell_w + c.space.gap);
    const bool done = std::string_view(b.id) == "done";
    const bool disabled =
        (std::string_view(b.id) == "back" && c.state.history.empty() && c.state.explanation.kind.empty()) ||
        (std::string_view(b.id) == "home" && !c.state.language_chosen);
    const Color surface = done ? c.theme.primary : c.theme.surface;
    Element& element =
        c.control(b.id, Role::kButton, cell, Target::kPrimary, surface, disabled ? c.theme.surface : c.theme.border);
    element.disabled = disabled;
    element.selected = std::string_view(b.id) == "read-aloud" && c.state.listening.reading;
    const Color color = disabled ? c.theme.border : done && !element.pressed ? c.theme.on_primary : c.theme.text;
    TextSpec spec = plain_text(c.message(b.message), c.state.language, c.label_px(), true);
    if (shape.columns > 1) spec.long_words = text::LongWords::kOverflow;
    spec.line_height = 1.2;
    const char* name = c.rtl() ? b.icon_rtl : b.icon;
    const int pad = c.space.gap / 2;
    if (shape.stacked) {
      c.icon(name, {cell.x + (cell.w - icon) / 2, cell.y + pad, icon, icon}, color);
      c.label(spec, {cell.x + pad, cell.y + pad + icon, cell.w - 2 * pad, cell.h - 2 * pad - icon}, color,
              Align::kCenter);
    } else {
      c.icon(name, {cell.x + pad, cell.y + (cell.h - icon) / 2, icon, icon}, color);
      c.label(spec, {cell.x + pad * 2 + icon, cell.y, cell.w - pad * 3 - icon, cell.h}, color);
    }
  }
}

}  // namespace kiosk::ui
