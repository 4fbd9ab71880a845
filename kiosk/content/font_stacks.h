// Reads fonts/stacks.yaml: the font families by id, and the order in which they stand in for what a language's own
// families lack. Names of files only; whether a font has a character is text/'s business.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/tree.h"

namespace kiosk::content {

struct FontStacks {
  std::vector<FontFamily> families;
  std::vector<SourcePosition> positions;  // beside `families`, for messages about one
  std::vector<std::string> fallback;      // ids of families

  // nullptr when there is none of that id.
  const FontFamily* find(std::string_view id) const;
  // The language's own families, then the fallback, each once.
  std::vector<std::string> stack_of(const Language& language) const;
};

// nullopt, and at least one error in the sink, where anything is wrong.
std::optional<FontStacks> parse_font_stacks(std::string_view text, std::string_view path, DiagnosticSink& sink);
std::optional<FontStacks> load_font_stacks(const std::string& path, DiagnosticSink& sink);

}  // namespace kiosk::content
