#include "term_check.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "i18n/character.h"
#include "inline_markup.h"
#include "term_words.h"
#include "text/grapheme.h"

namespace kiosk::tool {
namespace {

// Where the words begin; npos where they are not.
std::size_t find_whole_words(std::string_view text, std::string_view words) {
  const auto letter_at = [&](std::size_t i) {
    return i < text.size() && i18n::is_letter(decode_utf8(text, i).character);
  };
  for (std::size_t at = text.find(words); !words.empty() && at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    std::size_t before = at;
    while (before > 0 && (static_cast<unsigned char>(text[--before]) & 0xC0) == 0x80) continue;
    if ((at == 0 || !letter_at(before)) && !letter_at(at + words.size())) return at;
  }
  return std::string_view::npos;
}

// The words that a reader sees, without facts.
std::string words_of(std::string_view text) {
  std::string words;
  for (const InlinePart& part : parse_inline(text).parts)
    if (part.kind == InlinePart::Kind::kText) words += part.text;
  return lower_case(words);
}

std::size_t clusters_in(std::string_view text, std::size_t wanted, std::size_t& end) {
  const auto units = text::transcode(text);
  if (!units) return 0;
  text::Marks marks(units->size() + 1);
  text::mark_graphemes(*units, marks);
  std::size_t clusters = 0;
  for (std::uint32_t i = 0; i < units->size(); ++i) {
    if ((marks[i] & text::kGraphemeStart) == 0) continue;
    if (clusters == wanted) end = units->byte_at(i);
    ++clusters;
  }
  return clusters;
}

std::string longest_word(const std::string& words) {
  std::string longest;
  std::size_t most = 0, none = 0;
  for (std::size_t start = 0; start <= words.size();) {
    const std::size_t end = std::min(words.find(' ', start), words.size());
    const std::string word = words.substr(start, end - start);
    if (const std::size_t clusters = clusters_in(word, words.size() + 1, none); clusters > most) {
      most = clusters;
      longest = word;
    }
    start = end + 1;
  }
  return longest;
}

struct KnownTerm {
  const GlossaryTerm* term = nullptr;
  std::string_view domain;
  std::vector<std::string> swedish;  // lower case: the term and its forms
};

std::vector<KnownTerm> terms_of(const Sources& sources) {
  std::vector<KnownTerm> terms;
  const auto add = [&](const SourcePart& part) {
    for (const GlossaryTerm& term : part.glossary) {
      KnownTerm known{&term, part.domain, {lower_case(term.term.text)}};
      for (const std::string& form : term.forms) known.swedish.push_back(lower_case(form));
      terms.push_back(std::move(known));
    }
  };
  add(sources.core);
  for (const SourcePart& site : sources.sites) add(site);
  return terms;
}

// A site's words are the site's alone.
bool applies(const KnownTerm& term, const Sources& sources, const Domain& domain) {
  return term.domain == sources.core.domain || term.domain == domain.name;
}

bool has_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return has_whole_words(text, word); });
}

Diagnostic finding(Severity severity, const Unit& unit, std::string_view language) {
  Diagnostic d;
  d.severity = severity;
  d.check = "term";
  d.language = language;
  d.page = unit.page;
  d.block = unit.block.empty() ? unit.context : unit.block;
  return d;
}

}  // namespace

std::string stem_of(std::string_view word) {
  const std::string folded = lower_case(word);
  std::size_t end = folded.size();
  const std::size_t clusters = clusters_in(folded, folded.size() + 1, end);
  const std::size_t kept = std::max<std::size_t>(2, (clusters * 3 + 4) / 5);
  if (kept >= clusters) return folded;
  clusters_in(folded, kept, end);
  return folded.substr(0, end);
}

bool has_whole_words(std::string_view text, std::string_view words) {
  return find_whole_words(text, words) != std::string_view::npos;
}

void check_source_terms(const Sources& sources, const std::vector<Domain>& domains, DiagnosticSink& sink) {
  const std::vector<KnownTerm> terms = terms_of(sources);
  for (const Domain& domain : domains)
    for (const Unit& unit : domain.units) {
      const std::string text = lower_case(unit.source);
      for (const KnownTerm& known : terms)
        for (const std::string& avoided : known.term->avoid) {
          const std::size_t at = find_whole_words(text, lower_case(avoided));
          if (at == std::string::npos || !applies(known, sources, domain)) continue;
          Diagnostic d = finding(Severity::kWarning, unit, kSourceLanguage);
          d.at = unit.places.front();
          d.at.column += static_cast<int>(count_characters(std::string_view(text).substr(0, at)));
          d.message = "'" + avoided + "' is called '" + known.term->term.text + "' elsewhere";
          d.hint = "write '" + known.term->term.text + "'; glossary.yaml says to avoid the other word";
          sink.add(std::move(d));
        }
    }
}

void check_translated_terms(const Sources& sources, const std::vector<Domain>& domains,
                            const Translations& translations, DiagnosticSink& sink) {
  struct Expected {
    KnownTerm known;
    std::string translation;
    std::vector<std::string> stems;
  };
  std::vector<Expected> expected;
  for (KnownTerm& known : terms_of(sources)) {
    const PoEntry* entry =
        translations.find(known.domain, glossary_context(known.term->id, "term"), known.term->term.text);
    if (entry == nullptr || entry->text().empty()) continue;
    Expected term{std::move(known), entry->text(), {}};
    for (const std::string& way : ways_to_say(entry->text())) term.stems.push_back(stem_of(longest_word(way)));
    expected.push_back(std::move(term));
  }
  for (std::size_t i = 0; i < domains.size(); ++i)
    for (const Unit& unit : domains[i].units) {
      const PoEntry* entry = translations.find(domains[i].name, unit.context, unit.source);
      if (entry == nullptr || entry->text().empty() || state_of(*entry) == UnitState::kOutdated) continue;
      const std::string source = words_of(unit.source), text = words_of(entry->text());
      for (const Expected& term : expected) {
        const bool own = unit.context == glossary_context(term.known.term->id, "term");
        if (own || !has_any(source, term.known.swedish) || !applies(term.known, sources, domains[i])) continue;
        if (has_any(text, term.known.swedish)) continue;  // a name that is kept, as Skatteverket
        if (std::any_of(term.stems.begin(), term.stems.end(),
                        [&](const std::string& stem) { return text.find(stem) != std::string::npos; }))
          continue;
        Diagnostic d = finding(Severity::kHint, unit, translations.language());
        d.at = place_in_text(*entry, translations.domains()[i].path, 0);
        d.source_line = entry->text();
        d.message = "'" + term.known.term->term.text + "' is '" + term.translation + "' in the glossary, and not here";
        d.hint = "use the glossary's word, if the sentence can have it";
        sink.add(std::move(d));
      }
    }
}

}  // namespace kiosk::tool
