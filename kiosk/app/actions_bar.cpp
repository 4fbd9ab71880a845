#include "app/actions.h"
#include "app/navigate.h"

namespace kiosk::app {

using ui::ScreenKind;

namespace {

// A second touch on the button leads back.
void open_or_close(ui::State& state, ScreenKind screen) {
  if (state.place.screen == screen)
    go_back(state);
  else
    go(state, {screen});
}

}  // namespace

bool act_on_bar(ui::State& state, const std::string& id, const World& world) {
  if (id == "home") {
    go_home(state);
  } else if (id == "back") {
    go_back(state);
  } else if (id == "done") {
    state = wiped(state, world);
  } else if (id == "language" || id == "globe") {
    if (state.place.screen != ScreenKind::kPicker) go(state, {ScreenKind::kPicker});
  } else if (id == "text-size") {
    open_or_close(state, ScreenKind::kSettings);
  } else if (id == "help") {
    open_or_close(state, ScreenKind::kHelp);
  } else if (id == "feedback") {
    go(state, {ScreenKind::kFeedback});
  } else if (id == "emergency") {
    if (state.place.page != world.manifest.emergency_page)
      go(state, {ScreenKind::kPage, {}, world.manifest.emergency_page});
  } else {
    return false;
  }
  return true;
}

}  // namespace kiosk::app
