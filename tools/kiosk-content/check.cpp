#include <iostream>
#include <memory>

#include "command.h"
#include "findings.h"
#include "fit_check.h"
#include "progress.h"
#include "project.h"
#include "today.h"

namespace kiosk::tool {
namespace {

struct CheckOptions {
  std::string site, date, format = "text";
  std::vector<std::string> languages;
  bool no_fit = false, hints = false;
};

int run_check(const std::string& root, const CheckOptions& options, const Words& words) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  if (!known_languages(project.sources, options.languages)) return 2;
  project.load_translations(root, options.languages, sink);
  const std::string date = options.date.empty() ? today(SystemClock()) : options.date;
  Progress progress(words);
  const FitOptions fit{options.languages, date, [&](std::size_t done, std::size_t all, const std::string& language) {
                         progress.show("laying out the screens", done, all, language);
                       }};
  check_project(project, date, sink, options.no_fit ? nullptr : &fit);
  progress.end();
  std::vector<Diagnostic> findings = sorted_findings(sink, root);
  if (options.format == "json") {
    print_findings(std::cout, findings, Format::kJson);
  } else {
    const std::string count = count_findings(findings);
    if (!options.hints) std::erase_if(findings, [](const Diagnostic& d) { return d.severity == Severity::kHint; });
    if (options.format == "html") {
      std::cout << findings_html(findings, words);
    } else {
      print_findings(std::cout, findings, Format::kText);
      std::cout << count << "\n";
    }
  }
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_check(CommandLine& line, const Context& context) {
  auto options = std::make_shared<CheckOptions>();
  Verb verb = line.verb("check", "Says what must be mended, with file, line and hint",
                        "kiosk-content check --site vansbro --langs en,ar");
  verb.text("--site", options->site, "Only this site and the core");
  verb.texts("--langs", options->languages, "Only these languages");
  verb.text("--today", options->date, "The date to check against, as 2026-11-22").date();
  verb.text("--format", options->format, "text, json or html").one_of({"text", "json", "html"});
  verb.flag("--hints", options->hints, "Also hints: what may be right as it is");
  verb.flag("--no-fit", options->no_fit, "Without laying out the screens: quicker, but what does not fit is not found");
  verb.run([options, &context] { return run_check(context.root, *options, context.words); });
}

}  // namespace kiosk::tool
