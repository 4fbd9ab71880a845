// The sources with the translations of chosen languages: what most verbs begin with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "page_scope.h"
#include "translations.h"

namespace kiosk::tool {

struct FitOptions;

// How many texts there are, of the source and translations, and in how many places of PO files something is allowed.
struct TextCount {
  int texts = 0, allowed = 0;
};

struct Project {
  Sources sources;
  std::vector<Domain> domains;  // of the core, the kiosk's words, and one or all sites
  std::map<std::string, Translations, std::less<>> translations;  // by tag, without the source's language

  PageScope scope;  // of the checks; a narrower one leaves out warnings and hints
  // By page of the scope; what is of no page has the empty name. Made by check_project.
  std::map<std::string, TextCount, std::less<>> counted;
  TextCount elsewhere;  // of what is outside the scope

  // `tags` empty: every language of locales/. A language's chain is loaded with it.
  void load_translations(const std::string& root, const std::vector<std::string>& tags, DiagnosticSink& sink,
                         const LoadPo& load = {});
};

// `only_site` empty: all sites.
Project load_project(const std::string& root, std::string_view only_site, DiagnosticSink& sink);

// Every check there is, on what the project has loaded; what people have allowed is left out. The screens are laid out
// (`fit`) only where it says so.
void check_project(Project& project, std::string_view today, DiagnosticSink& sink, const FitOptions* fit = nullptr);

// The tags that are no language of the project, each as an error of usage on stderr. True when all are known.
bool known_languages(const Sources& sources, const std::vector<std::string>& tags);

}  // namespace kiosk::tool
