#include "app/actions.h"
#include "app/navigate.h"
#include "app/typing.h"
#include "i18n/syllables.h"

namespace kiosk::app {

using ui::ScreenKind;

namespace {

bool act_on_key(ui::State& state, const std::string& key) {
  ui::Typing& typing = state.typing;
  if (key == "backspace") {
    typing.text = i18n::without_last(typing.text);
  } else if (key == "space") {
    type(state, " ");
  } else if (key == "latin") {
    typing.latin = !typing.latin;
    typing.shift = false;
  } else if (key == "shift") {
    typing.shift = !typing.shift;
  } else {
    type(state, key);
    const bool digit = key.size() == 1 && key[0] >= '0' && key[0] <= '9';
    if (!digit) typing.shift = false;
  }
  state.place.scroll_px = 0;
  return true;
}

}  // namespace

bool act_on_search(ui::State& state, const std::string& id, const World& world) {
  if (id == "search") {
    if (state.place.screen == ScreenKind::kSearch)
      go_back(state);
    else
      go(state, {ScreenKind::kSearch});
  } else if (id == "search-field") {
    state.focused = id;
  } else if (id == "index") {
    go(state, {ScreenKind::kIndex});
  } else if (const std::string key = argument_of(id, "key:"); !key.empty()) {
    return act_on_key(state, key);
  } else if (const std::string page = argument_of(id, "result:"); !page.empty()) {
    go(state, {ScreenKind::kPage, {}, page});
  } else if (const std::string letter = argument_of(id, "letter:"); !letter.empty()) {
    if (const ui::Element* heading = world.screen.find("heading:" + letter))
      scroll_by(state, heading->rect.y - world.screen.viewport.y, world.screen);
  } else {
    return false;
  }
  return true;
}

}  // namespace kiosk::app
