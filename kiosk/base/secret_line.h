// A password or PIN asked for: from the terminal without echo, or one line of standard input where there is none.
#pragma once

#include <string>

namespace kiosk {

// Without its line end. The question goes to stderr.
std::string ask_secret(const std::string& question);
// Is somebody at a terminal, who may mistype?
bool asks_a_person();

}  // namespace kiosk
