// Boxes over the screen: what opens them, and Close and Back, which leave the screen below as it was.
#include "app/actions.h"

namespace kiosk::app {

bool act_on_explanations(ui::State& state, const std::string& id, const World&) {
  if (id == "trust") {
    state.explanation = {"trust", state.place.page};
    if (!state.focused.empty()) state.focused = "close";
    return true;
  }
  if (state.explanation.kind.empty() || (id != "close" && id != "back")) return false;
  if (!state.focused.empty()) state.focused = state.explanation.kind == "trust" ? "trust" : "";
  state.explanation = {};
  return true;
}

}  // namespace kiosk::app
