#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "base/file.h"
#include "command.h"
#include "exchange.h"
#include "findings.h"
#include "i18n/locale.h"
#include "project.h"
#include "take_in.h"
#include "today.h"

namespace kiosk::tool {
namespace {

struct ImportOptions {
  std::string file, language, domain, on;
  bool machine = false, dry_run = false, yes = false;
};

// The place, the Swedish, and what changes.
void show(const TakenIn::Change& change) {
  std::cout << change.context << "\n    " << change.source << "\n";
  if (!change.before.empty()) std::cout << "- " << change.before << "\n";
  std::cout << "+ " << change.after << "\n";
}

// Whatever is not a yes, in English or Swedish, is a no.
bool confirmed(const char* question) {
  std::cout << question << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "yes" || answer == "j" || answer == "ja";
}

int run_import(const std::string& root, const ImportOptions& options) {
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
  const auto bytes = read_file(options.file);
  if (!bytes) {
    std::cerr << bytes.error().message << "\n";
    return 2;
  }
  const auto stop = [&](const char* why) {
    print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
    std::cerr << "nothing was written: " << why << "\n";
    return 1;
  };
  if (sink.errors() > 0) return stop("mend the sources first");
  project.load_translations(root, {options.language}, sink);
  const TranslatedDomain& translated =
      project.translations.at(options.language).domains()[static_cast<std::size_t>(domain - project.domains.begin())];
  if (!translated.readable) return stop("mend the PO file first");

  DiagnosticSink found;
  const std::vector<ExchangeRow> rows = read_exchange(*bytes, options.file, found);
  for (const ExchangeRow& row : rows)
    if (!row.language.empty() && i18n::normalise_tag(row.language) != i18n::normalise_tag(options.language)) {
      std::cerr << options.file << " is a translation into " << row.language << ", not " << options.language << "\n";
      return 2;
    }
  const std::string on = options.on.empty() ? today(SystemClock()) : options.on;
  TakenIn taken =
      take_in(translated.file, domain->units, rows, {options.language, options.machine, on}, options.file, found);
  const bool asks = !options.dry_run && !options.yes && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
  for (const TakenIn::Change& change : taken.changes)
    if (!change.before.empty() || options.dry_run || asks) show(change);
  print_findings(std::cerr, sorted_findings(found, "."), Format::kText);
  const TakeInCount& count = taken.count;
  std::cout << translated.path << ": " << count.taken << " taken in, " << count.same << " as before, " << count.kept
            << " kept (a person's), " << count.outdated << " outdated, " << count.refused << " refused, "
            << count.unknown << " unknown, " << count.empty << " empty\n";
  if (asks && taken.count.taken + taken.count.outdated > 0 && !confirmed("write this to the file? [y/N] ")) {
    std::cout << "nothing was written\n";
    return 0;
  }
  if (!options.dry_run) {
    if (taken.file.entries.empty() || !taken.file.entries.front().is_header())
      taken.file.entries.insert(taken.file.entries.begin(), new_po_header(domain->name, options.language));
    if (const auto written = write_file(root + "/" + translated.path, write_po(taken.file)); !written) {
      std::cerr << written.error().message << "\n";
      return 2;
    }
  }
  return found.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_import(CommandLine& line, const Context& context) {
  auto options = std::make_shared<ImportOptions>();
  Verb verb = line.verb("import", "Takes a translator's file (CSV, JSON lines, XLIFF) into a PO file",
                        "kiosk-content import from-agency.csv --lang ar --domain core --dry-run");
  verb.text("file", options->file, "The XLIFF file, or the table: context;source;target").required();
  verb.text("--lang", options->language, "The language of the targets").required();
  verb.text("--domain", options->domain, "ui, core or a site's name").required();
  verb.flag("--machine", options->machine, "Stamp the texts as machine drafts; texts by people stay");
  verb.text("--on", options->on, "The date of the drafts, as 2026-11-22; today if left out").date();
  verb.flag("--dry-run", options->dry_run, "Show the difference, write nothing");
  verb.flag("--yes", options->yes, "Do not ask before writing (only a terminal is asked)");
  verb.run([options, &context] { return run_import(context.root, *options); });
}

}  // namespace kiosk::tool
