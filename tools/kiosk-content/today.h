// Today's date, for verbs that were not given one.
#pragma once

#include <string>

#include "base/clock.h"

namespace kiosk::tool {

// ISO, UTC.
std::string today(const Clock& clock);

// A day that exists, as 2026-11-22.
bool is_iso_date(const std::string& text);

}  // namespace kiosk::tool
