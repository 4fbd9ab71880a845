#include "build_request.h"

#include <algorithm>

namespace kiosk::tool {

std::vector<std::string> BuildRequest::languages_in(const Sources& sources) const {
  std::vector<std::string> found;
  const SourcePart* part = sources.site(site);
  if (part == nullptr) return found;
  for (const std::string& tag : part->site.languages) {
    const bool wanted = languages.empty() || std::find(languages.begin(), languages.end(), tag) != languages.end();
    if (wanted && sources.language(tag) != nullptr) found.push_back(tag);
  }
  return found;
}

std::string BuildRequest::text() const {
  std::string text = site + "\n" + date + "\n";
  for (const std::string& tag : languages) text += tag + "\n";
  return text;
}

}  // namespace kiosk::tool
