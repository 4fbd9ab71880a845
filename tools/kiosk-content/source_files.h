// The YAML files that staff write beside the pages, each read into its values.
#pragma once

#include "content/yaml.h"
#include "sources.h"

namespace kiosk::tool {

// Sources are larger than what a kiosk is sent.
content::YamlLimits source_limits();

void read_topics(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_facts(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_contacts(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_glossary(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_phrases(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_notices(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_polls(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_hours(const content::Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink);
void read_site(const content::Yaml& root, std::string_view path, SiteSource& site, DiagnosticSink& sink);
void read_ui(const content::Yaml& root, std::string_view path, std::vector<UiMessage>& ui, DiagnosticSink& sink);

}  // namespace kiosk::tool
