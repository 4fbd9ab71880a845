#include "project.h"

#include <iostream>

#include "allowance.h"
#include "fit_check.h"
#include "glyph_coverage.h"
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
                                ChangeKind kind) {
  std::vector<std::string> wanted = tags;
  if (wanted.empty())
    for (const content::Language& language : sources.languages) wanted.push_back(language.tag);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const std::string tag = wanted[i];
    const content::Language* language = sources.language(tag);
    if (tag == kSourceLanguage || language == nullptr || translations.contains(tag)) continue;
    translations.emplace(tag, Translations(root, tag, domains, sink, kind));
    wanted.insert(wanted.end(), language->chain.begin(), language->chain.end());
  }
}

void check_project(const Project& project, std::string_view today, DiagnosticSink& sink, const FitOptions* fit) {
  DiagnosticSink found;
  check_sources(project.sources, today, found);
  check_source_terms(project.sources, project.domains, found);
  GlyphCoverage coverage(project.sources.fonts, found);
  if (const content::Language* source = project.sources.language(kSourceLanguage))
    check_source_glyphs(project.domains, *source, coverage, found);
  for (const auto& [tag, translations] : project.translations) {
    check_translations(translations, project.domains, *project.sources.language(tag), &coverage, found);
    check_translated_terms(project.sources, project.domains, translations, found);
  }
  std::set<std::string> not_run;
  if (fit != nullptr)
    check_fit(project, *fit, found);
  else
    not_run.insert("fit");
  Allowances(project).sift(found.all(), not_run, sink);
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
