#include "site_of_page.h"

#include <iostream>
#include <vector>

#include "findings.h"

namespace kiosk::tool {

const SourcePart* site_of_page(const Sources& sources, const std::string& wanted, const std::string& page) {
  for (const SourcePart& site : sources.sites)
    if ((wanted.empty() || wanted == site.domain) && SiteView{&sources.core, &site}.page(page) != nullptr) return &site;
  return nullptr;
}

void say_unknown_page(const Sources& sources, const std::string& page) {
  std::vector<std::string> known;
  for (const SourcePage& core : sources.core.pages) known.push_back(core.id);
  for (const SourcePart& site : sources.sites)
    for (const SourcePage& own : site.pages) known.push_back(own.id);
  const std::string near = nearest(page, known);
  std::cerr << "no page '" << page << "'" << (near.empty() ? "" : "; did you mean '" + near + "'?") << "\n";
}

}  // namespace kiosk::tool
