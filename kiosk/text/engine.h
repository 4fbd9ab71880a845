// Which libraries lay text out, for the layout dump and bug reports.
#pragma once

#include <string>

namespace kiosk::text {

std::string engine_versions();  // "HarfBuzz 6.0.0, ICU 72.1"

}  // namespace kiosk::text
