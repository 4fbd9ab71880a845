// Check "recording": each recording is decoded as the kiosk will, on all cores, and says a text that stands on its
// page.
#pragma once

#include "project.h"

namespace kiosk::tool {

// Of the languages whose translations are loaded; the others' recordings are only decoded.
void check_recordings(const Project& project, DiagnosticSink& sink);

}  // namespace kiosk::tool
