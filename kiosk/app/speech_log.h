// What was spoken, one JSON object a line: when, language, voice (or recording), text, element, and how long it sounds
// (or why not).
#pragma once

#include <string>

#include "speech/speaker.h"

namespace kiosk::app {

// Begins the file anew; what cannot be written is left out.
speech::Speaker::Log speech_log(const std::string& path);

}  // namespace kiosk::app
