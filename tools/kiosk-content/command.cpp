#include "command.h"

#include <algorithm>
#include <iostream>

#include "i18n/locale.h"

namespace kiosk::tool {
namespace {

// Asked for before anything is said, and so before the line is parsed.
std::string_view language_asked_for(const std::vector<std::string>& arguments, std::string_view otherwise) {
  constexpr std::string_view kOption = "--messages";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == kOption && i + 1 < arguments.size()) return arguments[i + 1];
    if (arguments[i].starts_with("--messages=")) return std::string_view(arguments[i]).substr(kOption.size() + 1);
  }
  return otherwise;
}

}  // namespace

int run_command(const std::vector<std::string>& arguments, std::string_view language) {
  i18n::use_root_locale();
  Context context{".", Words(language_asked_for(arguments, language))};
  const SpokenStream out(std::cout, context.words), err(std::cerr, context.words);
  CommandLine line(context.root, context.words);
  add_verbs(line, context);
  return line.parse(arguments);
}

void add_verbs(CommandLine& line, const Context& context) {
  for (const auto add :
       {add_new,   add_extract, add_update,  add_export,  add_import, add_review, add_status,  add_standby,
        add_check, add_build,   add_preview, add_speak,   add_report, add_layout, add_figures, add_keygen,
        add_pack,  add_verify,  add_diff,    add_install, add_pull,   add_pin})
    add(line, context);
}

}  // namespace kiosk::tool
