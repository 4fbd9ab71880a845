// The verbs of kiosk-content. Each declares its options on the command line and what it runs; its exit status is 0
// done, 1 errors found, 2 usage or unreadable input.
#pragma once

#include <string>
#include <vector>

#include "command_line.h"

namespace kiosk::tool {

// What every verb is given. Outlives them.
struct Context {
  std::string root = ".";  // the project's root, --root
  Words words;
};

// The whole command line, without the program's name; the exit status. Used by main and by tests. `language` is that of
// the messages, unless the line says --messages.
int run_command(const std::vector<std::string>& arguments, std::string_view language = "en");

void add_verbs(CommandLine& line, const Context& context);

void add_build(CommandLine& line, const Context& context);
void add_check(CommandLine& line, const Context& context);
void add_diff(CommandLine& line, const Context& context);
void add_export(CommandLine& line, const Context& context);
void add_extract(CommandLine& line, const Context& context);
void add_figures(CommandLine& line, const Context& context);
void add_import(CommandLine& line, const Context& context);
void add_install(CommandLine& line, const Context& context);
void add_keygen(CommandLine& line, const Context& context);
void add_layout(CommandLine& line, const Context& context);
void add_new(CommandLine& line, const Context& context);
void add_pack(CommandLine& line, const Context& context);
void add_pin(CommandLine& line, const Context& context);
void add_preview(CommandLine& line, const Context& context);
void add_pull(CommandLine& line, const Context& context);
void add_report(CommandLine& line, const Context& context);
void add_review(CommandLine& line, const Context& context);
void add_speak(CommandLine& line, const Context& context);
void add_standby(CommandLine& line, const Context& context);
void add_status(CommandLine& line, const Context& context);
void add_update(CommandLine& line, const Context& context);
void add_verify(CommandLine& line, const Context& context);

}  // namespace kiosk::tool
