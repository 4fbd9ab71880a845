// Sentences shown to the staff, and what the staff answers. Stays in the session: nothing of it is counted.
#include "app/actions.h"
#include "app/navigate.h"
#include "ui/phrases_screen.h"

namespace kiosk::app {

namespace {

void press_key(std::string& chosen, const std::string& key) {
  std::string digits = ui::parse_answer(chosen).value;
  if (key == "erase") {
    if (!digits.empty()) digits.pop_back();
  } else if (digits.size() < ui::kMostDigits && key.size() == 1 && key[0] >= '0' && key[0] <= '9') {
    digits += key;
  }
  chosen = digits.empty() ? "number" : "number:" + digits;
}

}  // namespace

bool act_on_phrases(ui::State& state, const std::string& id, const World&) {
  if (id == "phrases") {
    go(state, {ui::ScreenKind::kPhrases});
    return true;
  }
  const std::string rest = argument_of(id, "phrase:");
  if (rest.empty()) return false;
  const std::size_t colon = rest.find(':');
  const std::string phrase = rest.substr(0, colon), key = "phrase:" + phrase;
  if (colon == std::string::npos) {
    state.answers.chosen.erase(key);  // a new conversation
    ui::Place place{ui::ScreenKind::kPhrases};
    place.item = phrase;
    go(state, std::move(place));
    return true;
  }
  const std::string answer = rest.substr(colon + 1);
  std::string& chosen = state.answers.chosen[key];
  if (const std::string pressed = argument_of(answer, "key:"); !pressed.empty()) {
    press_key(chosen, pressed);
    return true;
  }
  const std::string day = argument_of(answer, "day:");
  chosen = day.empty() ? answer : "date:" + day;
  state.place.scroll_px = 0;  // where the answer stands
  if (!state.focused.empty() && !day.empty()) state.focused.clear();
  return true;
}

}  // namespace kiosk::app
