// Reads locales/<tag>/language.yaml, which staff edit: what the kiosk knows of a language. Every mistake is reported.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "content/tree.h"

namespace kiosk::content {

// nullopt, and at least one error in the sink, where anything is wrong.
std::optional<Language> parse_language(std::string_view text, std::string_view path, DiagnosticSink& sink);

// locales/<tag>/language.yaml below the folder; its tag must be the folder's name.
std::optional<Language> load_language(const std::string& locales_folder, const std::string& tag, DiagnosticSink& sink);

}  // namespace kiosk::content
