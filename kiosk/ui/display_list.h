// What is to be drawn, back to front, in whole px with the origin at the screen's top left. Made from the state by ui/,
// drawn by sdl/; holds no decisions.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "text/paragraph.h"
#include "ui/picture.h"

namespace kiosk::ui {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Color&) const = default;
};

struct Fill {
  Rect rect;
  Color color;
  int radius = 0;  // rounded corners, anti-aliased
};

struct Frame {  // the border lies inside the rectangle
  Rect rect;
  Color color;
  int width = 1;
  int radius = 0;
};

// One line of text. The pen starts at `x` (which may be fractional) on the baseline `y`; glyph by glyph it draws at
// (pen + x_offset, baseline - y_offset) and moves by `advance`. colors[glyph.style] is its colour, the last one serves
// all higher styles.
struct TextLine {
  std::shared_ptr<const text::Paragraph> paragraph;  // keeps the styles (sizes) alive
  std::shared_ptr<const std::vector<text::Line>> lines;
  std::size_t line = 0;
  double x = 0;
  int y = 0;
  std::vector<Color> colors;
};

// A picture, scaled to the rectangle; what shines through it is what was drawn before.
struct Image {
  std::shared_ptr<const Picture> picture;
  Rect rect;
};

// Everything until the matching Unclip is cut to the rectangle (within the outer clips).
struct Clip {
  Rect rect;
};
struct Unclip {};

using DrawItem = std::variant<Fill, Frame, TextLine, Image, Clip, Unclip>;

struct DisplayList {
  Color background;
  std::vector<DrawItem> items;
};

}  // namespace kiosk::ui
