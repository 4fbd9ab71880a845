// The coverage of a rounded corner. Pure arithmetic.
#pragma once

#include <cstdint>
#include <vector>

namespace kiosk::sdl {

// The top left corner of a rectangle with this radius, `side` x `side` px: filled (width 0) or its border of this
// width.
struct Corner {
  int side = 0;
  std::vector<std::uint8_t> coverage;
};
Corner top_left_corner(int radius, int width);

enum class Quadrant { kTopLeft, kTopRight, kBottomLeft, kBottomRight };
Corner mirrored(const Corner& top_left, Quadrant quadrant);

}  // namespace kiosk::sdl
