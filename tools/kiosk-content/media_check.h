// Whether the files beside the texts are what they seem: every picture is decoded as the kiosk will, on all cores.
#pragma once

#include "sources.h"

namespace kiosk::tool {

void check_media(const Sources& sources, DiagnosticSink& sink);

}  // namespace kiosk::tool
