// The devices and stores of a running kiosk, borrowed from main. A null one is not there: the kiosk goes on without and
// hides what needs it.
#pragma once

namespace kiosk::stats {
class Store;
}

namespace kiosk::app {

class Updater;

struct Services {
  stats::Store* store = nullptr;  // what is counted; without it nothing is asked
  Updater* updater = nullptr;     // new content; without it the tree stays as it is
};

}  // namespace kiosk::app
