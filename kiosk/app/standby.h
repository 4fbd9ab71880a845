// What the kiosk can say with no content at all: that it is out of service, and 112, in every language that has its own
// words for it. Compiled in from locales/ by the build (standby.cmake), so that no file can be missing.
#pragma once

#include <string>
#include <vector>

#include "content/tree.h"

namespace kiosk::app {

// The files as the build took them in, by their path in a tree; ends with a null path. Defined in a generated file.
struct StandbyFile {
  const char* path;
  const char* text;
};
extern const StandbyFile kStandbyFiles[];

struct Standby {
  content::Manifest manifest;        // languages, and the fonts that show them
  std::vector<content::Site> sites;  // their words, in the manifest's order
};

// `first` stand before the others, in its order.
Standby load_standby(const std::vector<std::string>& first);

}  // namespace kiosk::app
