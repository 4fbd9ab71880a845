// To what happens: "events" for all calendars, "events:ID" for one.
#include "app/actions.h"
#include "app/navigate.h"

namespace kiosk::app {

bool act_on_events(ui::State& state, const std::string& id, const World&) {
  const std::string calendar = argument_of(id, "events:");
  if (id != "events" && calendar.empty()) return false;
  ui::Place place{ui::ScreenKind::kEvents};
  place.item = calendar;
  go(state, std::move(place));
  return true;
}

}  // namespace kiosk::app
