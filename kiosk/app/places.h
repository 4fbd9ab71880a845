// Every state that a resident of one language can look at, for the tour and the check.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"

namespace kiosk::app {

struct NamedState {
  std::string name;  // SCREEN, or SCREEN--PAGE with "/" as "_"
  ui::State state;
};

// Picker, home, each topic, each page of each topic, settings, the idle warning. Unreadable files are logged and left
// out, but a page that a topic names is in, readable or not.
std::vector<NamedState> places_of(Session& session, const std::string& language);

// The tree's languages, or those of `wanted` that it has.
std::vector<std::string> languages_of(Session& session, const std::vector<std::string>& wanted = {});

}  // namespace kiosk::app
