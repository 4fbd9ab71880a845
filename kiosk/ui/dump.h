// The screen as JSON (AUTOMATION.md "Screen dump"): what tests and audits read.
#pragma once

#include <string>

#include "ui/display.h"
#include "ui/screen.h"
#include "ui/state.h"

namespace kiosk::ui {

// The name of what is in front: the place's screen, or idle-warning.
std::string screen_name(const State& state);

// One JSON object with a final newline. `spoken_now`: what is being said; empty = nothing.
std::string dump_screen(const Screen& screen, const State& state, const Display& display, bool rtl,
                        const std::string& spoken_now = {});

// One element as its dump shows it, for `expect: {element: …}`.
std::string dump_element(const Screen& screen, const Element& element, const Display& display);

}  // namespace kiosk::ui
