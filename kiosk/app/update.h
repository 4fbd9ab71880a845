// Event + state -> state: navigation, touch, keys, scrolling, the idle clock. Pure; knows no screen but the one it is
// given.
#pragma once

#include <cstdint>
#include <string>

#include "app/effects.h"
#include "app/key_map.h"
#include "content/tree.h"
#include "ui/display.h"
#include "ui/event.h"
#include "ui/screen.h"
#include "ui/staff_view.h"
#include "ui/state.h"

namespace kiosk::app {

// Both doubled at text scale 200 and in speech (EN 301 549 11.2.2.1; DESIGN 7).
struct IdleTimes {
  std::int64_t warn_ms = 100'000;
  std::int64_t end_ms = 120'000;
  std::int64_t attract_ms = 60'000;  // nobody at a fresh picker for so long: the greetings come, and move until they
  std::int64_t rest_ms = 30'000;     // rest (EN 301 549 11.2.2.2)
};

// What an update may look at besides the state.
struct World {
  const ui::Screen& screen;  // as composed from the state
  const content::Manifest& manifest;
  const ui::Display& display;
  const ui::State& fresh;  // a session's beginning; Done and idleness return to it
  IdleTimes idle;
  const KeyMap& keys;
  const ui::StaffView* staff = nullptr;  // null without a state folder
  bool can_speak = false;                // there is a voice, or a recording of what is shown
  bool can_listen = false;               // there is a voice at all
  Effects* effects = nullptr;            // where an action writes what it asks for; null when only looking ahead
};

ui::State update(ui::State state, const ui::Event& event, std::int64_t now_ms, const World& world);

// What activating a control does; an id that the screen does not have does nothing.
ui::State activate(ui::State state, const std::string& id, const World& world);

// Has the resident changed nothing since the session's beginning?
bool is_fresh(const ui::State& state, const ui::State& fresh);

// How far one touch of a scroll button goes.
int page_step(const ui::Screen& screen);
void scroll_by(ui::State& state, int px, const ui::Screen& screen);

// The scroll offset at which an element is in view; the state's own when it already is.
int scroll_to(const ui::State& state, const ui::Element& element, const ui::Screen& screen);

IdleTimes idle_times(const ui::State& state, const World& world);

// Milliseconds from the state's clock until something changes by itself (the minute, the warning, the end); at least 1.
std::int64_t until_next_change(const ui::State& state, const World& world);

}  // namespace kiosk::app
