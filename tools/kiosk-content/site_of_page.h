// Which site's kiosk a page is looked at on, for the verbs that show one page.
#pragma once

#include <string>

#include "sources.h"

namespace kiosk::tool {

// The wanted site, or the first that has the page where none is wanted; null when there is none.
const SourcePart* site_of_page(const Sources& sources, const std::string& wanted, const std::string& page);

// On stderr, with the page that was perhaps meant.
void say_unknown_page(const Sources& sources, const std::string& page);

}  // namespace kiosk::tool
