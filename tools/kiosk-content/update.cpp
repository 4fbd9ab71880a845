#include <algorithm>
#include <iostream>
#include <memory>

#include "base/file.h"
#include "command.h"
#include "findings.h"
#include "project.h"

namespace kiosk::tool {
namespace {

struct UpdateOptions {
  bool spelling = false, meaning = false, danger = false, dry_run = false;
  std::vector<std::string> languages;
};

ChangeKind change_kind(const UpdateOptions& options) {
  if (options.spelling) return ChangeKind::kSpelling;
  return options.danger ? ChangeKind::kDanger : ChangeKind::kMeaning;
}

PoFile with_header(PoFile file, std::string_view domain, std::string_view language) {
  if (file.entries.empty() || !file.entries.front().is_header())
    file.entries.insert(file.entries.begin(), new_po_header(domain, language));
  return file;
}

// A file that is not there is made only for a language that was named: a language of a few words has no empty files.
bool concerns(const TranslatedDomain& domain, const UpdateOptions& options) {
  return domain.present || !options.languages.empty();
}

// What will happen, before anything is written.
void announce(const Project& project, const UpdateOptions& options) {
  CarryCount all;
  for (const auto& [tag, translations] : project.translations)
    for (const TranslatedDomain& domain : translations.domains()) {
      if (!concerns(domain, options)) continue;
      const CarryCount& count = domain.count;
      all.outdated += count.outdated;
      all.words_outdated += count.words_outdated;
      all.vanished += count.vanished;
      if (count.added + count.restored + count.moved + count.outdated + count.vanished == 0) continue;
      std::cout << domain.path << ": " << count.kept << " kept, " << count.added << " new, " << count.outdated
                << " outdated, " << count.restored << " restored, " << count.moved << " moved, " << count.vanished
                << " obsolete\n";
    }
  if (all.outdated + all.vanished > 0)
    std::cout << "this change affects " << all.outdated + all.vanished << " translations, about " << all.words_outdated
              << " words to translate anew\n";
}

int run_update(const std::string& root, const UpdateOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, {}, sink);
  if (!known_languages(project.sources, options.languages)) return 2;
  // A page that could not be read would make its translations obsolete.
  if (sink.errors() > 0) {
    print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
    std::cerr << "nothing was written: mend the sources first\n";
    return 1;
  }
  LoadPo load;
  load.kind = change_kind(options);
  project.load_translations(root, options.languages, sink, load);
  announce(project, options);
  if (!options.dry_run)
    for (const auto& [tag, translations] : project.translations) {
      const auto& wanted = options.languages;
      if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), tag) == wanted.end()) continue;
      for (const TranslatedDomain& domain : translations.domains()) {
        if (!domain.readable || !concerns(domain, options)) continue;
        const auto written = write_file(root + "/" + domain.path, write_po(with_header(domain.file, domain.name, tag)));
        if (!written) sink.error("syntax", {domain.path, 0, 0}, written.error().message);
      }
    }
  print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
  if (sink.errors() > 0) std::cerr << "files with errors were left as they are\n";
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_update(CommandLine& line, const Context& context) {
  auto options = std::make_shared<UpdateOptions>();
  Verb verb = line.verb("update", "Carries every language's PO files over to today's Swedish",
                        "kiosk-content update --spelling");
  verb.flag("--spelling", options->spelling, "Only the spelling changed: translations stay as they are");
  verb.flag("--meaning", options->meaning, "The meaning changed: translations become outdated (default)")
      .excludes("--spelling");
  verb.flag("--danger", options->danger, "The old text is dangerous: its translations are not shown")
      .excludes("--spelling")
      .excludes("--meaning");
  verb.flag("--dry-run", options->dry_run, "Say what would happen, write nothing");
  verb.texts("--langs", options->languages, "Only these languages");
  verb.run([options, &context] { return run_update(context.root, *options); });
}

}  // namespace kiosk::tool
