#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "command.h"
#include "figures_values.h"
#include "project.h"

namespace kiosk::tool {
namespace {

using stats::CountKind;

struct FiguresOptions {
  std::string site, format = "html", from, to;
  std::vector<std::string> stores;
};

nlohmann::ordered_json shown_json(const Shown& n) {
  return n ? nlohmann::ordered_json(*n) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json line_json(const FigureLine& line) {
  nlohmann::ordered_json kinds = nlohmann::ordered_json::object();
  for (const auto& [kind, series] : line.of) {
    nlohmann::ordered_json entry = {{"total", shown_json(series.total)}};
    for (const Shown& n : series.weeks) entry["weeks"].push_back(shown_json(n));
    kinds[to_string(kind)] = std::move(entry);
  }
  return {{"id", line.id}, {"title", line.title}, {"kinds", kinds}};
}

void print_json(const Figures& figures) {
  nlohmann::ordered_json out = {{"from", figures.from},
                                {"to", figures.to},
                                {"stores", figures.stores},
                                {"weeks", figures.weeks},
                                {"all", line_json(figures.all)["kinds"]}};
  const auto add = [&](const char* name, const std::vector<FigureLine>& lines) {
    out[name] = nlohmann::ordered_json::array();
    for (const FigureLine& line : lines) out[name].push_back(line_json(line));
  };
  add("boards", figures.boards);
  add("topics", figures.topics);
  add("languages", figures.languages);
  add("pages", figures.pages);
  out["polls"] = nlohmann::ordered_json::array();
  for (const FigurePoll& poll : figures.polls) {
    nlohmann::ordered_json choices = nlohmann::ordered_json::array();
    for (const auto& [text, n] : poll.choices) choices.push_back({{"text", text}, {"n", shown_json(n)}});
    out["polls"].push_back(
        {{"id", poll.id}, {"question", poll.question}, {"total", shown_json(poll.total)}, {"choices", choices}});
  }
  std::cout << out.dump(1) << "\n";
}

// A spreadsheet takes a text that begins so for a formula.
std::string csv_text(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, "'");
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

// As a Swedish spreadsheet reads it: byte order mark, semicolons, CR LF. ".." is withheld, as in official statistics.
void print_csv(const Figures& figures, const Words& words) {
  std::string out = "\xEF\xBB\xBF";
  for (const char* head : {"by", "title", "week", "kind", "count"})
    out += (head == std::string_view("by") ? "" : ";") + words.of(head);
  const auto row = [&](const char* by, const std::string& title, const std::string& week, const std::string& kind,
                       const Shown& n) {
    out +=
        "\r\n" + words.of(by) + ";" + csv_text(title) + ";" + week + ";" + kind + ";" + (n ? std::to_string(*n) : "..");
  };
  const auto lines = [&](const char* by, const std::vector<FigureLine>& of) {
    for (const FigureLine& line : of)
      for (const auto& [kind, series] : line.of) {
        const std::string title = line.title.empty() ? words.of("other") : line.title;
        row(by, title, "", words.of(to_string(kind)), series.total);
        for (std::size_t w = 0; w < series.weeks.size(); ++w)
          row(by, title, figures.weeks[w], words.of(to_string(kind)), series.weeks[w]);
      }
  };
  FigureLine all = figures.all;
  all.title = words.of("all");
  lines("all", {all});
  lines("board", figures.boards);
  lines("topic", figures.topics);
  lines("language", figures.languages);
  lines("page", figures.pages);
  for (const FigurePoll& poll : figures.polls)
    for (const auto& [text, n] : poll.choices) row("poll", poll.question + ": " + text, "", words.of("poll"), n);
  std::cout << out << "\r\n" << std::flush;
}

int fail_with(const std::string& message) {
  std::cerr << message << "\n";
  return 2;
}

int run_figures(const std::string& root, const FiguresOptions& options, const Words& words) {
  DiagnosticSink sink;
  const Sources sources = load_sources(root, options.site, sink);
  std::vector<std::vector<stats::Row>> stores;
  std::vector<std::string> names;
  std::set<std::filesystem::path> seen;
  for (const std::string& store : options.stores) {
    std::error_code error;
    const std::filesystem::path path = std::filesystem::weakly_canonical(store, error);
    if (!seen.insert(path).second) return fail_with(store + ": the same store is given twice");
    auto rows = stats::read_rows(store, options.from, options.to);
    if (!rows) return fail_with(rows.error().message);
    stores.push_back(std::move(*rows));
    names.push_back(path.parent_path().filename().string() + "/" + path.filename().string());
  }
  auto figures = collect_figures(stats::merge(stores), sources, words.language());
  if (!figures) return fail_with(figures.error().message);
  figures->stores = std::move(names);
  if (options.format == "json")
    print_json(*figures);
  else if (options.format == "csv")
    print_csv(*figures, words);
  else
    std::cout << figures_html(*figures, words);
  return 0;
}

}  // namespace

void add_figures(CommandLine& line, const Context& context) {
  auto options = std::make_shared<FiguresOptions>();
  Verb verb = line.verb("figures", "Adds up what kiosks have counted, by week, board, topic and language",
                        "kiosk-content figures --store kiosk-1.sqlite --store kiosk-2.sqlite > figures.html");
  verb.repeated("--store", options->stores, "A kiosk's store of counts; give one for each kiosk").required();
  verb.text("--site", options->site, "Only this site and the core");
  verb.text("--from", options->from, "The first day, as 2026-01-01").date();
  verb.text("--to", options->to, "The last day, as 2026-12-31").date();
  verb.text("--format", options->format, "json, html or csv").one_of({"json", "html", "csv"});
  verb.run([options, &context] { return run_figures(context.root, *options, context.words); });
}

}  // namespace kiosk::tool
