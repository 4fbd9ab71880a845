#include "project.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "allowance.h"
#include "fit_check.h"
#include "glyph_coverage.h"
#include "media_check.h"
#include "on_all_cores.h"
#include "recording_check.h"
#include "source_check.h"
#include "term_check.h"
#include "translation_check.h"

namespace kiosk::tool {

Project load_project(const std::string& root, std::string_view only_site, DiagnosticSink& sink) {
  Project project;
  project.sources = load_sources(root, only_site, sink);
  project.domains = domains_of(project.sources);
  return project;
}

void Project::load_translations(const std::string& root, const std::vector<std::string>& tags, DiagnosticSink& sink,
                                const LoadPo& load) {
  std::vector<std::string> wanted = tags;
  if (wanted.empty())
    for (const content::Language& language : sources.languages) wanted.push_back(language.tag);
  std::vector<std::string> tags_to_load;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const std::string tag = wanted[i];
    const content::Language* language = sources.language(tag);
    const bool chosen = std::find(tags_to_load.begin(), tags_to_load.end(), tag) != tags_to_load.end();
    if (tag == kSourceLanguage || language == nullptr || translations.contains(tag) || chosen) continue;
    tags_to_load.push_back(tag);
    wanted.insert(wanted.end(), language->chain.begin(), language->chain.end());
  }
  std::vector<DiagnosticSink> found(tags_to_load.size());
  std::vector<std::optional<Translations>> loaded(tags_to_load.size());
  on_all_cores(tags_to_load.size(),
               [&](std::size_t i) { loaded[i].emplace(root, tags_to_load[i], domains, found[i], load); });
  for (std::size_t i = 0; i < tags_to_load.size(); ++i) {
    for (const Diagnostic& d : found[i].all()) sink.add(d);
    translations.emplace(tags_to_load[i], std::move(*loaded[i]));
  }
}

void check_project(Project& project, std::string_view today, DiagnosticSink& sink, const FitOptions* fit) {
  DiagnosticSink found;
  const PageScope& scope = project.scope;
  check_sources(project.sources, today, scope, found);
  if (scope.is_whole()) {
    check_media(project.sources, found);
    check_recordings(project, found);
    check_source_terms(project.sources, project.domains, found);
  }
  GlyphCoverage coverage(project.sources.fonts, found);
  if (const content::Language* source = project.sources.language(kSourceLanguage))
    check_source_glyphs(project.domains, *source, scope, coverage, found);
  std::vector<Translations*> languages;
  for (auto& [tag, translations] : project.translations) languages.push_back(&translations);
  std::vector<DiagnosticSink> found_in(languages.size());
  on_all_cores(languages.size(), [&](std::size_t i) {
    GlyphCoverage own_coverage(project.sources.fonts, found_in[i]);
    check_translations(*languages[i], project.domains, *project.sources.language(languages[i]->language()), scope,
                       &own_coverage, found_in[i]);
    if (scope.is_whole()) check_translated_terms(project.sources, project.domains, *languages[i], found_in[i]);
  });
  for (const DiagnosticSink& one : found_in)
    for (const Diagnostic& d : one.all()) found.add(d);
  std::set<std::string> not_run;
  if (fit != nullptr)
    check_fit(project, *fit, found);
  else
    not_run.insert("fit");
  Allowances allowances(project);
  allowances.sift(found.all(), not_run, sink);
  project.counted = allowances.counted();
}

bool known_languages(const Sources& sources, const std::vector<std::string>& tags) {
  std::vector<std::string> known;
  for (const content::Language& language : sources.languages) known.push_back(language.tag);
  bool all = true;
  for (const std::string& tag : tags) {
    if (sources.language(tag) != nullptr) continue;
    all = false;
    const std::string near = nearest(tag, known);
    std::cerr << "unknown language '" << tag << "'" << (near.empty() ? "" : "; did you mean '" + near + "'?") << "\n";
  }
  return all;
}

}  // namespace kiosk::tool
