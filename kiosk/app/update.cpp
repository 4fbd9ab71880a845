#include "app/update.h"

#include <algorithm>
#include <cstdlib>

namespace kiosk::app {

namespace {

using ui::Event;
using ui::Place;
using ui::ScreenKind;
using ui::State;

int clamp_scroll(int px, const ui::Screen& screen) { return std::clamp(px, 0, screen.max_scroll_px); }

// Has the resident changed anything since the session's beginning?
bool is_fresh(const State& state, const State& fresh) {
  State compared = state;
  compared.now_ms = fresh.now_ms;
  compared.active_ms = fresh.active_ms;
  compared.touch = fresh.touch;
  compared.pressed = fresh.pressed;
  compared.focused = fresh.focused;
  compared.place.scroll_px = fresh.place.scroll_px;
  return compared == fresh;
}

IdleTimes idle_times(const State& state, const World& world) {
  const int factor = state.text_scale >= 200 ? 2 : 1;
  return {world.idle.warn_ms * factor, world.idle.end_ms * factor};
}

State wiped(const State& state, const World& world) {
  State next = world.fresh;
  next.now_ms = next.active_ms = state.now_ms;
  return next;
}

State tick(State state, const World& world) {
  if (is_fresh(state, world.fresh)) {
    const std::int64_t idle = state.now_ms - state.active_ms;
    return idle >= world.idle.end_ms && state != wiped(state, world) ? wiped(state, world) : state;
  }
  const IdleTimes times = idle_times(state, world);
  const std::int64_t idle = state.now_ms - state.active_ms;
  if (idle >= times.end_ms) return wiped(state, world);
  state.idle_warning = idle >= times.warn_ms;
  state.idle_left_s = state.idle_warning ? static_cast<int>((times.end_ms - times.warn_ms) / 1000) : 0;
  return state;
}

State pointer_down(State state, Point at, const World& world) {
  state.focused.clear();
  state.touch = {true, false, at.x, at.y, state.place.scroll_px, {}};
  if (const ui::Element* control = world.screen.control_at(at)) state.touch.target = control->id;
  state.pressed = state.touch.target;
  return state;
}

State pointer_move(State state, Point at, const World& world) {
  if (!state.touch.down) return state;
  const int moved = at.y - state.touch.start_y;
  const bool in_content = world.screen.viewport.contains(Point{state.touch.start_x, state.touch.start_y});
  constexpr double kDragStartsMm = 5;
  if (!state.touch.dragging && in_content && world.screen.max_scroll_px > 0 &&
      std::abs(moved) >= world.display.mm(kDragStartsMm))
    state.touch.dragging = true;
  if (state.touch.dragging) {
    state.pressed.clear();
    state.place.scroll_px = clamp_scroll(state.touch.start_scroll_px - moved, world.screen);
    return state;
  }
  const ui::Element* under = world.screen.control_at(at);
  state.pressed = under && under->id == state.touch.target ? under->id : "";
  return state;
}

// Acts on release inside the target; sliding off cancels (EN 301 549 11.2.5.2).
State pointer_up(State state, Point at, const World& world) {
  if (!state.touch.down) return state;
  const ui::Touch touch = state.touch;
  state.touch = {};
  state.pressed.clear();
  const ui::Element* under = world.screen.control_at(at);
  if (touch.dragging || !under || under->id != touch.target) return state;
  return activate(std::move(state), under->id, world);
}

State move_focus(State state, int step, const World& world) {
  const std::vector<std::string> order = world.screen.focus_order();
  if (order.empty()) return state;
  const auto n = static_cast<std::ptrdiff_t>(order.size());
  const auto at = std::find(order.begin(), order.end(), state.focused);
  const std::ptrdiff_t next = at == order.end() ? (step > 0 ? 0 : n - 1) : ((at - order.begin()) + step + n) % n;
  state.focused = order[static_cast<std::size_t>(next)];
  if (const ui::Element* element = world.screen.find(state.focused))
    state.place.scroll_px = scroll_to(state, *element, world.screen);
  return state;
}

int page_step(const ui::Screen& screen) { return screen.viewport.h * 4 / 5; }

State key_down(State state, const Event& event, const World& world) {
  if (event.ctrl || event.alt || event.gui) return state;
  const std::string& key = event.key;
  const auto is = [&](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return key == name; });
  };
  if (is({"Tab"})) return move_focus(std::move(state), event.shift ? -1 : 1, world);
  if (is({"Down", "F19"})) return move_focus(std::move(state), 1, world);
  if (is({"Up", "F18"})) return move_focus(std::move(state), -1, world);
  if (is({"Return", "Keypad Enter", "Space", "F20"})) {
    const std::string focused = state.focused;
    return focused.empty() ? state : activate(std::move(state), focused, world);
  }
  if (is({"Escape", "Backspace", "F21"})) return activate(std::move(state), "back", world);
  if (is({"Home"})) return activate(std::move(state), "home", world);
  if (is({"PageDown", "F24"}))
    state.place.scroll_px = clamp_scroll(state.place.scroll_px + page_step(world.screen), world.screen);
  if (is({"PageUp", "F23"}))
    state.place.scroll_px = clamp_scroll(state.place.scroll_px - page_step(world.screen), world.screen);
  return state;
}

