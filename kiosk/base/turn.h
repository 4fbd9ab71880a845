// How a screen and a touch panel are mounted: turned by quarters, and a touch panel's own error. Pure geometry; y grows
// downwards, a turn goes clockwise.
#pragma once

#include "base/geometry.h"

namespace kiosk {

enum class Turn { kNone, kQuarter, kHalf, kThreeQuarters };

inline bool is_sideways(Turn turn) { return turn == Turn::kQuarter || turn == Turn::kThreeQuarters; }
inline double degrees(Turn turn) { return 90.0 * static_cast<int>(turn); }
// The panel's size for an upright picture of this size, and the other way round.
inline Size turned(Size size, Turn turn) { return is_sideways(turn) ? Size{size.h, size.w} : size; }

// The pixel of the upright picture that a pixel of the panel shows.
inline Point upright(Point on_panel, Size panel, Turn turn) {
  switch (turn) {
    case Turn::kNone:
      return on_panel;
    case Turn::kQuarter:
      return {on_panel.y, panel.w - 1 - on_panel.x};
    case Turn::kHalf:
      return {panel.w - 1 - on_panel.x, panel.h - 1 - on_panel.y};
    case Turn::kThreeQuarters:
      return {panel.h - 1 - on_panel.y, on_panel.x};
  }
  return on_panel;
}

// A place as parts of a panel's width and height.
struct Part {
  double x = 0, y = 0;
};

// x' = xx x + xy y + x0, and y' alike: what a touch panel reports to where the finger is (libinput's calibration
// matrix).
struct Affine {
  double xx = 1, xy = 0, x0 = 0, yx = 0, yy = 1, y0 = 0;

  Part operator()(Part p) const { return {xx * p.x + xy * p.y + x0, yx * p.x + yy * p.y + y0}; }
  double determinant() const { return xx * yy - xy * yx; }
  bool operator==(const Affine&) const = default;
};

// Where a place of a touch panel is on the screen that it is mounted on, when it is turned against that screen.
inline Part on_screen(Part touched, Turn touch_panel) {
  switch (touch_panel) {
    case Turn::kNone:
      return touched;
    case Turn::kQuarter:
      return {1 - touched.y, touched.x};
    case Turn::kHalf:
      return {1 - touched.x, 1 - touched.y};
    case Turn::kThreeQuarters:
      return {touched.y, 1 - touched.x};
  }
  return touched;
}

// How a device's screen and touch panel are mounted.
struct Mounting {
  Turn screen = Turn::kNone;  // the picture is drawn turned by so much
  Turn touch = Turn::kNone;   // of the touch panel against the screen
  Affine calibration;
};

}  // namespace kiosk
