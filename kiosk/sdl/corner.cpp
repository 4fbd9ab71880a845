#include "sdl/corner.h"

#include <algorithm>
#include <cmath>

namespace kiosk::sdl {
namespace {

// How much of the pixel lies inside a rectangle that starts at 0, 0 and is rounded there. The distance of the pixel's
// middle from the arc is near enough to the area.
double inside(int x, int y, int radius) {
  if (x < 0 || y < 0) return 0;
  if (x >= radius || y >= radius) return 1;
  return std::clamp(radius - std::hypot(radius - x - 0.5, radius - y - 0.5) + 0.5, 0.0, 1.0);
}

}  // namespace

Corner top_left_corner(int radius, int width) {
  Corner corner{std::max(radius, width), {}};
  for (int y = 0; y < corner.side; ++y) {
    for (int x = 0; x < corner.side; ++x) {
      const double hole = width > 0 ? inside(x - width, y - width, std::max(0, radius - width)) : 0;
      corner.coverage.push_back(static_cast<std::uint8_t>(std::lround(255 * (inside(x, y, radius) - hole))));
    }
  }
  return corner;
}

Corner mirrored(const Corner& top_left, Quadrant quadrant) {
  Corner corner = top_left;
  const auto side = static_cast<std::ptrdiff_t>(corner.side);
  if (quadrant == Quadrant::kTopRight || quadrant == Quadrant::kBottomRight) {
    for (auto row = corner.coverage.begin(); row != corner.coverage.end(); row += side) std::reverse(row, row + side);
  }
  if (quadrant == Quadrant::kBottomLeft || quadrant == Quadrant::kBottomRight) {
    for (std::ptrdiff_t y = 0; y < side / 2; ++y) {
      const auto upper = corner.coverage.begin() + y * side;
      std::swap_ranges(upper, upper + side, corner.coverage.end() - (y + 1) * side);
    }
  }
  return corner;
}

}  // namespace kiosk::sdl
