#include "app/actions.h"

namespace kiosk::app {

namespace {

constexpr Action kActions[] = {act_on_explanations,  act_on_bar,    act_on_picker,  act_on_reading,
                               act_on_settings,      act_on_search, act_on_answers, act_on_phrases,
                               act_on_speech,        act_on_events, act_on_staff,   act_on_staff_notices,
                               act_on_staff_settings};

}  // namespace

std::string argument_of(const std::string& id, std::string_view prefix) {
  return id.starts_with(prefix) ? id.substr(prefix.size()) : std::string();
}

ui::State activate(ui::State state, const std::string& id, const World& world) {
  const ui::Element* element = world.screen.find(id);
  if (!element || !element->is_control() || element->disabled) return state;
  const std::size_t depth = state.history.size();
  for (const Action action : kActions)
    if (action(state, id, world)) break;
  const bool opened = state.place.screen == ui::ScreenKind::kPage && state.history.size() > depth;
  if (opened && world.effects)
    world.effects->counts.push_back({stats::CountKind::kOpen, state.place.page, state.language, {}});
  return state;
}

}  // namespace kiosk::app
