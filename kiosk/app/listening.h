// The spoken screen's part of update(): how it begins and ends, and what its keys and buttons change. Changes the state
// alone; what is said follows from the state (narrator.h).
#pragma once

#include "app/key_map.h"
#include "app/update.h"

namespace kiosk::app {

// By ear from now on, from the screen's title.
void start_by_ear(ui::State& state);
void stop_reading(ui::State& state);

// The commands of the voice; false for the others.
bool listening_command(ui::State& state, Command command, const World& world);

// The headset was put in, or pulled out: then a spoken session ends after a warning.
ui::State headset_changed(ui::State state, bool in, std::int64_t now_ms, const World& world);

}  // namespace kiosk::app
