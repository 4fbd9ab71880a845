// "1920x1080" and "476x268" as numbers, within what a screen can be.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "base/geometry.h"

namespace kiosk::app {

std::optional<Size> parse_pixel_size(std::string_view text);                    // 320x240 to 16384x16384
std::optional<std::pair<double, double>> parse_mm_size(std::string_view text);  // 50 to 5000 mm each

}  // namespace kiosk::app
