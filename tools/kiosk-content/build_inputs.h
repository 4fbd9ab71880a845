// The files that a build of one site is made from, with their stamps: what load_sources and Translations open, found
// by the same rules, without opening any. And what the result depends on besides the project.
#pragma once

#include <string>
#include <vector>

#include "content/font_stacks.h"
#include "file_stamp.h"

namespace kiosk::tool {

// Sorted by path, which is relative to the root.
struct BuildInputs {
  std::vector<StampedFile> sources;     // pages, the other files of content/, languages, fonts
  std::vector<StampedFile> catalogues;  // PO files, of every language
  bool operator==(const BuildInputs&) const = default;
};
BuildInputs build_inputs(const std::string& root, const std::string& site);

// This program, the libraries that are loaded into it (ICU's data are one), and the fonts.
std::vector<StampedFile> surroundings(const content::FontStacks& fonts);

}  // namespace kiosk::tool
