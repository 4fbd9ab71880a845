// Points, sizes and rectangles in whole px; y grows downwards.
#pragma once

#include <algorithm>

namespace kiosk {

struct Point {
  int x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  int w = 0, h = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  int x = 0, y = 0, w = 0, h = 0;

  int right() const { return x + w; }
  int bottom() const { return y + h; }
  bool empty() const { return w <= 0 || h <= 0; }
  // Half open: the right and bottom edges are outside.
  bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
  bool contains(const Rect& r) const { return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom(); }
  Rect moved(int dx, int dy) const { return {x + dx, y + dy, w, h}; }
  Rect inset(int by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  bool operator==(const Rect&) const = default;
};

// Empty (w and h 0) where the two do not meet.
inline Rect intersect(const Rect& a, const Rect& b) {
  const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  const int w = std::min(a.right(), b.right()) - x, h = std::min(a.bottom(), b.bottom()) - y;
  return w > 0 && h > 0 ? Rect{x, y, w, h} : Rect{x, y, 0, 0};
}

// The smallest rectangle round both; an empty one does not count.
inline Rect unite(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

}  // namespace kiosk
