#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "command.h"
#include "findings.h"
#include "project.h"

namespace kiosk::tool {
namespace {

struct StatusOptions {
  std::string site, format = "text";
};

struct Counts {
  std::string language;
  int units = 0;
  std::map<UnitState, int> of;
};

constexpr UnitState kStates[] = {UnitState::kMissing,  UnitState::kMachine,    UnitState::kReview,
                                 UnitState::kOutdated, UnitState::kTranslated, UnitState::kReviewed};

int run_status(const std::string& root, const StatusOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  project.load_translations(root, {}, sink);
  std::vector<Counts> all;
  for (const auto& [tag, translations] : project.translations) {
    Counts counts{tag, 0, {}};
    for (const Domain& domain : project.domains)
      for (const Unit& unit : domain.units) {
        const PoEntry* entry = translations.find(domain.name, unit.context, unit.source);
        ++counts.units;
        ++counts.of[entry == nullptr ? UnitState::kMissing : state_of(*entry)];
      }
    all.push_back(std::move(counts));
  }
  if (options.format == "json") {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (Counts& counts : all) {
      nlohmann::ordered_json entry = {{"language", counts.language}, {"units", counts.units}};
      for (const UnitState state : kStates) entry[to_string(state)] = counts.of[state];
      list.push_back(std::move(entry));
    }
    std::cout << list.dump(1) << "\n";
  } else {
    std::cout << std::left << std::setw(12) << "language" << std::right << std::setw(8) << "units";
    for (const UnitState state : kStates) std::cout << std::setw(12) << to_string(state);
    std::cout << "\n";
    for (Counts& counts : all) {
      std::cout << std::left << std::setw(12) << counts.language << std::right << std::setw(8) << counts.units;
      for (const UnitState state : kStates) std::cout << std::setw(12) << counts.of[state];
      std::cout << "\n";
    }
  }
  print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_status(CommandLine& line, const Context& context) {
  auto options = std::make_shared<StatusOptions>();
  Verb verb =
      line.verb("status", "Counts the translations of each language by state", "kiosk-content status --format json");
  verb.text("--site", options->site, "Only this site and the core");
  verb.text("--format", options->format, "text or json").one_of({"text", "json"});
  verb.run([options, &context] { return run_status(context.root, *options); });
}

}  // namespace kiosk::tool
