#include "ui/display.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

int Display::mm(double length) const { return static_cast<int>(std::ceil(length * px_per_mm() - 1e-9)); }

int Display::low_reach_top_px() const {
  constexpr double kReachMm = 1100;
  return std::max(0, mm(bottom_mm + height_mm - kReachMm));
}

int Display::body_px(int text_scale) const {
  constexpr double kDegrees = 0.7, kPi = 3.14159265358979323846, kCapHeightEm = 0.714;
  const double cap_mm = 2 * distance_mm * std::tan(kDegrees / 2 * kPi / 180);
  return static_cast<int>(std::ceil(cap_mm / kCapHeightEm * px_per_mm() * text_scale / 100));
}

int Display::css_px(double n) const {
  return std::max(1, static_cast<int>(std::ceil(n * distance_mm / 2688 * px_per_mm() - 1e-9)));
}

Spacing spacing_of(const Display& display) {
  return {display.mm(6), display.mm(3.5), display.mm(20), display.mm(15), display.mm(2)};
}

}  // namespace kiosk::ui
