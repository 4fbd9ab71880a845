// Shows what was found: as text with the source line, as JSON for other programs, as HTML to hand on. AUTOMATION.md
// fixes the JSON.
#pragma once

#include <ostream>
#include <string>

#include "base/diagnostic.h"
#include "words.h"

namespace kiosk::tool {

enum class Format { kText, kJson };

// Sorted by path, line and column; the lines of sources are read from below the root where a finding has none.
std::vector<Diagnostic> sorted_findings(const DiagnosticSink& sink, const std::string& root);

void print_findings(std::ostream& out, const std::vector<Diagnostic>& findings, Format format);

// One HTML file: the sum, then the findings file by file.
std::string findings_html(const std::vector<Diagnostic>& findings, const Words& words);

// "2 errors, 1 warning"
std::string count_findings(const std::vector<Diagnostic>& findings);

}  // namespace kiosk::tool
