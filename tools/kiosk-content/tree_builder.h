// The compiled tree of one site as file names and bytes: the same sources give the same bytes. Writes nothing.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "resolver.h"

namespace kiosk::tool {

struct TreeRequest {
  const Sources* sources = nullptr;
  const SourcePart* site = nullptr;
  std::vector<std::string> languages;  // in the host's order; each is in the sources
  std::string today;                   // ISO date, for the manifest
};

// Paths relative to the tree's folder.
std::map<std::string, std::string> build_tree(const TreeRequest& request,
                                              const std::map<std::string, Translations, std::less<>>& translations,
                                              const std::vector<Domain>& domains);

}  // namespace kiosk::tool
