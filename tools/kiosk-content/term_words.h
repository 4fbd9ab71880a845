// How the words of a glossary are compared with a text: lower case, and in which ways a translated term says it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::tool {

std::string lower_case(std::string_view text);

// "a (b) / c" is three ways to say it.
std::vector<std::string> ways_to_say(std::string_view term);

}  // namespace kiosk::tool
