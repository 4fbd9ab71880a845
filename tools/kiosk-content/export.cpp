#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "command.h"
#include "findings.h"
#include "project.h"
#include "xliff.h"

namespace kiosk::tool {
namespace {

struct ExportOptions {
  std::string language, domain, out, format = "csv", xliff;
  std::vector<std::string> states;
  bool csv = false;
};

std::string cell(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

// What Excel in Swedish opens by a double click: a byte order mark, semicolons, CRLF.
std::string csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ";") + cell(row[i]);
    out += "\r\n";
  }
  return out;
}

std::string json_lines(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    nlohmann::ordered_json line;
    for (std::size_t i = 0; i < rows[r].size(); ++i) line[rows[0][i]] = rows[r][i];
    out += line.dump() + "\n";
  }
  return out;
}

int run_export(const std::string& root, const ExportOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, {}, sink);
  if (!known_languages(project.sources, {options.language})) return 2;
  const auto domain = std::find_if(project.domains.begin(), project.domains.end(),
                                   [&](const Domain& d) { return d.name == options.domain; });
  if (domain == project.domains.end() || options.language == kSourceLanguage) {
    std::cerr << "there are no translations '" << options.domain << "' of " << options.language
              << "; --domain is ui, core or a site's name\n";
    return 2;
  }
  project.load_translations(root, {options.language}, sink);
  std::vector<std::vector<std::string>> rows = {{"context", "source", "target", "state", "note"}};
  std::vector<XliffUnit> units;
  for (const Unit& unit : domain->units) {
    const PoEntry* entry = project.translations.at(options.language).find(domain->name, unit.context, unit.source);
    const UnitState state = entry == nullptr ? UnitState::kMissing : state_of(*entry);
    const auto& states = options.states;
    if (!states.empty() && std::find(states.begin(), states.end(), to_string(state)) == states.end()) continue;
    units.push_back({&unit, entry == nullptr ? "" : entry->text(), state});
    rows.push_back({unit.context, unit.source, entry == nullptr ? "" : entry->text(), to_string(state), unit.note});
  }
  std::string bytes;
  if (options.xliff.empty())
    bytes = options.csv || options.format == "csv" ? csv(rows) : json_lines(rows);
  else
    bytes = write_xliff(options.xliff == "1.2" ? XliffVersion::k12 : XliffVersion::k21, options.language,
                        options.domain, units);
  print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
  if (const auto written = write_file(options.out, bytes); !written) {
    std::cerr << written.error().message << "\n";
    return 2;
  }
  std::cout << options.out << ": " << rows.size() - 1 << " units\n";
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_export(CommandLine& line, const Context& context) {
  auto options = std::make_shared<ExportOptions>();
  Verb verb = line.verb("export", "Writes a table or XLIFF for a translator, which import takes back",
                        "kiosk-content export --lang so --domain core --states missing,outdated --out to-agency.csv");
  verb.text("--lang", options->language, "The language").required();
  verb.text("--domain", options->domain, "ui, core or a site's name").required();
  verb.text("--out", options->out, "The file to write").required();
  verb.texts("--states", options->states, "Only units of these states")
      .one_of({"missing", "machine", "review", "outdated", "translated", "reviewed"});
  verb.text("--format", options->format, "csv (for spreadsheets) or jsonl").one_of({"csv", "jsonl"});
  verb.text("--xliff", options->xliff, "Write XLIFF of this version instead, for translators' programs")
      .one_of({"1.2", "2.1"});
  verb.flag("--csv", options->csv, "Write CSV, as without any format");
  verb.run([options, &context] { return run_export(context.root, *options); });
}

}  // namespace kiosk::tool
