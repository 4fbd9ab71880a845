// The verbs of kiosk-content. Each adds its sub-command to the command line; the callback sets the exit status
// (0 done, 1 errors found, 2 usage or unreadable input).
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace kiosk::tool {

struct Context {
  std::string root = ".";  // the project's root, --root
  int exit_status = 0;
};

// The whole command line, without the program's name; the exit status. Used by main and by tests.
int run_command(const std::vector<std::string>& arguments);

void add_build(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_extract(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_layout(CLI::App& app, Context& context);
void add_preview(CLI::App& app, Context& context);
void add_report(CLI::App& app, Context& context);
void add_review(CLI::App& app, Context& context);
void add_status(CLI::App& app, Context& context);
void add_update(CLI::App& app, Context& context);

}  // namespace kiosk::tool
