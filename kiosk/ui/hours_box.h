// When a place is open: now, this week by weekday, and the coming days with other hours.
#pragma once

#include "ui/composer.h"

namespace kiosk::ui {

// `language` is the page's. Returns the height with the gap after it.
int compose_hours(Composer& composer, const content::Block& block, const std::string& language, Rect area);

}  // namespace kiosk::ui
