#include "command.h"

#include <CLI/CLI.hpp>

#include "i18n/locale.h"

namespace kiosk::tool {

int run_command(const std::vector<std::string>& arguments) {
  i18n::use_root_locale();
  CLI::App app{"Compiles, checks and carries the content of the kiosk.", "kiosk-content"};
  Context context;
  app.add_option("--root", context.root, "The project's root folder")->capture_default_str();
  app.require_subcommand(1);
  app.fallthrough();
  add_extract(app, context);
  add_update(app, context);
  add_export(app, context);
  add_import(app, context);
  add_review(app, context);
  add_status(app, context);
  add_check(app, context);
  add_build(app, context);
  add_preview(app, context);
  add_report(app, context);
  add_layout(app, context);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the back
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return context.exit_status;
}

}  // namespace kiosk::tool
