#include "app/navigate.h"

#include <algorithm>

#include "app/listening.h"

namespace kiosk::app {

using ui::Place;
using ui::ScreenKind;
using ui::State;

namespace {

// What belongs to the screen that is left.
void leave(State& state) {
  state.focused.clear();
  state.marked.clear();
  state.typing = {};
  state.explanation = {};
  stop_reading(state);
}

}  // namespace

void go(State& state, Place place) {
  constexpr std::size_t kLongestHistory = 100;
  state.history.push_back(state.place);
  if (state.history.size() > kLongestHistory) state.history.erase(state.history.begin());
  state.place = std::move(place);
  leave(state);
}

void go_back(State& state) {
  if (state.history.empty()) return;
  state.place = state.history.back();
  state.history.pop_back();
  leave(state);
}

void go_home(State& state) {
  state.place = {ScreenKind::kHome};
  state.history.clear();
  leave(state);
}

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

void close_staff(State& state) {
  if (state.place.screen == ScreenKind::kStaff) return;
  state.staff = {};
  std::erase_if(state.history, [](const Place& place) { return place.screen == ScreenKind::kStaff; });
}

State wiped(const State& state, const World& world) {
  State next = world.fresh;
  next.now_ms = next.active_ms = state.now_ms;
  next.listening.headset = state.listening.headset;  // what is plugged in is no trace of anybody
  return next;
}

}  // namespace kiosk::app
