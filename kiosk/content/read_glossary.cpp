// Difficult words and what they mean.
#include <algorithm>
#include <set>

#include "content/quote.h"
#include "content/read_sentence.h"
#include "content/tree_parts.h"

namespace kiosk::content {

const GlossaryEntry* Glossary::find(std::string_view id) const {
  const auto at = std::find_if(terms.begin(), terms.end(), [&](const GlossaryEntry& entry) { return entry.id == id; });
  return at == terms.end() ? nullptr : &*at;
}

Glossary read_glossary(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"a glossary", {"lang", "terms"}, {}};
  static const MapShape kEntry{"a term", {"explanation", "id", "swedish", "term"}, {}};
  Glossary glossary;
  if (!fields.map(root, kShape)) return glossary;
  SentenceReader sentences(fields);
  glossary.lang = fields.required(root, "lang", kLanguageTag);
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "terms")) {
    if (!fields.map(item, kEntry)) continue;
    GlossaryEntry& entry = glossary.terms.emplace_back();
    entry.id = fields.required(item, "id", kBlockId);
    entry.term = sentences.required(item, "term");
    entry.swedish = fields.text(item, "swedish");
    if (entry.swedish.empty()) fields.error(item, "the term has no Swedish word");
    if (const Yaml* explanation = item.find("explanation")) {
      entry.explanation = sentences.list(*explanation, "the explanation");
      if (entry.explanation.empty()) fields.error(*explanation, "a term has an explanation");
    }
    if (!ids.insert(entry.id).second)
      fields.error(item, quote(entry.id) + " stands twice", "remove one of them", "duplicate-id");
  }
  return glossary;
}

}  // namespace kiosk::content
