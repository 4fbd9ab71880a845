// Sees a USB stick come and go: a folder with a bundle's manifest, one or two levels below the folders where the system
// mounts sticks. Sleeps until the kernel says that the mounts or those folders changed.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kiosk::app {

class StickWatch {
 public:
  // `wake` is called on the watching thread when it is worth looking.
  StickWatch(std::vector<std::string> folders, std::function<void()> wake);
  ~StickWatch();
  StickWatch(const StickWatch&) = delete;
  StickWatch& operator=(const StickWatch&) = delete;

  // Whether something has changed since the last call: only then is find() worth its listing. True at first, and always
  // where the system cannot watch.
  bool take_news();
  // The first folder that holds manifest.yaml; empty without one.
  std::string find() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::app
