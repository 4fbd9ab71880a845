// Line and column of byte offsets in one text. Asked in the order of the text (or nearly) it costs one pass in all, so
// that a long line with thousands of values stays cheap.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kiosk::content {

struct TextPlace {
  int line = 1, column = 1;  // columns in characters
};

class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text);  // the text outlives this
  // Offsets past the end are the end.
  TextPlace at(std::size_t offset_utf8);

 private:
  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  std::size_t last_offset_ = 0;
  TextPlace last_;
};

}  // namespace kiosk::content
