#include "resolver.h"

#include <algorithm>

#include "base/check.h"
#include "inline_markup.h"
#include "on_all_cores.h"
#include "unit_check.h"

namespace kiosk::tool {
namespace {

content::State tree_state(UnitState state) {
  switch (state) {
    case UnitState::kMachine:
      return content::State::kMachine;
    case UnitState::kReview:
      return content::State::kReview;
    case UnitState::kOutdated:
      return content::State::kOutdated;
    case UnitState::kTranslated:
      return content::State::kTranslated;
    case UnitState::kReviewed:
      return content::State::kReviewed;
    case UnitState::kMissing:
      break;
  }
  KIOSK_CHECK(false);
}

content::RunKind run_kind(FactKind kind) {
  switch (kind) {
    case FactKind::kPhone:
      return content::RunKind::kPhone;
    case FactKind::kUrl:
      return content::RunKind::kUrl;
    case FactKind::kEmail:
      return content::RunKind::kEmail;
    case FactKind::kNumber:
    case FactKind::kPrice:
    case FactKind::kHours:
      return content::RunKind::kNumber;
    case FactKind::kName:
    case FactKind::kAddress:
      return content::RunKind::kName;
  }
  KIOSK_CHECK(false);
}

}  // namespace

Resolver::Resolver(SiteView view, const std::map<std::string, Translations, std::less<>>& translations,
                   const std::vector<Domain>& domains)
    : view_(view), translations_(translations) {
  std::vector<const Translations*> languages;
  for (const auto& [tag, translated] : translations) languages.push_back(&translated);
  std::vector<std::vector<const PoEntry*>> broken(languages.size());
  on_all_cores(languages.size(), [&](std::size_t i) {
    if (const std::vector<const PoEntry*>* known = languages[i]->broken()) {
      broken[i] = *known;
      return;
    }
    for (const Domain& domain : domains)
      for (const Unit& unit : domain.units) {
        const PoEntry* entry = languages[i]->find(domain.name, unit.context, unit.source);
        if (entry != nullptr && !entry->text().empty() && has_error(unit, entry->text(), languages[i]->language()))
          broken[i].push_back(entry);
      }
  });
  for (const auto& entries : broken) broken_.insert(entries.begin(), entries.end());
}

std::optional<Resolver::Found> Resolver::find(std::string_view language, const TextKey& key) const {
  if (language == kSourceLanguage) return Found{key.source, content::State::kSource};
  const auto translated = translations_.find(language);
  if (translated == translations_.end()) return std::nullopt;
  const PoEntry* entry = translated->second.find(key.domain, key.context, key.source);
  if (entry == nullptr || entry->text().empty() || broken_.contains(entry)) return std::nullopt;
  return Found{entry->text(), tree_state(state_of(*entry))};
}

std::vector<std::string> Resolver::chain_of(const content::Language& language) const {
  std::vector<std::string> chain = {language.tag};
  const auto add = [&](const std::string& tag) {
    if (std::find(chain.begin(), chain.end(), tag) == chain.end()) chain.push_back(tag);
  };
  for (const std::string& tag : language.chain)
    if (tag != kSourceLanguage) add(tag);
  add(std::string(kSourceLanguage));
  return chain;
}

std::size_t Resolver::complete(const std::vector<std::string>& chain, std::size_t first,
                               const std::vector<TextKey>& keys) const {
  for (std::size_t i = first; i + 1 < chain.size(); ++i)
    if (std::all_of(keys.begin(), keys.end(), [&](const TextKey& key) { return find(chain[i], key).has_value(); }))
      return i;
  return chain.size() - 1;
}

content::Sentence Resolver::sentence(std::string_view reader, std::string_view language, const TextKey& key) const {
  const std::optional<Found> found = find(language, key);
  KIOSK_CHECK(found.has_value());
  content::Sentence sentence;
  sentence.runs = runs(found->text);
  sentence.state = found->state;
  if (reader != language) {
    sentence.lang = language;
    sentence.state = content::State::kFallback;
  }
  return sentence;
}

std::vector<content::TextRun> Resolver::runs(std::string_view text) const {
  std::vector<content::TextRun> runs;
  for (const InlinePart& part : parse_inline(text).parts) {
    content::TextRun run{part.text, content::RunKind::kText, part.bold, part.link, {}};
    if (part.kind == InlinePart::Kind::kFact) {
      const Fact* fact = view_.fact(part.text);
      if (fact == nullptr) continue;  // reported by check_sources
      run.text = fact->value;
      run.kind = run_kind(fact->kind);
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

content::Sentence Resolver::fact_sentence(const std::string& id) const {
  content::Sentence sentence;
  sentence.runs = runs("{" + id + "}");
  return sentence;
}

bool Resolver::uses_sample(std::string_view text) const {
  for (const std::string& id : parse_inline(text).facts()) {
    const Fact* fact = view_.fact(id);
    if (fact != nullptr && fact->sample) return true;
  }
  return false;
}

}  // namespace kiosk::tool
