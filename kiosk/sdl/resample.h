// Makes a glyph's bitmap smaller: coverage by a quarter, colour by any factor. Pure arithmetic.
#pragma once

#include "sdl/raster_font.h"

namespace kiosk::sdl {

// Ink inside a larger picture; `pitch` in pixels. `left` and `top` as in GlyphBitmap, in the picture's own pixels.
template <class Pixel>
struct InkView {
  const Pixel* pixels;
  int pitch, width, height, left, top;
};

// Each pixel the mean of 4 x 4. The result's grid starts at the pen and the baseline, wherever the ink starts.
GlyphBitmap quarter(const InkView<std::uint8_t>& ink);

// Premultiplied alpha in, straight alpha out; each pixel the mean of the area it covers.
GlyphBitmap rescale(const InkView<std::uint32_t>& ink, double scale);

}  // namespace kiosk::sdl
