// A picture of a page: as wide as the column, whole, and never the other way round. Where it cannot be shown its words
// are.
#pragma once

#include "ui/composer.h"

namespace kiosk::ui {

// `area.h` is the height of the viewport: a picture is seen at once. Returns the height with the gap after it.
int compose_image(Composer& composer, const content::Block& block, const std::string& language, Rect area);

// The size at which a picture is drawn in a column; never enlarged so far that its dots are seen.
Size fit_picture(Size picture_px, Size room_px);

}  // namespace kiosk::ui
