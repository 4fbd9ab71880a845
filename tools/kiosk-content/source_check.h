// What can be wrong between the sources: ids that stand twice, links, facts, contacts and topics that do not exist,
// facts and pages out of date, phones and addresses outside facts.yaml.
#pragma once

#include <string_view>

#include "page_scope.h"
#include "sources.h"

namespace kiosk::tool {

// `today` is an ISO date. Findings about the core come once, however many sites there are. In a narrower scope only the
// errors of its pages come.
void check_sources(const Sources& sources, std::string_view today, const PageScope& scope, DiagnosticSink& sink);

}  // namespace kiosk::tool
