// The verbs of kiosk-content. Each adds its sub-command to the command line; the callback sets the exit status
// (0 done, 1 errors found, 2 usage or unreadable input).
#pragma once

#include <CLI/App.hpp>

namespace kiosk::tool {

struct Context {
  std::string root = ".";  // the project's root, --root
  int exit_status = 0;
};

void add_layout(CLI::App& app, Context& context);

}  // namespace kiosk::tool
