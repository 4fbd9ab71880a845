#include "app/jack_reader.h"

#include <linux/input.h>

#include <cstring>

namespace kiosk::app {

void JackReader::reset(std::optional<bool> in) {
  in_ = in;
  pending_.reset();
}

JackReader::Fed JackReader::feed(std::string_view bytes) {
  rest_ += bytes;
  Fed fed = Fed::kSame;
  std::size_t at = 0;
  for (; at + sizeof(input_event) <= rest_.size(); at += sizeof(input_event)) {
    input_event event{};
    std::memcpy(&event, rest_.data() + at, sizeof event);
    if (event.type == EV_SYN && event.code == SYN_DROPPED) {
      dropped_ = true;
    } else if (event.type == EV_SYN && event.code == SYN_REPORT) {
      if (dropped_) fed = Fed::kLost;
      if (!dropped_ && pending_ && pending_ != in_) {
        in_ = pending_;
        if (fed != Fed::kLost) fed = Fed::kChanged;
      }
      dropped_ = false;
      pending_.reset();
    } else if (event.type == EV_SW && event.code == SW_HEADPHONE_INSERT) {
      pending_ = event.value != 0;
    }
  }
  rest_.erase(0, at);
  return fed;
}

}  // namespace kiosk::app
