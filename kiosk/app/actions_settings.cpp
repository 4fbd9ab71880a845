#include <cstdlib>

#include "app/actions.h"

namespace kiosk::app {

bool act_on_settings(ui::State& state, const std::string& id, const World&) {
  if (id == "low-reach") {
    state.low_reach = !state.low_reach;
  } else if (const std::string scale = argument_of(id, "scale:"); !scale.empty()) {
    state.text_scale = std::atoi(scale.c_str());
  } else if (const std::string spacing = argument_of(id, "spacing:"); !spacing.empty()) {
    ui::parse_spacing(spacing, state.text_spacing);
  } else if (const std::string theme = argument_of(id, "theme:"); !theme.empty()) {
    ui::parse_theme(theme, state.theme);
  } else {
    return false;
  }
  return true;
}

}  // namespace kiosk::app
