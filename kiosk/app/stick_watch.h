// Sees a USB stick come and go: a folder with a bundle's manifest or a new PIN, one or two levels below the folders
// where the system mounts sticks. Sleeps until the kernel says that the mounts or those folders changed.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kiosk::app {

// What lies one or two levels below these folders, sorted; 1,024 entries of a folder at most. A stick may go while it
// is read, and may hold anything.
std::vector<std::string> below_stick_folders(const std::vector<std::string>& folders);

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
  // The first folder that holds one of the two; empty without one.
  std::string find() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::app
