// Watches every input device that has a headphone jack (evdev's SW_HEADPHONE_INSERT), also devices that come and go.
// Needs no privilege but reading them; what cannot be opened is not watched. At most 32 devices at a time.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace kiosk::app {

class JackWatch {
 public:
  // `folder`: /dev/input. `wake` is called from another thread when the headset has come or gone.
  JackWatch(std::string folder, std::function<void()> wake);
  ~JackWatch();
  JackWatch(const JackWatch&) = delete;
  JackWatch& operator=(const JackWatch&) = delete;

  // true put in, false pulled out, none nothing since the last call. What is in at the start was not put in.
  std::optional<bool> take_change();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::app
