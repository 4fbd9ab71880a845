// A device's own configuration (/etc/kiosk/kiosk.yaml) read over the options' defaults; the command line is read after
// it and wins. The keys and their limits stand in read_device_config.cpp, explained in tools/packaging/kiosk.yaml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/options.h"
#include "base/diagnostic.h"

namespace kiosk::app {

inline constexpr const char* kInstalledConfig = "/etc/kiosk/kiosk.yaml";

// False with errors in the sink, each with line, column, the line itself and a hint; the options are then half changed
// and not to be used. `path` is what messages call it.
bool read_device_config(std::string_view text, const std::string& path, Options& options, DiagnosticSink& sink);
bool load_device_config(const std::string& path, Options& options, DiagnosticSink& sink);

// Every key that may stand there, sorted: "screen.mm", "site". What may stand behind each: packaging/kiosk.schema.json.
std::vector<std::string> device_config_keys();

}  // namespace kiosk::app
