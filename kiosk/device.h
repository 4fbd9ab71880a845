// One run of the kiosk on this device: its window, devices and stores, opened as the options say and wired together.
// Introduces app/ (what happens) to sdl/ (where it is seen); neither knows the other.
#pragma once

#include "app/options.h"
#include "app/supervisor.h"
#include "sdl/screen.h"

namespace kiosk {

// The exit status, or app::kAgain when the configuration has changed.
int run_device(app::Options& options, app::Supervisor& supervisor, sdl::DisplayConnection& display);

}  // namespace kiosk
