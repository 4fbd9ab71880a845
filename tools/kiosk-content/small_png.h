// A picture as a PNG of few colours: a page of text is mostly grey levels, and a palette makes its file a fraction as
// large. For pictures that are sent by e-mail; the kiosk's own pictures keep every colour.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace kiosk::tool {

// `pixels` are 0xAARRGGBB, row by row. The 64 most frequent colours (surfaces and text) stay as they are; the channels
// of others (edges of letters) are rounded to 16 levels, 8 or 4 where that makes over 256 colours.
std::string small_png(const std::vector<std::uint32_t>& pixels, Size size);

}  // namespace kiosk::tool
