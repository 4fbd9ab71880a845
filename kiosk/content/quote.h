// A culprit as messages show it: in single quotes, cut when long.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::content {

std::string quote(std::string_view text);

}  // namespace kiosk::content
