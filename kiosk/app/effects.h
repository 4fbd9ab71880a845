// What a change of state asks of the world besides a new screen. update() only writes it down; the session carries it
// out before the next screen is composed, so that what the screen acknowledges has happened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stats/count.h"
#include "ui/notices.h"
#include "ui/staff_settings.h"

namespace kiosk::app {

struct Effects {
  std::vector<stats::Count> counts;
  bool say_again = false;  // what was spoken last
  // From the staff's screens.
  std::string pin;  // to be tried
  std::optional<ui::StaffSettings> settings;
  std::optional<ui::PostedNotice> post;
  std::string take_down;  // a notice's id
  bool export_counts = false;
  bool test_sound = false;
  bool restart = false;
};

}  // namespace kiosk::app
