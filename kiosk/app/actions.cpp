#include "app/actions.h"

namespace kiosk::app {

namespace {

constexpr Action kActions[] = {act_on_bar, act_on_reading, act_on_settings};

}  // namespace

std::string argument_of(const std::string& id, std::string_view prefix) {
  return id.starts_with(prefix) ? id.substr(prefix.size()) : std::string();
}

ui::State activate(ui::State state, const std::string& id, const World& world) {
  const ui::Element* element = world.screen.find(id);
  if (!element || !element->is_control() || element->disabled) return state;
  for (const Action action : kActions)
    if (action(state, id, world)) break;
  return state;
}

}  // namespace kiosk::app
