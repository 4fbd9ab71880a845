#include "app/update.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "app/listening.h"
#include "app/navigate.h"
#include "app/typing.h"
#include "ui/spoken.h"

namespace kiosk::app {

namespace {

using ui::Event;
using ui::State;

int clamp_scroll(int px, const ui::Screen& screen) { return std::clamp(px, 0, screen.max_scroll_px); }

constexpr std::int64_t kStepMs = 2500;  // of the greetings

// While somebody wipes the glass; then a session begins.
constexpr std::int64_t kCleaningMs = 60'000;

bool is_dark(const State& state, const World& world) {
  return world.staff && ui::is_dark(world.staff->settings, state.now_ms);
}

// The greetings: which one stands large follows from how long they have been there.
State attract(State state, const World& world) {
  if (state.place.screen != ui::ScreenKind::kAttract) {
    state = wiped(state, world);
    state.place = {ui::ScreenKind::kAttract};
  }
  const std::int64_t shown = state.now_ms - state.active_ms;
  const bool moves = !world.manifest.still && shown < world.idle.rest_ms;
  state.place.item = moves ? std::to_string(shown / kStepMs) : std::string();
  return state;
}

// What a screen shows that nobody is at.
State rest(State state, const World& world) {
  if (!is_dark(state, world)) return attract(std::move(state), world);
  if (state.place.screen != ui::ScreenKind::kDark) {
    state = wiped(state, world);
    state.place = {ui::ScreenKind::kDark};
  }
  return state;
}

bool rests(const State& state) {
  return state.place.screen == ui::ScreenKind::kAttract || state.place.screen == ui::ScreenKind::kDark;
}

State tick(State state, const World& world) {
  if (rests(state)) return rest(std::move(state), world);
  const std::int64_t idle = state.now_ms - state.active_ms;
  if (state.place.screen == ui::ScreenKind::kCleaning) return idle >= kCleaningMs ? wiped(state, world) : state;
  if (is_fresh(state, world.fresh)) return idle >= world.idle.attract_ms ? rest(std::move(state), world) : state;
  const IdleTimes times = idle_times(state, world);
  if (idle >= times.end_ms) return wiped(state, world);
  state.idle_warning = idle >= times.warn_ms;
  state.idle_left_s = state.idle_warning ? static_cast<int>((times.end_ms - times.warn_ms) / 1000) : 0;
  return state;
}

// The same again counts only after a while (EN 301 549 5.8).
bool comes_too_soon(State& state, const std::string& what, const World& world) {
  const bool again = state.last_use.what == what && state.now_ms - state.last_use.at_ms < world.keys.debounce_ms();
  if (!again) state.last_use = {what, state.now_ms};
  return again;
}

State pointer_down(State state, Point at, const World& world) {
  if (!state.listening.by_ear) state.focused.clear();
  state.touch = {true, false, at.x, at.y, scroll_of(state), {}};
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
    scroll_of(state) = clamp_scroll(state.touch.start_scroll_px - moved, world.screen);
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
  if (comes_too_soon(state, under->id, world)) return state;
  if (state.listening.by_ear) state.focused = under->id;
  return activate(std::move(state), under->id, world);
}

// Through the controls; who listens walks through whatever has words.
std::vector<std::string> walk_of(const State& state, const World& world) {
  return state.listening.by_ear ? ui::listening_order(world.screen) : world.screen.focus_order();
}

State focus_on(State state, const std::string& id, const World& world) {
  state.focused = id;
  if (const ui::Element* element = world.screen.find(id)) scroll_of(state) = scroll_to(state, *element, world.screen);
  return state;
}

State move_focus(State state, int step, const World& world) {
  const std::vector<std::string> order = walk_of(state, world);
  if (order.empty()) return state;
  const auto n = static_cast<std::ptrdiff_t>(order.size());
  const auto at = std::find(order.begin(), order.end(), state.focused);
  const std::ptrdiff_t next = at == order.end() ? (step > 0 ? 0 : n - 1) : ((at - order.begin()) + step + n) % n;
  return focus_on(std::move(state), order[static_cast<std::size_t>(next)], world);
}

// By ear a page key leads to the next heading, or to where the buttons around the content begin.
State turn_page(State state, int step, const World& world) {
  if (!state.listening.by_ear) {
    scroll_by(state, step * page_step(world.screen), world.screen);
    return state;
  }
  const std::vector<std::string> order = walk_of(state, world);
  const auto n = static_cast<std::ptrdiff_t>(order.size());
  std::ptrdiff_t at = std::find(order.begin(), order.end(), state.focused) - order.begin();
  for (std::ptrdiff_t i = 0; i < n; ++i) {
    at = (at + step + n) % n;
    const std::string& id = order[static_cast<std::size_t>(at)];
    const ui::Element* element = world.screen.find(id);
    const bool heading = element && (element->role == ui::Role::kHeading || element->role == ui::Role::kDialog);
    if (heading || id == "home") return focus_on(std::move(state), id, world);
  }
  return state;
}

State obey(State state, Command command, const World& world) {
  switch (command) {
    case Command::kDown:
      return move_focus(std::move(state), 1, world);
    case Command::kUp:
      return move_focus(std::move(state), -1, world);
    case Command::kSelect: {
      const std::string focused = state.focused;
      return focused.empty() ? state : activate(std::move(state), focused, world);
    }
    case Command::kBack:
      return activate(std::move(state), "back", world);
    case Command::kHome:
      return activate(std::move(state), "home", world);
    case Command::kHelp:
      return activate(std::move(state), "help", world);
    case Command::kReadAloud:
      return activate(std::move(state), "read-aloud", world);
    case Command::kPageDown:
      return turn_page(std::move(state), 1, world);
    case Command::kPageUp:
      return turn_page(std::move(state), -1, world);
    default:
      listening_command(state, command, world);
      return state;
  }
}

State key_down(State state, const Event& event, const World& world) {
  if (event.ctrl || event.alt || event.gui) return state;
  if (comes_too_soon(state, event.key, world)) return state;
  const KeyBinding binding = world.keys.find(event);
  if (binding.keypad && world.can_listen && !state.listening.by_ear) {
    start_by_ear(state);  // the first key only begins: a hand that looks for the keys does no harm (REQUIREMENTS A19)
    return state;
  }
  if (typing_key(state, event, world)) return state;
  if (event.key == "Tab") return move_focus(std::move(state), event.shift ? -1 : 1, world);
  if (binding.letter && has_field(state) && in_field(state)) return state;
  return obey(std::move(state), binding.command, world);
}

// Put in or pulled out, told by a jack or by a keypad's key; none when the event tells something else.
std::optional<bool> headset_of(const Event& event, const World& world) {
  if (event.kind == Event::Kind::kHeadset) return event.headset_in;
  if (event.kind != Event::Kind::kKeyDown) return std::nullopt;
  const Command command = world.keys.find(event).command;
  if (command == Command::kHeadsetIn) return true;
  if (command == Command::kHeadsetOut) return false;
  return std::nullopt;
}

}  // namespace

bool is_fresh(const State& state, const State& fresh) {
  if (rests(state)) return true;
  State compared = state;
  compared.now_ms = fresh.now_ms;
  compared.active_ms = fresh.active_ms;
  compared.touch = fresh.touch;
  compared.pressed = fresh.pressed;
  compared.last_use = fresh.last_use;
  compared.listening.headset = fresh.listening.headset;
  compared.focused = fresh.focused;
  compared.place.scroll_px = fresh.place.scroll_px;
  return compared == fresh;
}

int page_step(const ui::Screen& screen) { return screen.viewport.h * 4 / 5; }

void scroll_by(State& state, int px, const ui::Screen& screen) {
  scroll_of(state) = clamp_scroll(scroll_of(state) + px, screen);
}

int scroll_to(const State& state, const ui::Element& element, const ui::Screen& screen) {
  if (!element.scrolls) return scroll_of(state);
  int by = 0;
  if (element.rect.bottom() > screen.viewport.bottom()) by = element.rect.bottom() - screen.viewport.bottom();
  if (element.rect.y - by < screen.viewport.y) by = element.rect.y - screen.viewport.y;
  return clamp_scroll(scroll_of(state) + by, screen);
}

namespace {

State react(State state, const Event& event, std::int64_t now_ms, const World& world) {
  state.now_ms = now_ms;
  const bool by_resident = event.kind != Event::Kind::kTick && event.kind != Event::Kind::kExposed &&
                           event.kind != Event::Kind::kResized && event.kind != Event::Kind::kQuit;
  if (!by_resident) return event.kind == Event::Kind::kTick ? tick(std::move(state), world) : state;
  if (event.repeat) return state;  // the operating system's key repeat (EN 301 549 5.7)
  if (const auto in = headset_of(event, world)) return headset_changed(std::move(state), *in, now_ms, world);
  const bool was_warned = state.idle_warning;
  if (state.place.screen == ui::ScreenKind::kCleaning) return state;
  if (rests(state)) {
    // A touch anywhere or any key leads to the languages, and does nothing else.
    const bool leaves = event.kind == Event::Kind::kPointerUp || event.kind == Event::Kind::kKeyDown;
    if (!leaves) return state;
    state = wiped(state, world);
    const bool by_keypad = event.kind == Event::Kind::kKeyDown && world.keys.find(event).keypad;
    if (by_keypad && world.can_listen) start_by_ear(state);
    return state;
  }
  state.active_ms = now_ms;
  if (was_warned) {
    // One touch or key anywhere says "I am still here", and does nothing else; a press ends the warning on release.
    if (event.kind == Event::Kind::kPointerUp || event.kind == Event::Kind::kKeyDown) {
      state.idle_warning = false;
      state.idle_left_s = 0;
      state.listening.headset_out = false;
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
    case Event::Kind::kText:
      typed_text(state, event);
      return state;
    case Event::Kind::kWheel:
      scroll_by(state, -event.wheel * world.display.mm(20), world.screen);
      return state;
    default:
      return state;
  }
}

}  // namespace

State update(State state, const Event& event, std::int64_t now_ms, const World& world) {
  State next = react(std::move(state), event, now_ms, world);
  close_staff(next);
  return next;
}

IdleTimes idle_times(const State& state, const World& world) {
  if (state.staff.open) return {};  // the panel is closed soon, whatever residents are given
  const bool slow = state.text_scale >= 200 || state.listening.by_ear || state.listening.reading;
  const int factor = slow ? 2 : 1;
  IdleTimes times = world.idle;
  times.warn_ms *= factor;
  times.end_ms *= factor;
  return times;
}

State headset_changed(State state, bool in, std::int64_t now_ms, const World& world) {
  state.listening.headset = in;
  if (state.place.screen == ui::ScreenKind::kCleaning) return state;
  state.now_ms = now_ms;
  if (in) {
    state.active_ms = now_ms;
    if (rests(state)) state = wiped(state, world);
    if (world.can_listen) start_by_ear(state);
    state.listening.headset = true;
    state.idle_warning = false;
    state.idle_left_s = 0;
    return state;
  }
  if (!state.listening.by_ear) return state;
  state.listening = world.fresh.listening;
  state.listening.headset_out = true;
  state.focused.clear();
  state.active_ms = now_ms - idle_times(state, world).warn_ms;  // the countdown begins
  return tick(std::move(state), world);
}

std::int64_t until_next_change(const State& state, const World& world) {
  constexpr std::int64_t kMinute = 60'000;
  std::int64_t next = kMinute - state.now_ms % kMinute;
  const std::int64_t since = state.now_ms - state.active_ms;
  if (state.place.screen == ui::ScreenKind::kCleaning) {
    next = std::min(next, kCleaningMs - since);
  } else if (state.place.screen == ui::ScreenKind::kDark) {
    // Only the clock wakes it.
  } else if (state.place.screen == ui::ScreenKind::kAttract) {
    if (!world.manifest.still && since < world.idle.rest_ms) next = std::min(next, kStepMs - since % kStepMs);
  } else if (is_fresh(state, world.fresh)) {
    next = std::min(next, world.idle.attract_ms - since);
  } else {
    const IdleTimes times = idle_times(state, world);
    next = std::min(next, (since < times.warn_ms ? times.warn_ms : times.end_ms) - since);
  }
  return std::max<std::int64_t>(1, next);
}

}  // namespace kiosk::app
