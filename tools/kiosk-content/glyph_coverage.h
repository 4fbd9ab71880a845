// Whether the fonts of a language have a text's characters, asked of the very files that the kiosk opens.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "sources.h"
#include "text/font_library.h"

namespace kiosk::tool {

class GlyphCoverage {
 public:
  // A font file that is not installed is one error ("missing-glyph") that names the package.
  GlyphCoverage(const content::FontStacks& fonts, DiagnosticSink& sink) : fonts_(fonts), sink_(sink) {}

  struct Missing {
    char32_t character = 0;
    std::size_t offset_utf8 = 0;
  };
  // The first character that no face of the language's stack has. Marks without a shape and white space need none.
  std::optional<Missing> missing(const content::Language& language, std::string_view text);

 private:
  const std::vector<const text::Face*>& faces_of(const content::Language& language);

  const content::FontStacks& fonts_;
  DiagnosticSink& sink_;
  text::FontLibrary library_;
  std::map<std::string, std::vector<const text::Face*>, std::less<>> faces_;
  std::map<std::string, bool, std::less<>> reported_;
};

}  // namespace kiosk::tool
