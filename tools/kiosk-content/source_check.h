// What can be wrong between the sources: ids that stand twice, links, facts, contacts and topics that do not exist,
// facts and pages out of date, phones and addresses outside facts.yaml.
#pragma once

#include <string_view>

#include "sources.h"

namespace kiosk::tool {

// `today` is an ISO date. Findings about the core come once, however many sites there are.
void check_sources(const Sources& sources, std::string_view today, DiagnosticSink& sink);

}  // namespace kiosk::tool
