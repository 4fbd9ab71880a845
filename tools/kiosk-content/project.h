// The sources with the translations of chosen languages: what most verbs begin with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "translations.h"

namespace kiosk::tool {

struct FitOptions;

struct Project {
  Sources sources;
  std::vector<Domain> domains;  // of the core, the kiosk's words, and one or all sites
  std::map<std::string, Translations, std::less<>> translations;  // by tag, without the source's language

  enum class Keep { kAll, kTexts };  // texts only: Translations::keep_texts_only

  // `tags` empty: every language of locales/. A language's chain is loaded with it.
  void load_translations(const std::string& root, const std::vector<std::string>& tags, DiagnosticSink& sink,
                         ChangeKind kind = ChangeKind::kMeaning, Keep keep = Keep::kAll);
};

// `only_site` empty: all sites.
Project load_project(const std::string& root, std::string_view only_site, DiagnosticSink& sink);

// Every check there is, on what the project has loaded; what people have allowed is left out. The screens are laid out
// (`fit`) only where it says so.
void check_project(Project& project, std::string_view today, DiagnosticSink& sink, const FitOptions* fit = nullptr);

// The tags that are no language of the project, each as an error of usage on stderr. True when all are known.
bool known_languages(const Sources& sources, const std::vector<std::string>& tags);

}  // namespace kiosk::tool
