// What a change of state asks of the world besides a new screen. update() only writes it down; the session carries it
// out before the next screen is composed, so that what the screen acknowledges has happened.
#pragma once

#include <vector>

#include "stats/count.h"

namespace kiosk::app {

struct Effects {
  std::vector<stats::Count> counts;
  bool say_again = false;  // what was spoken last
};

}  // namespace kiosk::app
