#include "text/engine.h"

#include <hb.h>
#include <unicode/uvernum.h>

namespace kiosk::text {

std::string engine_versions() { return std::string("HarfBuzz ") + hb_version_string() + ", ICU " U_ICU_VERSION; }

}  // namespace kiosk::text
