#include "glyph_coverage.h"

#include <algorithm>

#include "base/utf8.h"
#include "i18n/character.h"

namespace kiosk::tool {

const std::vector<const text::Face*>& GlyphCoverage::faces_of(const content::Language& language) {
  const auto [found, fresh] = faces_.try_emplace(language.tag);
  if (!fresh) return found->second;
  for (const std::string& id : fonts_.stack_of(language)) {
    const content::FontFamily* family = fonts_.find(id);
    if (family == nullptr) continue;
    for (const std::string& file : {family->regular, family->bold}) {
      const Result<const text::Face*> face = library_.face(file);
      if (face) {
        if (file == family->regular) found->second.push_back(*face);
      } else if (!std::exchange(reported_[file], true)) {
        sink_.error("missing-glyph", {kFontStacksFile, 0, 0}, face.error().message,
                    "install the package " + family->package);
      }
    }
  }
  return found->second;
}

std::optional<GlyphCoverage::Missing> GlyphCoverage::missing(const content::Language& language, std::string_view text) {
  const auto& faces = faces_of(language);
  if (faces.empty()) return std::nullopt;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    const bool covered =
        !i18n::needs_glyph(d.character) ||
        std::any_of(faces.begin(), faces.end(), [&](const text::Face* face) { return face->has(d.character); });
    if (!covered) return Missing{d.character, i};
    i += d.length;
  }
  return std::nullopt;
}

}  // namespace kiosk::tool
