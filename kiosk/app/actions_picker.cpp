#include "app/actions.h"
#include "i18n/syllables.h"

namespace kiosk::app {

bool act_on_picker(ui::State& state, const std::string& id, const World& world) {
  constexpr const char* kMissing = "language-missing";
  if (state.place.screen != ui::ScreenKind::kPicker) return false;
  if (id == kMissing) {
    if (world.effects) world.effects->counts.push_back({stats::CountKind::kLanguageMissing, {}, state.language, {}});
  } else if (id == "key:backspace") {
    state.typing.text = i18n::without_last(state.typing.text);
  } else if (const std::string letter = argument_of(id, "initial:"); !letter.empty()) {
    state.typing.text = letter;
    state.place.scroll_px = 0;
  } else {
    return id == "picker-field";
  }
  state.focused.clear();
  return true;
}

}  // namespace kiosk::app
