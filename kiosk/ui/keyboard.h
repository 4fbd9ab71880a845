// The keyboard on the screen, in the layout of the reader's language or the Latin one. Keys are `key:CHAR`.
#pragma once

#include "ui/composer.h"

namespace kiosk::ui {

// Returns the height used, with the gap after it; 0 where the tree has no keyboard.
int compose_keyboard(Composer& composer, Rect area);

}  // namespace kiosk::ui
