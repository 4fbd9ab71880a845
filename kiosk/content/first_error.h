// The first error of a sink as one line, for readers that can only say why they failed.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace kiosk::content {

// "path:line:column: message", and " (hint)" where there is one. The sink has at least one error.
std::string first_error(const DiagnosticSink& sink);

}  // namespace kiosk::content
