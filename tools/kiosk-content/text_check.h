// Faults of a text by itself, source or translation: control characters, broken direction marks, characters that stand
// for lost ones, sizes over the limits of what the kiosk lays out.
#pragma once

#include <string_view>
#include <vector>

#include "unit_check.h"

namespace kiosk::tool {

std::vector<UnitFinding> check_text(std::string_view text);

}  // namespace kiosk::tool
