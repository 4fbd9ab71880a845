// The words of a kiosk that has nothing to show, in every language that has its own: a tree with a manifest and a few
// words a language. The build compiles them into the kiosk (kiosk/app/standby.cmake).
#include <array>
#include <iostream>
#include <memory>
#include <set>

#include "base/file.h"
#include "command.h"
#include "content/tree_writer.h"
#include "project.h"
#include "tree_builder.h"

namespace kiosk::tool {
namespace {

struct StandbyOptions {
  std::string site = "vasteras", out;
};

constexpr std::array kWords{"emergency.label", "out-of-service.text", "out-of-service.title"};

content::Site words_alone(const content::Site& whole) {
  content::Site site;
  site.lang = whole.lang;
  site.name = whole.name;
  for (const char* key : kWords)
    if (const auto it = whole.ui.find(key); it != whole.ui.end()) site.ui.insert(*it);
  return site;
}

Result<void> write_standby(const TreeBuilder& tree, const std::string& folder) {
  content::Manifest manifest = tree.manifest();
  std::set<std::string> said;
  std::vector<content::Language> speaking;
  for (const content::Language& language : manifest.languages) {
    const content::Site words = words_alone(tree.site(language));
    // Those of the language that it falls back to stand there already.
    const auto text = words.ui.find("out-of-service.text");
    if (text == words.ui.end() || !said.insert(text->second).second) continue;
    speaking.push_back(language);
    if (auto done = write_file(folder + "/" + language.tag + "/site.yaml", content::write_site(words)); !done)
      return done;
  }
  manifest.languages = std::move(speaking);
  return write_file(folder + "/manifest.yaml", content::write_manifest(manifest));
}

int run_standby(const std::string& root, const StandbyOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  const SourcePart* site = project.sources.site(options.site);
  if (site == nullptr) {
    std::cerr << "there is no site '" << options.site << "'\n";
    return 2;
  }
  std::vector<std::string> tags;
  for (const std::string& tag : site->site.languages)
    if (project.sources.language(tag) != nullptr) tags.push_back(tag);
  LoadPo load;
  load.texts_only = true;
  project.load_translations(root, tags, sink, load);
  const TreeBuilder tree({&project.sources, site, tags, {}}, project.translations, project.domains);
  if (const auto written = write_standby(tree, options.out); !written) {
    std::cerr << written.error().message << "\n";
    return 2;
  }
  return 0;
}

}  // namespace

void add_standby(CommandLine& line, const Context& context) {
  auto options = std::make_shared<StandbyOptions>();
  Verb verb = line.verb("standby", "Writes the words of a kiosk without content, which the build compiles into it",
                        "kiosk-content standby --out build/standby");
  verb.text("--site", options->site, "The site whose languages and order are taken");
  verb.text("--out", options->out, "The folder to write into").required();
  verb.run([&context, options] { return run_standby(context.root, *options); });
}

}  // namespace kiosk::tool
