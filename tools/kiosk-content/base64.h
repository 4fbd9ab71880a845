// Base64 (RFC 4648, section 4), for pictures inside a page.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::tool {

std::string base64(std::string_view bytes);

}  // namespace kiosk::tool