void go(State& state, Place place) {
  constexpr std::size_t kLongestHistory = 100;
  state.history.push_back(state.place);
  if (state.history.size() > kLongestHistory) state.history.erase(state.history.begin());
  state.place = std::move(place);
  state.focused.clear();
  state.marked.clear();
}

void go_back(State& state) {
  if (state.history.empty()) return;
  state.place = state.history.back();
  state.history.pop_back();
  state.focused.clear();
  state.marked.clear();
}

void go_home(State& state) {
  state.place = {ScreenKind::kHome, {}, {}, 0};
  state.history.clear();
  state.focused.clear();
}

// Switching the language keeps the page (REQUIREMENTS H5).
void choose_language(State& state, const std::string& tag, const World& world) {
  const bool known = std::any_of(world.manifest.languages.begin(), world.manifest.languages.end(),
                                 [&](const content::Language& language) { return language.tag == tag; });
  if (!known) return;
  state.language = tag;
  state.language_chosen = true;
  if (state.history.empty() || state.history.back().screen == ScreenKind::kPicker) return go_home(state);
  go_back(state);
  state.place.scroll_px = 0;
  if (state.place.screen == ScreenKind::kBeside && tag == "sv") state.place.screen = ScreenKind::kPage;
}

}  // namespace

State activate(State state, const std::string& id, const World& world) {
  const ui::Element* element = world.screen.find(id);
  if (!element || !element->is_control() || element->disabled) return state;
  const auto argument = [&](std::string_view prefix) -> std::string {
    return id.starts_with(prefix) ? id.substr(prefix.size()) : std::string();
  };
  if (id == "home") {
    go_home(state);
  } else if (id == "back") {
    go_back(state);
  } else if (id == "done") {
    return wiped(state, world);
  } else if (id == "language") {
    if (state.place.screen != ScreenKind::kPicker) go(state, {ScreenKind::kPicker, {}, {}, 0});
  } else if (id == "text-size") {
    if (state.place.screen == ScreenKind::kSettings)
      go_back(state);
    else
      go(state, {ScreenKind::kSettings, {}, {}, 0});
  } else if (id == "emergency") {
    if (state.place.page != world.manifest.emergency_page)
      go(state, {ScreenKind::kPage, {}, world.manifest.emergency_page, 0});
  } else if (id == "beside") {
    if (state.place.screen == ScreenKind::kBeside)
      go_back(state);
    else
      go(state, {ScreenKind::kBeside, {}, state.place.page, 0});
  } else if (id == "low-reach") {
    state.low_reach = !state.low_reach;
  } else if (id == "scroll-up") {
    state.place.scroll_px = clamp_scroll(state.place.scroll_px - page_step(world.screen), world.screen);
  } else if (id == "scroll-down") {
    state.place.scroll_px = clamp_scroll(state.place.scroll_px + page_step(world.screen), world.screen);
  } else if (const std::string own = argument("beside:"); !own.empty()) {
    state.marked = state.marked == own ? "" : own;
  } else if (const std::string swedish = argument("beside-sv:"); !swedish.empty()) {
    state.marked = state.marked == swedish ? "" : swedish;
  } else if (const std::string tag = argument("lang:"); !tag.empty()) {
    choose_language(state, tag, world);
  } else if (const std::string topic = argument("topic:"); !topic.empty()) {
    go(state, {ScreenKind::kTopic, topic, {}, 0});
  } else if (const std::string page = argument("page:"); !page.empty()) {
    go(state, {ScreenKind::kPage, {}, page.substr(0, page.find('#')), 0});
  } else if (const std::string scale = argument("scale:"); !scale.empty()) {
    state.text_scale = std::atoi(scale.c_str());
  } else if (const std::string theme = argument("theme:"); !theme.empty()) {
    ui::parse_theme(theme, state.theme);
  }
  return state;
}

