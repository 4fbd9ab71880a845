// What one input device says of its headphone jack: the kernel's input events in, "in" or "out" after each whole packet
// (linux/input.h, SW_HEADPHONE_INSERT). Opens nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::app {

class JackReader {
 public:
  // `in`: the switch as the device says at the beginning, if it does.
  explicit JackReader(std::optional<bool> in = std::nullopt) : in_(in) {}

  // What was read, in pieces of any size. kLost: the kernel dropped events; ask the device and call reset().
  enum class Fed { kSame, kChanged, kLost };
  Fed feed(std::string_view bytes);
  void reset(std::optional<bool> in);

  std::optional<bool> in() const { return in_; }

 private:
  std::optional<bool> in_, pending_;  // pending until the packet ends
  bool dropped_ = false;              // until the packet ends, what comes is not whole
  std::string rest_;                  // of an event that was cut
};

}  // namespace kiosk::app
