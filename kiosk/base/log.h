// One line per event on stderr, where systemd's journal picks it up. Never given what a resident types or a PIN.
#pragma once

#include <cstdint>
#include <string_view>

namespace kiosk {

void log_error(std::string_view message);
// How often log_error was called since the start.
std::int64_t errors_logged();
void log_warning(std::string_view message);
// Says each message once per run: for gaps that would repeat on every frame (a missing glyph, image, voice).
void log_once(std::string_view message);

}  // namespace kiosk
