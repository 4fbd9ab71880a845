// Sees that the configuration file has changed, and takes it up only when it is without errors: a broken one is logged
// once and the kiosk goes on as it is. Looks when asked, and knows nothing of sessions.
#pragma once

#include <string>

namespace kiosk::app {

class ConfigWatch {
 public:
  // As the file is now. An empty path: nothing ever changes.
  explicit ConfigWatch(std::string path);
  // True when the file is another than at the last look and without errors. Costs one look at the folder's entry.
  bool has_good_news();

 private:
  std::string stamp() const;

  std::string path_, seen_;
};

}  // namespace kiosk::app
