#include "command_line.h"

#include <CLI/CLI.hpp>

#include "today.h"

namespace kiosk::tool {

struct CommandLine::Data {
  CLI::App app;
  const Words& words;
  std::vector<std::string> texts;
  int exit_status = 0;
  std::string messages;

  explicit Data(const Words& spoken) : words(spoken) {}
  std::string say(const char* english) {
    texts.emplace_back(english);
    return words.of(english);
  }
};

struct Verb::Data {
  CommandLine::Data& line;
  CLI::App& app;
  CLI::Option* last = nullptr;
  std::vector<const char*> one_of_these;

  // Thrown to the parser, which says it as any other error of usage.
  void check_one() const {
    int given = 0;
    std::string all;
    for (const char* name : one_of_these) {
      given += app.get_option(name)->count() > 0;
      all += (all.empty() ? "" : ", ") + std::string(name);
    }
    if (!one_of_these.empty() && given != 1) throw CLI::RequiredError("exactly one of " + all);
  }
};

Verb& Verb::text(const char* names, std::string& into, const char* help) {
  data_->last = data_->app.add_option(names, into, data_->line.say(help));
  return *this;
}

Verb& Verb::texts(const char* names, std::vector<std::string>& into, const char* help) {
  data_->last = data_->app.add_option(names, into, data_->line.say(help))->delimiter(',');
  return *this;
}

Verb& Verb::repeated(const char* names, std::vector<std::string>& into, const char* help) {
  data_->last = data_->app.add_option(names, into, data_->line.say(help));
  return *this;
}

Verb& Verb::number(const char* names, int& into, const char* help, std::vector<std::string> allowed) {
  data_->last = data_->app.add_option(names, into, data_->line.say(help))->check(CLI::IsMember(std::move(allowed)));
  return *this;
}

Verb& Verb::number(const char* names, double& into, const char* help, double least, double most) {
  data_->last = data_->app.add_option(names, into, data_->line.say(help))->check(CLI::Range(least, most));
  return *this;
}

Verb& Verb::flag(const char* names, bool& into, const char* help) {
  data_->last = data_->app.add_flag(names, into, data_->line.say(help));
  return *this;
}

Verb& Verb::required() {
  data_->last->required();
  return *this;
}

Verb& Verb::one_of(std::vector<std::string> allowed) {
  data_->last->check(CLI::IsMember(std::move(allowed)));
  return *this;
}

Verb& Verb::date() {
  data_->last->check(
      [](const std::string& date) { return is_iso_date(date) ? std::string() : "a date is written as 2026-11-22"; });
  return *this;
}

Verb& Verb::excludes(const char* names) {
  data_->last->excludes(data_->app.get_option(names));
  return *this;
}

Verb& Verb::exactly_one(std::vector<const char*> names) {
  data_->one_of_these = std::move(names);
  return *this;
}

void Verb::run(std::function<int()> action) {
  data_->app.callback([data = data_, action = std::move(action)] {
    data->check_one();
    data->line.exit_status = action();
  });
}
namespace {

constexpr const char* kLabels[] = {"Usage",      "OPTIONS",     "Options",  "Positionals", "Subcommands",
                                   "SUBCOMMAND", "SUBCOMMANDS", "REQUIRED", "Excludes"};

}  // namespace

CommandLine::CommandLine(std::string& root, const Words& words) : data_(std::make_unique<Data>(words)) {
  CLI::App& app = data_->app;
  app.name("kiosk-content");
  app.description(data_->say("Compiles, checks and carries the content of the kiosk."));
  for (const char* label : kLabels) app.get_formatter()->label(label, data_->say(label));
  app.option_defaults()->group(data_->say("Options"));  // the verbs' too
  app.set_help_flag("-h,--help", data_->say("Print this help message and exit"))->group(data_->say("Options"));
  app.add_option("--root", root, data_->say("The project's root folder"))->capture_default_str();
  app.add_option("--messages", data_->messages, data_->say("The language of messages; else that of the computer"))
      ->check(CLI::IsMember({"sv", "en"}));
  app.require_subcommand(1);
  app.fallthrough();
}

CommandLine::~CommandLine() = default;

Verb CommandLine::verb(const char* name, const char* help, const char* example) {
  CLI::App& app = *data_->app.add_subcommand(name, data_->say(help));
  app.group(data_->say("Subcommands"));
  app.set_help_flag("-h,--help", data_->say("Print this help message and exit"))->group(data_->say("Options"));
  app.footer(data_->say("Example:") + " " + example + "\n");
  return Verb(std::make_shared<Verb::Data>(Verb::Data{*data_, app, nullptr, {}}));
}

int CommandLine::parse(const std::vector<std::string>& arguments) {
  try {
    data_->app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the back
  } catch (const CLI::ParseError& error) {
    return data_->app.exit(error) == 0 ? 0 : 2;
  }
  return data_->exit_status;
}

const std::vector<std::string>& CommandLine::texts() const { return data_->texts; }

}  // namespace kiosk::tool
