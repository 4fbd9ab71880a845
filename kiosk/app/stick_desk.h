// Between the watch that sees sticks and whoever takes them in: the session, or the updater alone while there is no
// content to show.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "app/stick_watch.h"
#include "app/updater.h"

namespace kiosk::app {

class StickDesk {
 public:
  // `wake` as for StickWatch.
  StickDesk(Updater& updater, std::vector<std::string> folders, std::function<void()> wake);

  // Tells the session of a stick that has come or gone since the last call.
  void tell(Session& session, std::int64_t now_ms);
  // Without a session: takes a stick in and goes live. True when there is content now.
  bool install_first(std::int64_t now_ms);

 private:
  Updater& updater_;
  StickWatch watch_;
  std::string seen_;
};

}  // namespace kiosk::app
