// kiosk-content: compiles, checks and carries the kiosk's content. Arguments and wiring only.
#include <CLI/CLI.hpp>

#include "command.h"

int main(int argc, char** argv) {
  CLI::App app{"Compiles, checks and carries the content of the kiosk."};
  kiosk::tool::Context context;
  app.add_option("--root", context.root, "The project's root folder")->capture_default_str();
  app.require_subcommand(1);
  app.fallthrough();
  kiosk::tool::add_extract(app, context);
  kiosk::tool::add_update(app, context);
  kiosk::tool::add_import(app, context);
  kiosk::tool::add_review(app, context);
  kiosk::tool::add_status(app, context);
  kiosk::tool::add_check(app, context);
  kiosk::tool::add_build(app, context);
  kiosk::tool::add_layout(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return context.exit_status;
}
