// What is wrong on this device as it is configured, for `kiosk --check`: each finding at its line of the configuration,
// with what to do. Changes nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/options.h"
#include "base/diagnostic.h"

namespace kiosk::app {

// What only SDL knows.
struct DeviceFacts {
  std::vector<std::string> audio_devices;
};

// The configuration is read again: the options may have been changed by the command line. None without one.
std::vector<Diagnostic> check_device(const Options& options, const DeviceFacts& facts);

// On stderr; the exit status of AUTOMATION.md: 1 when there is an error among them.
int report(const std::vector<Diagnostic>& findings);

}  // namespace kiosk::app
