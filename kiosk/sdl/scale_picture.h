// Makes a picture larger or smaller with little loss. Pure arithmetic.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "ui/picture.h"

namespace kiosk::sdl {

// 0xAARRGGBB with straight alpha, row by row. Both sizes are positive. Where it gets smaller, every source pixel
// counts; clear pixels lend no colour to their neighbours.
std::vector<std::uint32_t> scale_picture(const ui::Picture& picture, Size size);

}  // namespace kiosk::sdl
