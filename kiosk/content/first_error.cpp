#include "content/first_error.h"

#include <algorithm>

#include "base/check.h"

namespace kiosk::content {

std::string first_error(const DiagnosticSink& sink) {
  const auto& all = sink.all();
  const auto is_error = [](const Diagnostic& d) { return d.severity == Severity::kError; };
  const auto it = std::find_if(all.begin(), all.end(), is_error);
  KIOSK_CHECK(it != all.end());
  const SourcePosition& at = it->at;
  std::string line = at.path;
  if (at.line > 0) line += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  line += ": " + it->message;
  if (!it->hint.empty()) line += " (" + it->hint + ")";
  return line;
}

}  // namespace kiosk::content
