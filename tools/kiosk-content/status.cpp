#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/html_page.h"
#include "base/utf8.h"
#include "command.h"
#include "findings.h"
#include "project.h"

namespace kiosk::tool {
namespace {

struct StatusOptions {
  std::string site, format = "text", by = "language";
  std::vector<std::string> languages;
};

struct Counts {
  std::string of;  // a language, a page, a board
  int units = 0;
  std::map<UnitState, int> in;
};

constexpr UnitState kStates[] = {UnitState::kMissing,  UnitState::kMachine,    UnitState::kReview,
                                 UnitState::kOutdated, UnitState::kTranslated, UnitState::kReviewed};

// In the order of their first unit.
class Table {
 public:
  void count(const std::string& of, UnitState state) {
    const auto [found, fresh] = index_.emplace(of, rows_.size());
    if (fresh) rows_.push_back({of, 0, {}});
    Counts& row = rows_[found->second];
    ++row.units;
    ++row.in[state];
  }
  std::vector<Counts>& rows() { return rows_; }

 private:
  std::vector<Counts> rows_;
  std::map<std::string, std::size_t> index_;
};

// What is on no page is counted as its file's.
std::string page_of(const Domain& domain, const Unit& unit) {
  return unit.page.empty() ? domain.name + ".po" : unit.page;
}

std::map<std::string, std::string> owners_of(const Sources& sources) {
  std::map<std::string, std::string> owners;
  const auto add = [&](const SourcePart& part) {
    for (const SourcePage& page : part.pages) owners[page.id] = page.owner;
  };
  add(sources.core);
  for (const SourcePart& site : sources.sites) add(site);
  return owners;
}

Table count_units(const Project& project, const StatusOptions& options) {
  const std::map<std::string, std::string> owners = owners_of(project.sources);
  Table table;
  for (const auto& [tag, translations] : project.translations) {
    const auto& wanted = options.languages;
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), tag) == wanted.end()) continue;
    for (const Domain& domain : project.domains)
      for (const Unit& unit : domain.units) {
        const PoEntry* entry = translations.find(domain.name, unit.context, unit.source);
        std::string of = tag;
        if (options.by != "language") of = page_of(domain, unit);
        if (options.by == "board")
          if (const auto owner = owners.find(unit.page); owner != owners.end()) of = owner->second;
        table.count(of, entry == nullptr ? UnitState::kMissing : state_of(*entry));
      }
  }
  return table;
}

void print_json(std::vector<Counts>& rows, const std::string& by) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (Counts& row : rows) {
    nlohmann::ordered_json entry = {{by, row.of}, {"units", row.units}};
    for (const UnitState state : kStates) entry[to_string(state)] = row.in[state];
    list.push_back(std::move(entry));
  }
  std::cout << list.dump(1) << "\n";
}

// Columns count characters.
std::string padded(const std::string& text, std::size_t width, bool at_end) {
  const std::string space(width - std::min(width, count_characters(text)), ' ');
  return at_end ? space + text : text + space;
}

void print_text(std::vector<Counts>& rows, const std::string& by, const Words& words) {
  constexpr std::size_t kNumber = 12;
  std::size_t width = kNumber;
  for (const Counts& row : rows) width = std::max(width, count_characters(row.of) + 1);
  std::cout << padded(words.of(by), width, false) << padded(words.of("units"), 8, true);
  for (const UnitState state : kStates) std::cout << padded(words.of(to_string(state)), kNumber, true);
  std::cout << "\n";
  for (Counts& row : rows) {
    std::cout << padded(row.of, width, false) << padded(std::to_string(row.units), 8, true);
    for (const UnitState state : kStates) std::cout << padded(std::to_string(row.in[state]), kNumber, true);
    std::cout << "\n";
  }
}

void print_html(std::vector<Counts>& rows, const std::string& by, const Words& words) {
  std::string out = html_head(words.of("How far the translations are"), words.language()) + "<table>\n<tr>";
  const auto head = [&](std::string_view english) { out += "<th>" + escaped(words.of(english)) + "</th>"; };
  head(by);
  head("units");
  for (const UnitState state : kStates) head(to_string(state));
  out += "</tr>\n";
  for (Counts& row : rows) {
    out += "<tr><td>" + escaped(row.of) + "</td><td class=\"n\">" + std::to_string(row.units) + "</td>";
    for (const UnitState state : kStates) {
      const int n = row.in[state];
      out += "<td class=\"n" + (n == 0 ? std::string() : std::string(" ") + to_string(state)) + "\">" +
             std::to_string(n) + "</td>";
    }
    out += "</tr>\n";
  }
  std::cout << out << "</table>\n" << kHtmlEnd;
}

int run_status(const std::string& root, const StatusOptions& options, const Words& words) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  if (!known_languages(project.sources, options.languages)) return 2;
  project.load_translations(root, options.languages, sink);
  Table table = count_units(project, options);
  if (options.format == "json")
    print_json(table.rows(), options.by);
  else if (options.format == "html")
    print_html(table.rows(), options.by, words);
  else
    print_text(table.rows(), options.by, words);
  print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_status(CommandLine& line, const Context& context) {
  auto options = std::make_shared<StatusOptions>();
  Verb verb = line.verb("status", "Counts the translations by language, page or board, and by state",
                        "kiosk-content status --by board --langs ar,so --format html > status.html");
  verb.text("--by", options->by, "language, page or board").one_of({"language", "page", "board"});
  verb.text("--site", options->site, "Only this site and the core");
  verb.texts("--langs", options->languages, "Only these languages");
  verb.text("--format", options->format, "text, json or html").one_of({"text", "json", "html"});
  verb.run([options, &context] { return run_status(context.root, *options, context.words); });
}

}  // namespace kiosk::tool
