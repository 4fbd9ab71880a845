#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "command.h"
#include "project.h"
#include "stats/figures.h"

namespace kiosk::tool {
namespace {

using stats::FigureLine;
using stats::FigurePoll;
using stats::Figures;
using stats::Shown;

struct FiguresOptions {
  std::string site, format = "html", from, to;
  std::vector<std::string> stores;
};

nlohmann::ordered_json shown_json(const Shown& n) {
  return n ? nlohmann::ordered_json(*n) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json series_json(const stats::Series& series) {
  nlohmann::ordered_json out = {{"total", shown_json(series.total)}};
  for (const Shown& n : series.parts) out["parts"].push_back(shown_json(n));
  return out;
}

nlohmann::ordered_json line_json(const FigureLine& line) {
  nlohmann::ordered_json kinds = nlohmann::ordered_json::object();
  for (const auto& [kind, series] : line.of) kinds[to_string(kind)] = series_json(series);
  nlohmann::ordered_json out = {{"id", line.id}, {"title", line.title}, {"kinds", kinds}};
  if (line.answers.total) out["answers"] = series_json(line.answers);
  if (line.satisfied_total) out["satisfied"] = *line.satisfied_total;
  return out;
}

void print_json(const Figures& figures) {
  nlohmann::ordered_json out = {{"from", figures.from},
                                {"to", figures.to},
                                {"stores", figures.stores},
                                {"weeks", figures.weeks},
                                {"all", line_json(figures.all)}};
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

stats::Subjects subjects_of(const Sources& sources, std::string_view language) {
  stats::Subjects subjects;
  const auto take = [&](const SourcePart& part) {
    for (const SourcePage& page : part.pages) subjects.pages[page.id] = {page.title.text, page.owner, page.topic};
    for (const TopicSource& topic : part.topics) subjects.topics[topic.id] = topic.title.text;
    for (const PollSource& poll : part.polls) {
      stats::Subjects::Poll& of = subjects.polls[poll.id] = {poll.question.text, {}};
      for (const PollSource::Choice& choice : poll.choices) of.choices.emplace_back(choice.id, choice.text.text);
    }
  };
  take(sources.core);
  for (const SourcePart& site : sources.sites) take(site);
  for (const content::Language& l : sources.languages)
    subjects.languages[l.tag] = language == "sv" ? l.name_sv : l.name_en;
  return subjects;
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
  auto figures = stats::collect_figures(stats::merge(stores), subjects_of(sources, words.language()));
  if (!figures) return fail_with(figures.error().message);
  figures->stores = std::move(names);
  if (options.format == "json")
    print_json(*figures);
  else if (options.format == "csv")
    std::cout << stats::figures_csv(*figures, words.language()) << std::flush;
  else
    std::cout << stats::figures_html(*figures, words.language());
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
