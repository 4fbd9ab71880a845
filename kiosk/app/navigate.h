// Where a resident goes: forward, back, home, to another language, and to the session's end. Changes the state alone.
#pragma once

#include <string>

#include "app/update.h"

namespace kiosk::app {

// The place left is where Back returns to.
void go(ui::State& state, ui::Place place);
void go_back(ui::State& state);
void go_home(ui::State& state);

// Switching the language keeps the page (REQUIREMENTS H5). An unknown tag changes nothing.
void choose_language(ui::State& state, const std::string& tag, const World& world);

// Off the staff's screens nothing of them is left, and Back does not lead there.
void close_staff(ui::State& state);

// A fresh session at the state's time: nothing of the old one is left.
ui::State wiped(const ui::State& state, const World& world);

}  // namespace kiosk::app
