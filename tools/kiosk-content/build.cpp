#include <algorithm>
#include <iostream>
#include <memory>
#include <mutex>
#include <set>

#include "build_changes.h"
#include "command.h"
#include "content/tree_reader.h"
#include "content/tree_writer.h"
#include "findings.h"
#include "on_all_cores.h"
#include "progress.h"
#include "project.h"
#include "staged_tree.h"
#include "today.h"
#include "tree_builder.h"

namespace kiosk::tool {
namespace {

struct BuildOptions {
  BuildRequest request;
  std::vector<std::string> only;
  bool keep_going = false;
};

// Language by language, each as soon as it is made: the whole tree is never in memory.
bool write_tree(const TreeBuilder& builder, const std::vector<std::string>& languages,
                const std::vector<std::string>& only, StagedTree& tree, Progress& progress) {
  std::vector<std::string> failures(languages.size());
  std::mutex mutex;
  std::size_t written = 0;
  on_all_cores(languages.size(), [&](std::size_t i) {
    const auto files = only.empty() ? builder.language_files(languages[i])
                                    : *builder.page_files(languages[i], {only.begin(), only.end()});
    {
      const std::lock_guard lock(mutex);
      progress.show("writing the tree", ++written, languages.size(), languages[i]);
    }
    for (const auto& [path, bytes] : files)
      if (const auto added = tree.add(path, bytes); !added) {
        failures[i] = added.error().message;
        return;
      }
  });
  for (const std::string& failure : failures)
    if (!failure.empty()) {
      std::cerr << failure << "\n";
      return false;
    }
  for (const auto& [name, media] : builder.media(only)) {
    const auto bytes = read_media(*media);
    const auto added = bytes ? tree.add(std::string(content::kMediaFolder) + "/" + name, *bytes)
                             : Result<void>(tl::unexpected(bytes.error()));
    if (!added) {
      std::cerr << added.error().message << "\n";
      return false;
    }
  }
  if (!only.empty())
    if (const auto kept = tree.keep_others(); !kept) {
      std::cerr << kept.error().message << "\n";
      return false;
    }
  content::Manifest manifest = builder.manifest();
  manifest.version = tree.version();
  const auto done = tree.commit(content::write_manifest(manifest));
  if (!done) std::cerr << done.error().message << "\n";
  return done.has_value();
}

std::set<std::string> page_ids(const content::Topic& topic) {
  std::set<std::string> ids;
  for (const auto& page : topic.pages) ids.insert(page.id);
  return ids;
}

// Whether the folder holds this site's tree in these languages, with the same pages in the topics that will be
// written: nothing of the whole may speak of a page that is not there.
bool fits_the_tree(const TreeBuilder& builder, const BuildOptions& options, const std::vector<std::string>& languages) {
  const content::TreeReader tree(options.request.out);
  const auto manifest = tree.manifest();
  std::vector<std::string> tags;
  if (manifest)
    for (const content::Language& language : manifest->languages) tags.push_back(language.tag);
  if (!manifest || manifest->site != options.request.site || tags != languages) {
    std::cerr << "'" << options.request.out << "' is no tree of this site in these languages; build it whole first\n";
    return false;
  }
  for (const content::Language& language : manifest->languages)
    for (const content::Topic& topic : builder.topics(language)) {
      const std::set<std::string> ids = page_ids(topic);
      if (std::none_of(options.only.begin(), options.only.end(), [&](const auto& id) { return ids.contains(id); }))
        continue;
      const auto there = tree.topic(language.tag, topic.id);
      if (!there || page_ids(*there) != ids) {
        std::cerr << "the tree has other pages in the topic '" << topic.id << "'; build it whole\n";
        return false;
      }
    }
  return true;
}

int build_all(const BuildOptions& options, const Words& words) {
  const BuildRequest& request = options.request;
  Progress progress(words);
  progress.show("reading the sources", 0, 3, "");
  const std::int64_t looked_at_ns = now_ns();
  const BuildInputs inputs = build_inputs(request.root, request.site);
  DiagnosticSink sink;
  Project project = load_project(request.root, request.site, sink);
  const SourcePart* site = project.sources.site(request.site);
  if (!known_languages(project.sources, request.languages)) return 2;
  for (const std::string& id : options.only)
    if (site != nullptr && SiteView{&project.sources.core, site}.page(id) == nullptr) {
      std::cerr << "there is no page '" << id << "'\n";
      return 2;
    }
  const std::vector<std::string> languages = request.languages_in(project.sources);
  progress.show("reading the translations", 1, 3, "");
  LoadPo load;
  load.texts_only = load.parts = true;
  if (!languages.empty()) project.load_translations(request.root, languages, sink, load);
  progress.show("checking", 2, 3, "");
  check_project(project, request.date, sink);
  progress.end();

  std::vector<Diagnostic> findings = sorted_findings(sink, request.root);
  const std::string count = count_findings(findings);
  const auto error = [](const Diagnostic& d) { return d.severity == Severity::kError; };
  // Errors of other pages are not in the way of these.
  const auto elsewhere = [&](const Diagnostic& d) {
    const auto& only = options.only;
    return !only.empty() && !d.page.empty() && std::find(only.begin(), only.end(), d.page) == only.end();
  };
  std::erase_if(findings, [&](const Diagnostic& d) { return !error(d) || elsewhere(d); });
  print_findings(std::cerr, findings, Format::kText);
  if (!findings.empty()) std::cerr << count << "\n";
  if (site == nullptr || languages.empty() || (!findings.empty() && !options.keep_going)) {
    std::cerr << "nothing was built\n";
    return 1;
  }
  const TreeBuilder builder({&project.sources, site, languages, request.date}, project.translations, project.domains);
  if (!options.only.empty() && !fits_the_tree(builder, options, languages)) return 2;
  StagedTree tree(request.out);
  if (!write_tree(builder, languages, options.only, tree, progress)) return 2;
  progress.end();
  if (sink.errors() == 0 && options.only.empty()) remember_build(request, inputs, looked_at_ns, project, tree);
  std::cout << "built " << request.out << ": " << languages.size() << " languages, " << tree.size() << " files\n";
  return findings.empty() ? 0 : 1;
}

int run_build(const Context& context, BuildOptions options) {
  BuildRequest& request = options.request;
  request.root = context.root;
  if (request.date.empty()) request.date = today(SystemClock());
  if (!StagedTree::may_fill(request.out)) {
    std::cerr << "'" << request.out << "' holds something else than a compiled tree; choose an empty folder\n";
    return 2;
  }
  if (options.only.empty())
    if (const auto changed = build_changes(request)) {
      std::cout << "built " << request.out << ": " << changed->languages << " languages, " << changed->files
                << " files; " << changed->pages_made << " of " << changed->pages << " pages anew\n";
      return 0;
    }
  return build_all(options, context.words);
}

}  // namespace

void add_build(CommandLine& line, const Context& context) {
  auto options = std::make_shared<BuildOptions>();
  Verb verb = line.verb("build", "Compiles one site's tree for the kiosk; with errors it writes nothing",
                        "kiosk-content build --site vansbro --out build/vansbro");
  verb.text("--site", options->request.site, "A folder of content/sites").required();
  verb.text("--out", options->request.out,
            "The folder of the tree: empty, or an older one, of which only what has changed is built; DIR.built beside "
            "it "
            "remembers what it was built from, and may be deleted")
      .required();
  verb.texts("--langs", options->request.languages, "Only these of the site's languages");
  verb.text("--today", options->request.date, "The date of the tree, as 2026-11-22").date();
  verb.texts("--only", options->only, "Only these pages, into a tree that is there; all else in it stays");
  verb.flag("--keep-going", options->keep_going,
            "Build in spite of errors, without what is broken (for a look, not for residents)");
  verb.run([options, &context] { return run_build(context, *options); });
}

}  // namespace kiosk::tool
