#include "ui/composer.h"

#include <algorithm>
#include <cmath>

#include "base/log.h"
#include "ui/spoken.h"

namespace kiosk::ui {

Composer::Composer(const Display& d, const State& s, const Model& m, const Theme& t, Typesetter& ts)
    : display(d), state(s), model(m), theme(t), typesetter(ts), space(spacing_of(d)), rtl_(ts.is_rtl(s.language)) {
  screen_.list.background = theme.background;
}

std::string Composer::message(std::string_view key, const i18n::Arguments& arguments) const {
  if (model.site) {
    if (const auto it = model.site->ui.find(key); it != model.site->ui.end())
      return i18n::format_message(typesetter.language(state.language).format_locale, it->second, arguments);
  }
  log_once("the tree has no message '" + std::string(key) + "' in " + state.language);
  return std::string(key);
}

std::string Composer::unique(const std::string& id) {
  const int times = ++ids_[id];
  return times == 1 ? id : id + "#" + std::to_string(times);
}

Rect Composer::place(Rect rect) const {
  if (rtl_) rect.x = display.size_px.w - rect.right();
  if (scrolling_) rect.y -= scroll_px_;
  return rect;
}

std::string Composer::unique_text(const std::string& id) {
  const int times = ++texts_[id];
  return times == 1 ? id : id + "~" + std::to_string(times);
}

void Composer::fill(Rect rect, Color color, int radius) {
  screen_.list.items.push_back(Fill{place(rect), color, radius});
}

void Composer::frame(Rect rect, Color color, int width, int radius) {
  screen_.list.items.push_back(Frame{place(rect), color, width, radius});
}

void Composer::icon(const std::string& name, Rect square, Color color) {
  const auto block = typesetter.icon(name, square.h);
  draw(*block, place(square), color, Align::kCenter);
}

void Composer::badge(const std::string& name, Rect square, Color disc, Color color) {
  const int inner = square.h * 7 / 10, edge = (square.h - inner) / 2;
  fill(square, disc, square.h / 2);
  icon(name, {square.x + edge, square.y + edge, inner, inner}, color);
}

double Composer::offset_in(const TextBlock& block, int box_width, Align align) const {
  const double free = std::max(0.0, box_width - block.width) * (block.rtl ? -1 : 1);
  switch (align) {
    case Align::kStart:
      return 0;
    case Align::kScreenStart:
      return block.rtl == rtl_ ? 0 : free;
    case Align::kCenter:
      return free / 2;
  }
  return 0;
}

void Composer::draw(const TextBlock& block, Rect placed, Color color, Align align) {
  const double offset = offset_in(block, placed.w, align);
  for (std::size_t i = 0; i < block.lines->size(); ++i) {
    if ((*block.lines)[i].glyphs.empty()) continue;
    screen_.list.items.push_back(TextLine{block.paragraph,
                                          block.lines,
                                          i,
                                          placed.x + block.pen_x(i, placed.w) + offset,
                                          placed.y + block.baselines[i],
                                          {color, color, theme.link, theme.link, color}});
  }
}

Color Composer::mark_ground() const { return state.theme == ThemeName::kContrast ? theme.pressed : theme.notice; }

void Composer::highlight(const TextBlock& block, Rect placed, Align align) {
  const int offset = static_cast<int>(std::lround(offset_in(block, placed.w, align)));
  const Color ground = mark_ground();
  for (const Rect& stretch : block.stretches_of(kBold, placed.w))
    screen_.list.items.push_back(Fill{stretch.moved(placed.x + offset, placed.y), ground, display.css_px(3)});
}

void Composer::record(Element& element, const TextSpec& spec, const TextBlock& block, Rect placed, Color color,
                      Align align) const {
  element.text = block.text;
  if (element.spoken.empty()) element.spoken = speakable(spec.runs, spec.language);
  element.language = spec.language;
  element.rtl = block.rtl;
  element.font_px = spec.size_px;
  element.bold = spec.bold;
  element.lines = static_cast<int>(block.lines->size());
  element.notdef = block.notdef;
  element.color = color;
  const Rect ink = block.ink(placed.w);
  const int offset = static_cast<int>(std::lround(offset_in(block, placed.w, align)));
  if (!ink.empty()) element.ink = ink.moved(placed.x + offset, placed.y);
}

Element& Composer::text(const std::string& id, Role role, const TextSpec& spec, const TextBlock& block, Rect box,
                        Color color, Color background, Align align, Marks marks) {
  const Rect placed = place(box);
  Element element;
  element.id = unique_text(id);
  const int edge = space.gap / 3;
  const Rect around{box.x - edge, box.y, box.w + 2 * edge, box.h};
  if (is_being_read(state.listening, element.id)) {
    fill(around, mark_ground(), space.radius / 2);
    fill({around.x - display.css_px(6), around.y, display.css_px(6), around.h}, theme.focus);
  }
  element.focused = !state.focused.empty() && state.focused == element.id;
  if (element.focused) frame(around, theme.focus, display.css_px(3), space.radius / 2);
  if (marks == Marks::kBold) highlight(block, placed, align);
  draw(block, placed, color, align);
  element.role = role;
  element.rect = placed;
  // Glyphs may lean out of their advance (Nastaliq, italics); the gap beside a text is theirs to use.
  element.box = Rect{placed.x - space.gap, placed.y, placed.w + 2 * space.gap, placed.h};
  element.background = background;
  element.scrolls = scrolling_;
  record(element, spec, block, placed, color, align);
  screen_.elements.push_back(std::move(element));
  return screen_.elements.back();
}

void Composer::picture(std::shared_ptr<const Picture> picture, Rect rect) {
  constexpr Color kPaper{255, 255, 255, 255};
  fill(rect, kPaper);
  screen_.list.items.push_back(Image{std::move(picture), place(rect)});
  frame(rect, theme.border, display.css_px(1));
}

Element& Composer::picture(const std::string& id, const TextSpec& words, std::shared_ptr<const Picture> shown,
                           Rect rect) {
  picture(std::move(shown), rect);
  Element element;
  element.id = unique_text(id);
  element.focused = !state.focused.empty() && state.focused == element.id;
  if (element.focused || is_being_read(state.listening, element.id)) frame(rect, theme.focus, display.css_px(6));
  element.role = Role::kImage;
  for (const content::TextRun& run : words.runs) element.text += run.text;
  element.spoken = speakable(words.runs, words.language);
  element.language = words.language;
  element.rtl = typesetter.is_rtl(words.language);
  element.rect = element.box = place(rect);
  element.color = theme.text;
  element.background = theme.background;
  element.scrolls = scrolling_;
  screen_.elements.push_back(std::move(element));
  return screen_.elements.back();
}

Color Composer::inner_ring(Color ground) const {
  constexpr double kSeen = 3;  // WCAG 2.4.13
  if (contrast(theme.focus, ground) >= kSeen) return ground;
  return contrast(theme.text, ground) >= contrast(theme.surface, ground) ? theme.text : theme.surface;
}

Element& Composer::control(const std::string& wanted_id, Role role, Rect rect, Target target, Color surface,
                           Color border) {
  const std::string id = unique(wanted_id);
  const bool pressed = state.pressed == id, focused = state.focused == id;
  const Color fill_color = pressed ? theme.pressed : surface;
  fill(rect, fill_color, space.radius);
  frame(rect, border, display.css_px(1.5), space.radius);
  if (focused || is_being_read(state.listening, id)) {
    const int ring = display.css_px(4);
    frame(rect, theme.focus, ring, space.radius);
    frame(rect.inset(ring), inner_ring(fill_color), display.css_px(3), space.radius);
  }
  Element element;
  element.id = id;
  element.role = role;
  element.target = target;
  element.rect = place(rect);
  element.box = element.rect;
  element.background = fill_color;
  element.pressed = pressed;
  element.focused = focused;
  element.scrolls = scrolling_;
  element.language = state.language;
  element.rtl = rtl_;
  screen_.elements.push_back(std::move(element));
  return screen_.elements.back();
}

int Composer::centred_top(const TextBlock& block, Rect box) {
  if (block.lines->size() != 1) return box.y + (box.h - block.height) / 2;
  constexpr double kHalfCapHeightEm = 0.36;
  int top = box.y + box.h / 2 + static_cast<int>(kHalfCapHeightEm * block.size_px) - block.baselines.front();
  const Rect ink = block.ink(box.w);
  if (ink.empty()) return top;
  const int below = top + ink.bottom() - box.bottom(), above = box.y - (top + ink.y);
  if (below > 0 && above > 0) return box.y + (box.h - ink.h) / 2 - ink.y;
  return top - std::max(0, below) + std::max(0, above);
}

void Composer::label(const TextSpec& spec, Rect box, Color color, Align align, Marks marks) {
  const auto block = typesetter.set(spec, box.w);
  Rect placed = place(box);
  placed.y = centred_top(*block, placed);
  Element& element = screen_.elements.back();
  if (marks == Marks::kBold) highlight(*block, placed, align);
  draw(*block, placed, color, align);
  record(element, spec, *block, placed, color, align);
}

Element& Composer::text_link(const std::string& wanted_id, const std::string& words, const std::vector<Rect>& rects,
                             const TextBlock& block, Rect box, Underline underline) {
  const std::string id = unique(wanted_id);
  const Rect placed = place(box);
  const Color color = underline == Underline::kDots ? screen_.elements.back().color : theme.link;
  for (const Rect& r : rects) {
    if (underline == Underline::kLine) {
      screen_.list.items.push_back(
          Fill{{placed.x + r.x, placed.y + r.bottom() - block.size_px / 8, r.w, display.css_px(1.5)}, color, 0});
      continue;
    }
    const int dot = std::max(display.css_px(2), block.size_px / 14), step = 2 * dot;
    const int dots = std::max(1, (r.w + dot) / step), start = placed.x + r.x + (r.w + dot - dots * step) / 2;
    for (int i = 0; i < dots; ++i)
      screen_.list.items.push_back(Fill{{start + i * step, placed.y + r.bottom() - dot / 2, dot, dot}, color, dot / 2});
  }
  Rect target = rects.front();
  const int grow = std::max(0, space.secondary - target.h), widen = std::max(0, space.secondary - target.w);
  target = Rect{target.x - widen / 2, target.y - grow / 2, target.w + widen, target.h + grow}.moved(placed.x, placed.y);
  Element element;
  element.id = id;
  element.role = Role::kLink;
  element.target = Target::kSecondary;
  element.text = words;
  element.language = state.language;
  element.rtl = block.rtl;
  element.rect = target;
  element.box = target;
  element.font_px = block.size_px;
  element.lines = static_cast<int>(rects.size());
  element.color = color;
  element.background = screen_.elements.empty() ? theme.background : screen_.elements.back().background;
  element.pressed = state.pressed == id;
  element.focused = state.focused == id;
  element.scrolls = scrolling_;
  if (element.focused || element.pressed)
    screen_.list.items.push_back(Frame{target, theme.focus, display.css_px(4), space.radius});
  screen_.elements.push_back(std::move(element));
  return screen_.elements.back();
}

void Composer::decoration(const TextSpec& spec, Rect box, Color color) {
  const auto block = typesetter.set(spec, box.w);
  Rect placed = place(box);
  placed.y = centred_top(*block, placed);
  draw(*block, placed, color, Align::kCenter);
}

std::string Composer::number(int value) const {
  return i18n::format_message(typesetter.language(state.language).format_locale, "{n, number, integer}",
                              {{"n", std::int64_t{value}}});
}

void Composer::begin_scroll(Rect viewport, int offset_px) {
  screen_.viewport = place(viewport);
  screen_.list.items.push_back(Clip{screen_.viewport});
  scrolling_ = true;
  scroll_px_ = offset_px;
}

void Composer::end_scroll(int content_height) {
  scrolling_ = false;
  screen_.list.items.push_back(Unclip{});
  screen_.max_scroll_px = std::max(0, content_height - screen_.viewport.h);
  screen_.scroll_px = scroll_px_;
  for (Element& element : screen_.elements)
    if (element.scrolls) element.visible = !intersect(element.rect, screen_.viewport).empty();
}

void Composer::cover(Color veil) {
  ids_.clear();
  texts_.clear();
  screen_.elements.clear();
  screen_.list.items.push_back(Fill{{0, 0, display.size_px.w, display.size_px.h}, veil, 0});
}

void Composer::cover_content(Color veil) {
  std::erase_if(screen_.elements, [](const Element& element) { return element.scrolls; });
  const Rect under{0, screen_.viewport.y, display.size_px.w, screen_.viewport.h};
  screen_.list.items.push_back(Fill{under, veil, 0});
}

void Composer::fill_below(std::size_t at, Rect rect, Color color, int radius) {
  screen_.list.items.insert(screen_.list.items.begin() + static_cast<std::ptrdiff_t>(at),
                            Fill{place(rect), color, radius});
}

void Composer::frame_below(std::size_t at, Rect rect, Color color, int width, int radius) {
  screen_.list.items.insert(screen_.list.items.begin() + static_cast<std::ptrdiff_t>(at),
                            Frame{place(rect), color, width, radius});
}

void Composer::panel_below(std::size_t at, Rect rect) {
  frame_below(at, rect, theme.border, display.css_px(1), space.radius);
  fill_below(at, rect, theme.surface, space.radius);
}

Screen Composer::finish() { return std::move(screen_); }

}  // namespace kiosk::ui
