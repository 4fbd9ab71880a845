// The texts of the source that are translated, each a unit of one domain: its context, its Swedish, where it stands.
// content/README.md, "Units of translation", is the definition.
#pragma once

#include <string>
#include <vector>

#include "sources.h"

namespace kiosk::tool {

struct Unit {
  std::string context, source;
  std::string note;                    // for the translator
  std::vector<SourcePosition> places;  // at least one
  std::string page, block;             // empty where it is of no page
  bool message = false;                // ICU MessageFormat
};

// Names of units.
std::string page_context(std::string_view page, std::string_view block);
std::string contact_context(std::string_view contact, std::string_view what);
std::string glossary_context(std::string_view term, std::string_view what);
std::string phrase_context(std::string_view phrase);
std::string situation_context(std::string_view situation);
std::string notice_context(std::string_view notice);
std::string poll_context(std::string_view poll, std::string_view what);    // question | choice
std::string event_context(std::string_view event, std::string_view what);  // title | text
std::string hours_context(std::string_view place);
std::string topic_context(std::string_view topic);
inline constexpr std::string_view kSiteNameContext = "site#name";
// What stands before and from the '#' of a unit's name: the page's id, or another thing's, and "#block".
std::string_view page_of(std::string_view context);
std::string_view block_of(std::string_view context);

// In the order of the source; equal texts of one context are one unit.
std::vector<Unit> part_units(const SourcePart& part);
std::vector<Unit> ui_units(const std::vector<UiMessage>& ui);

inline constexpr std::string_view kUiDomain = "ui";  // the kiosk's own words
// "ui", "core" and the sites', in this order.
struct Domain {
  std::string name;
  std::vector<Unit> units;
};
std::vector<Domain> domains_of(const Sources& sources);

}  // namespace kiosk::tool
