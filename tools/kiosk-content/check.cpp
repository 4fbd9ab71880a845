#include <iostream>
#include <memory>

#include "command.h"
#include "findings.h"
#include "project.h"
#include "today.h"

namespace kiosk::tool {
namespace {

struct CheckOptions {
  std::string site, date, format = "text";
  std::vector<std::string> languages;
};

int run_check(const std::string& root, const CheckOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  if (!known_languages(project.sources, options.languages)) return 2;
  project.load_translations(root, options.languages, sink);
  check_project(project, options.date.empty() ? today(SystemClock()) : options.date, sink);
  const std::vector<Diagnostic> findings = sorted_findings(sink, root);
  print_findings(std::cout, findings, options.format == "json" ? Format::kJson : Format::kText);
  if (options.format == "text") std::cout << count_findings(findings) << "\n";
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
  verb.text("--format", options->format, "text or json").one_of({"text", "json"});
  verb.run([options, &context] { return run_check(context.root, *options); });
}

}  // namespace kiosk::tool
