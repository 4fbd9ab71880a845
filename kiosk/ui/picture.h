// A picture of a page, decoded: pixels that a display list can show. Knows no file and no format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace kiosk::ui {

struct Picture {
  Size size_px;
  std::vector<std::uint32_t> argb;  // 0xAARRGGBB row by row, straight alpha

  std::size_t bytes() const { return 4 * argb.size(); }
};

// Those of a page, by their names in the tree; null where one could not be read: its words are shown instead.
using PicturesOfPage = std::map<std::string, std::shared_ptr<const Picture>>;

}  // namespace kiosk::ui