int scroll_to(const State& state, const ui::Element& element, const ui::Screen& screen) {
  if (!element.scrolls) return state.place.scroll_px;
  int by = 0;
  if (element.rect.bottom() > screen.viewport.bottom()) by = element.rect.bottom() - screen.viewport.bottom();
  if (element.rect.y - by < screen.viewport.y) by = element.rect.y - screen.viewport.y;
  return clamp_scroll(state.place.scroll_px + by, screen);
}

State update(State state, const Event& event, std::int64_t now_ms, const World& world) {
  state.now_ms = now_ms;
  const bool by_resident = event.kind != Event::Kind::kTick && event.kind != Event::Kind::kExposed &&
                           event.kind != Event::Kind::kResized && event.kind != Event::Kind::kQuit;
  if (!by_resident) return event.kind == Event::Kind::kTick ? tick(std::move(state), world) : state;
  if (event.repeat) return state;  // the operating system's key repeat (EN 301 549 5.7)
  const bool was_warned = state.idle_warning;
  state.active_ms = now_ms;
  if (was_warned) {
    // One touch or key anywhere says "I am still here", and does nothing else; a press ends the warning on release.
    if (event.kind == Event::Kind::kPointerUp || event.kind == Event::Kind::kKeyDown) {
      state.idle_warning = false;
      state.idle_left_s = 0;
      state.touch = {};
      state.pressed.clear();
    }
    return state;
  }
  switch (event.kind) {
    case Event::Kind::kPointerDown:
      return pointer_down(std::move(state), event.at, world);
    case Event::Kind::kPointerMove:
      return pointer_move(std::move(state), event.at, world);
    case Event::Kind::kPointerUp:
      return pointer_up(std::move(state), event.at, world);
    case Event::Kind::kKeyDown:
      return key_down(std::move(state), event, world);
    case Event::Kind::kWheel:
      state.place.scroll_px = clamp_scroll(state.place.scroll_px - event.wheel * world.display.mm(20), world.screen);
      return state;
    default:
      return state;
  }
}

std::int64_t until_next_change(const State& state, const World& world) {
  constexpr std::int64_t kMinute = 60'000;
  std::int64_t next = kMinute - state.now_ms % kMinute;
  if (!is_fresh(state, world.fresh)) {
    const IdleTimes times = idle_times(state, world);
    const std::int64_t idle = state.now_ms - state.active_ms;
    next = std::min(next, (idle < times.warn_ms ? times.warn_ms : times.end_ms) - idle);
  }
  return std::max<std::int64_t>(1, next);
}

}  // namespace kiosk::app
