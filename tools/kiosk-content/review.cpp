#include <iostream>
#include <memory>

#include "base/file.h"
#include "command.h"
#include "findings.h"
#include "project.h"
#include "today.h"
#include "unit_check.h"

namespace kiosk::tool {
namespace {

struct ReviewOptions {
  std::string language, by, on, page, domain;
  bool all = false;
};

bool chosen(const ReviewOptions& options, const Domain& domain, const Unit& unit) {
  if (!options.page.empty()) return unit.page == options.page;
  return options.all || domain.name == options.domain;
}

int run_review(const std::string& root, const ReviewOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, {}, sink);
  if (!known_languages(project.sources, {options.language})) return 2;
  if (sink.errors() == 0) project.load_translations(root, {options.language}, sink);
  const auto found = project.translations.find(options.language);
  if (sink.errors() > 0 || found == project.translations.end()) {
    print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
    std::cerr << "nothing was written: mend the files first\n";
    return 1;
  }
  const std::string on = options.on.empty() ? today(SystemClock()) : options.on;
  int reviewed = 0, missing = 0, skipped = 0;
  for (std::size_t d = 0; d < project.domains.size(); ++d) {
    const Domain& domain = project.domains[d];
    PoFile file = found->second.domains()[d].file;
    bool changed = false;
    for (const Unit& unit : domain.units) {
      if (!chosen(options, domain, unit)) continue;
      const PoEntry* before = found->second.find(domain.name, unit.context, unit.source);
      PoEntry& entry = file.entries[static_cast<std::size_t>(before - found->second.domains()[d].file.entries.data())];
      const UnitState state = state_of(entry);
      if (state == UnitState::kMissing) {
        ++missing;
      } else if (state == UnitState::kOutdated || has_error(unit, entry.text(), options.language)) {
        ++skipped;
        sink.warning("untranslated", {po_path(options.language, domain.name), entry.string_line, entry.string_column},
                     "'" + unit.source + "' cannot be reviewed as it stands",
                     state == UnitState::kOutdated
                         ? "the Swedish has changed: mend the translation and take its fuzzy mark away first"
                         : "run kiosk-content check and mend the translation first");
      } else if (state != UnitState::kReviewed) {
        mark_reviewed(entry, options.by, on);
        changed = true;
        ++reviewed;
      }
    }
    if (!changed) continue;
    const std::string path = po_path(options.language, domain.name);
    if (const auto written = write_file(root + "/" + path, write_po(file)); !written)
      sink.error("syntax", {path, 0, 0}, written.error().message);
  }
  print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
  std::cout << reviewed << " units are reviewed by " << options.by << " now; " << missing << " are missing, " << skipped
            << " need mending\n";
  if (reviewed + missing + skipped == 0)
    std::cerr << "no unit was new to review; is the page's or the file's name right?\n";
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_review(CommandLine& line, const Context& context) {
  auto options = std::make_shared<ReviewOptions>();
  Verb verb = line.verb("review", "Stamps the translations of a page or a file as reviewed by a person",
                        "kiosk-content review --lang fi --page health/where-to-turn --by \"Aino Virtanen\"");
  verb.text("--lang", options->language, "The language").required();
  verb.text("--by", options->by, "The name of the person who has read the texts").required();
  verb.text("--on", options->on, "The date, as 2026-11-22; today if left out").date();
  verb.text("--page", options->page, "What was read: a page");
  verb.text("--domain", options->domain, "What was read: a whole file, ui, core or a site's name");
  verb.flag("--all", options->all, "What was read: everything");
  verb.exactly_one({"--page", "--domain", "--all"});
  verb.run([options, &context] { return run_review(context.root, *options); });
}

}  // namespace kiosk::tool
