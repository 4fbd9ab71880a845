// Checks every translation of a language beside its source and places the findings in the PO file.
#pragma once

#include "glyph_coverage.h"
#include "page_scope.h"
#include "translations.h"

namespace kiosk::tool {

// An outdated translation differs from today's source because the source changed: what would be an error is a warning
// there, and the kiosk shows the fallback. `coverage` may be null (fonts not asked). The
// translations remember what is broken, in the whole of `domains`, so that the tree's makers need not check again.
void check_translations(Translations& translations, const std::vector<Domain>& domains,
                        const content::Language& language, const PageScope& scope, GlyphCoverage* coverage,
                        DiagnosticSink& sink);

// The source's own characters, in its own fonts.
void check_source_glyphs(const std::vector<Domain>& domains, const content::Language& language, const PageScope& scope,
                         GlyphCoverage& coverage, DiagnosticSink& sink);

}  // namespace kiosk::tool
