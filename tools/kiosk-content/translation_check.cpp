#include "translation_check.h"

#include "base/utf8.h"
#include "letter_check.h"
#include "unit_check.h"

namespace kiosk::tool {
namespace {

std::string shown(char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string code;
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) code += kHex[c >> shift & 0xF];
  std::string out = "'";
  append_utf8(out, c);
  return out + "' (U+" + code + ")";
}

UnitFinding glyph_finding(const GlyphCoverage::Missing& missing, const content::Language& language) {
  return {"missing-glyph", Severity::kError, missing.offset_utf8,
          "no font of " + language.tag + " has " + shown(missing.character),
          "is it the right letter? else add a font to locales/" + language.tag + "/language.yaml"};
}

Diagnostic diagnostic(const Unit& unit, const UnitFinding& finding, SourcePosition at, std::string_view language) {
  Diagnostic d;
  d.severity = finding.severity;
  d.check = finding.check;
  d.at = std::move(at);
  d.message = finding.message;
  d.hint = finding.hint;
  d.language = language;
  d.page = unit.page;
  d.block = unit.block.empty() ? unit.context : unit.block;
  return d;
}

}  // namespace

void check_translations(Translations& translations, const std::vector<Domain>& domains,
                        const content::Language& language, const PageScope& scope, GlyphCoverage* coverage,
                        DiagnosticSink& sink) {
  const LetterCheck letters(language);
  std::vector<const PoEntry*> broken;
  for (std::size_t i = 0; i < domains.size(); ++i) {
    const TranslatedDomain& translated = translations.domains()[i];
    for (const Unit& unit : domains[i].units) {
      const PoEntry* entry = translations.find(domains[i].name, unit.context, unit.source);
      if (entry == nullptr || entry->text().empty()) continue;
      const bool outdated = state_of(*entry) == UnitState::kOutdated;
      if (!scope.has(unit.page)) {  // without errors, unless its source has changed
        if (outdated && has_error(unit, entry->text(), language.tag)) broken.push_back(entry);
        continue;
      }
      std::vector<UnitFinding> findings = check_unit(unit, entry->text(), language.tag);
      if (any_error(findings)) broken.push_back(entry);
      for (UnitFinding& finding : letters.check(unit, entry->text())) findings.push_back(std::move(finding));
      if (coverage != nullptr)
        if (const auto missing = coverage->missing(language, entry->text()))
          findings.push_back(glyph_finding(*missing, language));
      for (UnitFinding& finding : findings) {
        if (outdated && finding.severity == Severity::kError) {
          finding.severity = Severity::kWarning;
          finding.message += " (the Swedish has changed)";
        }
        Diagnostic d =
            diagnostic(unit, finding, place_in_text(*entry, translated.path, finding.offset_utf8), language.tag);
        d.source_line = entry->text();
        sink.add(std::move(d));
      }
    }
  }
  translations.set_broken(std::move(broken));
}

void check_source_glyphs(const std::vector<Domain>& domains, const content::Language& language, const PageScope& scope,
                         GlyphCoverage& coverage, DiagnosticSink& sink) {
  for (const Domain& domain : domains)
    for (const Unit& unit : domain.units) {
      if (!scope.has(unit.page)) continue;
      if (const auto missing = coverage.missing(language, unit.source)) {
        SourcePosition at = unit.places.front();
        at.column += static_cast<int>(count_characters(std::string_view(unit.source).substr(0, missing->offset_utf8)));
        sink.add(diagnostic(unit, glyph_finding(*missing, language), std::move(at), language.tag));
      }
    }
}

}  // namespace kiosk::tool
