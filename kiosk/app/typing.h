// What letters and a physical keyboard do in the text field of the screen. Changes the state alone.
#pragma once

#include <string_view>

#include "app/update.h"

namespace kiosk::app {

bool has_field(const ui::State& state);
// What is typed goes into the field: nothing else has the focus.
bool in_field(const ui::State& state);

// Adds what was typed; control characters are left out, and what is beyond 64 characters.
void type(ui::State& state, std::string_view letters);

// The keys that mean something else while a field is on the screen; false for the others.
bool typing_key(ui::State& state, const ui::Event& event, const World& world);
void typed_text(ui::State& state, const ui::Event& event);

}  // namespace kiosk::app
