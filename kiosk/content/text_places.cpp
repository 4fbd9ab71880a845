#include "content/text_places.h"

#include <algorithm>

#include "base/utf8.h"

namespace kiosk::content {

TextPlaces::TextPlaces(std::string_view text) : text_(text), line_starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') line_starts_.push_back(i + 1);
}

TextPlace TextPlaces::at(std::size_t offset_utf8) {
  const std::size_t offset = std::min(offset_utf8, text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *(after - 1);
  const int line = static_cast<int>(after - line_starts_.begin());
  const auto characters = [&](std::size_t from, std::size_t to) {
    return static_cast<int>(count_characters(text_.substr(from, to - from)));
  };
  int column = 1;
  if (line != last_.line) {
    column += characters(start, offset);
  } else if (offset >= last_offset_) {
    column = last_.column + characters(last_offset_, offset);
  } else {
    column = last_.column - characters(offset, last_offset_);
  }
  last_offset_ = offset;
  last_ = {line, column};
  return last_;
}

}  // namespace kiosk::content
