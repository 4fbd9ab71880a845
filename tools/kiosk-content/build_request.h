// What a build was asked for: as much of its command line as decides about the tree.
#pragma once

#include <string>
#include <vector>

#include "sources.h"

namespace kiosk::tool {

struct BuildRequest {
  std::string root, site, out;
  std::string date;                    // ISO, never empty
  std::vector<std::string> languages;  // empty: all of the site's

  // In the site's order; those that the sources have.
  std::vector<std::string> languages_in(const Sources& sources) const;
  // Equal for builds that make the same tree of the same files.
  std::string text() const;
};

}  // namespace kiosk::tool
