#include "app/typing.h"

#include <algorithm>

#include "base/utf8.h"
#include "i18n/syllables.h"

namespace kiosk::app {

namespace {

constexpr std::size_t kMostCharacters = 64;

}  // namespace

bool in_field(const ui::State& state) {
  return state.focused.empty() || state.focused == "search-field" || state.focused == "picker-field" ||
         state.focused == "notice-field";
}

bool has_field(const ui::State& state) {
  // A name in a notice: "notices:ID:VALUE".
  const bool naming = state.place.screen == ui::ScreenKind::kStaff && state.staff.open &&
                      std::count(state.place.item.begin(), state.place.item.end(), ':') == 2 &&
                      state.place.item.starts_with("notices:");
  return naming || state.place.screen == ui::ScreenKind::kSearch || state.place.screen == ui::ScreenKind::kPicker;
}

void type(ui::State& state, std::string_view letters) {
  std::string clean;
  for (const char c : letters)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) clean += c;
  if (clean == " " && (state.typing.text.empty() || state.typing.text.back() == ' ')) return;
  state.typing.text = i18n::first_letters(i18n::type_letter(state.typing.text, clean), kMostCharacters);
  state.place.scroll_px = 0;
}

bool typing_key(ui::State& state, const ui::Event& event, const World& world) {
  if (!has_field(state)) return false;
  if (event.key == "Backspace" && !state.typing.text.empty()) {
    state.typing.text = i18n::without_last(state.typing.text);
    state.place.scroll_px = 0;
    return true;
  }
  const bool picking = state.place.screen == ui::ScreenKind::kPicker;
  if (picking && state.typing.text.empty()) return false;  // keys do what they do elsewhere
  if ((event.key == "Return" || event.key == "Keypad Enter") && in_field(state)) {
    const auto& elements = world.screen.elements;
    const auto first = std::find_if(elements.begin(), elements.end(), [](const ui::Element& e) {
      return (e.id.starts_with("result:") || e.id.starts_with("lang:")) && e.is_control();
    });
    if (first == elements.end()) return true;
    state.focused = first->id;
    state.place.scroll_px = scroll_to(state, *first, world.screen);
    return true;
  }
  return event.key == "Space" && in_field(state);  // its text comes as an event of its own
}

void typed_text(ui::State& state, const ui::Event& event) {
  if (!has_field(state)) return;
  if (event.text == " " && !in_field(state)) return;  // it has activated what has the focus
  state.focused.clear();
  type(state, event.text);
}

}  // namespace kiosk::app
