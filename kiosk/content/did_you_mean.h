// The hint for a word that is none of the known ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

// "did you mean 'title'?", or the known words where none is near and they are few; else empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace kiosk::content
