// The tree's files as text, byte for byte the same for the same values. The reader's twin; tests read back what it
// writes.
#pragma once

#include <string>

#include "content/tree.h"

namespace kiosk::content {

std::string write_manifest(const Manifest& manifest);
std::string write_site(const Site& site);
std::string write_topic(const Topic& topic);
std::string write_phrases(const Phrases& phrases);
std::string write_notices(const Notices& notices);
std::string write_glossary(const Glossary& glossary);
std::string write_polls(const Polls& polls);
std::string write_events(const Events& events);
std::string write_keyboards(const Keyboards& keyboards);
std::string write_page(const Page& page);

}  // namespace kiosk::content
