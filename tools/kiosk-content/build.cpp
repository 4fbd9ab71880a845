#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/file.h"
#include "command.h"
#include "findings.h"
#include "project.h"
#include "today.h"
#include "tree_builder.h"

namespace kiosk::tool {
namespace {

namespace fs = std::filesystem;

struct BuildOptions {
  std::string site, out, date;
  std::vector<std::string> languages;
  bool keep_going = false;
};

// A folder that holds something else than a tree is not ours to clear.
bool may_clear(const std::string& out) {
  std::error_code error;
  return !fs::exists(out, error) || fs::is_empty(out, error) || file_exists(out + "/manifest.yaml");
}

// The manifest comes last: until then the old one speaks of files that are there.
bool write_tree(const std::map<std::string, std::string>& files, const std::string& out) {
  const auto write = [&](const std::string& path, const std::string& bytes) {
    const auto written = write_file(out + "/" + path, bytes);
    if (!written) std::cerr << written.error().message << "\n";
    return written.has_value();
  };
  for (const auto& [path, bytes] : files)
    if (path != "manifest.yaml" && !write(path, bytes)) return false;
  if (!write("manifest.yaml", files.at("manifest.yaml"))) return false;
  std::error_code error;
  for (const std::string& stale : list_files(out, ".yaml"))
    if (!files.contains(stale)) fs::remove(out + "/" + stale, error);
  // Folders of languages and topics that are gone; remove() takes empty ones only.
  std::vector<fs::path> folders;
  for (fs::recursive_directory_iterator it(out, error), end; !error && it != end; it.increment(error))
    if (it->is_directory(error)) folders.push_back(it->path());
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) fs::remove(*folder, error);
  return true;
}

int run_build(const std::string& root, const BuildOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  const SourcePart* site = project.sources.site(options.site);
  if (!known_languages(project.sources, options.languages)) return 2;
  if (!may_clear(options.out)) {
    std::cerr << "'" << options.out << "' holds something else than a compiled tree; choose an empty folder\n";
    return 2;
  }
  std::vector<std::string> languages;
  if (site != nullptr)
    for (const std::string& tag : site->site.languages) {
      const bool wanted = options.languages.empty() ||
                          std::find(options.languages.begin(), options.languages.end(), tag) != options.languages.end();
      if (wanted && project.sources.language(tag) != nullptr) languages.push_back(tag);
    }
  if (!languages.empty()) project.load_translations(root, languages, sink);
  const std::string date = options.date.empty() ? today(SystemClock()) : options.date;
  check_project(project, date, sink);

  std::vector<Diagnostic> findings = sorted_findings(sink, root);
  const auto error = [](const Diagnostic& d) { return d.severity == Severity::kError; };
  const std::string count = count_findings(findings);
  std::erase_if(findings, [&](const Diagnostic& d) { return !error(d); });
  print_findings(std::cerr, findings, Format::kText);
  if (!findings.empty()) std::cerr << count << "\n";
  if (site == nullptr || languages.empty() || (sink.errors() > 0 && !options.keep_going)) {
    std::cerr << "nothing was built\n";
    return 1;
  }
  const auto files =
      TreeBuilder({&project.sources, site, languages, date}, project.translations, project.domains).files();
  if (!write_tree(files, options.out)) return 2;
  std::cout << "built " << options.out << ": " << languages.size() << " languages, " << files.size() << " files\n";
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_build(CommandLine& line, const Context& context) {
  auto options = std::make_shared<BuildOptions>();
  Verb verb = line.verb("build", "Compiles one site's tree for the kiosk; with errors it writes nothing",
                        "kiosk-content build --site vansbro --out build/vansbro");
  verb.text("--site", options->site, "A folder of content/sites").required();
  verb.text("--out", options->out, "The folder of the tree: empty, or an older tree").required();
  verb.texts("--langs", options->languages, "Only these of the site's languages");
  verb.text("--today", options->date, "The date of the tree, as 2026-11-22").date();
  verb.flag("--keep-going", options->keep_going,
            "Build in spite of errors, without what is broken (for a look, not for residents)");
  verb.run([options, &context] { return run_build(context.root, *options); });
}

}  // namespace kiosk::tool
