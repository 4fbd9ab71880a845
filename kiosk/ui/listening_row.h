// The row of buttons above the bar while something is spoken: stop, pause, again, slower, faster, quieter, louder.
// Where the language has no voice it says so instead.
#pragma once

#include "ui/composer.h"

namespace kiosk::ui {

// 0 when nothing is listened to; with the gap above it otherwise. By display and language alone.
int listening_row_height(const Composer& composer);
// `bottom_y` is where it ends.
void compose_listening_row(Composer& composer, int bottom_y);

}  // namespace kiosk::ui
