// What easy Swedish avoids and a sentence shows by itself: soft hyphens, words in capitals, signs that few can read.
// How long and how hard it is, readability.h counts.
#pragma once

#include <string_view>
#include <vector>

#include "unit_check.h"

namespace kiosk::tool {

// Checks "soft-hyphen", "capitals" and "sign". Facts are what they are.
std::vector<UnitFinding> check_easy_text(std::string_view sentence);

}  // namespace kiosk::tool
