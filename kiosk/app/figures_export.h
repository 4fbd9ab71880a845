// What this kiosk has counted, as a report on a stick: a page for people and a table for a spreadsheet. Small numbers
// are hidden on the way out (stats/disclosure.h). Knows the store, the tree and the stick's folder, no screens.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "content/tree_reader.h"
#include "stats/figures.h"
#include "stats/store.h"

namespace kiosk::app {

// What the counts' ids mean in a tree, in Swedish. A page that cannot be read is counted as "other".
stats::Subjects subjects_of(const content::TreeReader& tree, const content::Manifest& manifest);

// Where a stick is mounted one or two levels below these folders: the first folder that is another file system than the
// one above it. Empty: no stick.
std::string find_stick(const std::vector<std::string>& folders);

// Writes kiosk-DATE.html and kiosk-DATE.csv, in Swedish or English, and returns the first one's name. Error: a store
// that cannot be read, a stick that cannot be written.
[[nodiscard]] Result<std::string> export_figures(stats::Store& store, const stats::Subjects& subjects,
                                                 const std::string& stick, std::int64_t now_ms,
                                                 const std::string& language);

}  // namespace kiosk::app
