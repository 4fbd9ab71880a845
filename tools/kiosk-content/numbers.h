// The numbers in a text, in whatever digits they are written: ١١٧٧ is 1177.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::tool {

// Sorted, in ASCII digits without leading zeros. A separator before exactly three digits belongs to the number (1 000 =
// 1,000 = 1000); any other separator ends it (8.30 = 8:30 = "8" and "30"), so that conventions of writing do not
// differ.
std::vector<std::string> numbers_in(std::string_view text);

}  // namespace kiosk::tool
