// The screen as a person meets it: px, mm and viewing distance, and the sizes that follow from them. Text is sized by
// viewing distance (EN 301 549 5.1.4: cap height >= 0.7 degrees), targets in mm (REQUIREMENTS C11).
#pragma once

#include "base/geometry.h"

namespace kiosk::ui {

struct Display {
  Size size_px{1920, 1080};
  double width_mm = 476, height_mm = 268;
  double distance_mm = 600;
  double bottom_mm = 800;  // the screen's lower edge above the floor

  double px_per_mm() const { return size_px.w / width_mm; }
  // How far down the screen begins for who cannot reach higher than 1,100 mm above the floor (EN 301 549 8.3.2).
  int low_reach_top_px() const;
  int mm(double length) const;  // to px, rounded up: a target is never smaller than asked
  // Font size at a text scale in percent: 0.7 degrees of cap height with Noto Sans (cap height 0.714 em).
  int body_px(int text_scale) const;
  // A CSS px at this distance (WCAG2ICT: distance / 2688), for focus rings and borders; at least 1.
  int css_px(double n) const;
};

// What the screens agree on, in px.
struct Spacing {
  int margin;     // between the screen's edge and content
  int gap;        // between neighbours; >= 3 mm between targets
  int primary;    // side of a primary target, >= 20 mm
  int secondary;  // side of a secondary target, >= 15 mm
  int radius;     // rounded corners
};
Spacing spacing_of(const Display& display);

}  // namespace kiosk::ui
