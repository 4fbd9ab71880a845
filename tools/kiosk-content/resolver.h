// Finds the text that a reader of a language gets: the language's own, or that of the nearest language of its declared
// chain. Broken translations count as missing.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/tree.h"
#include "sources.h"
#include "translations.h"

namespace kiosk::tool {

// A text to find: the source and where its translations are.
struct TextKey {
  std::string_view domain, context, source;
};

class Resolver {
 public:
  // `translations` by tag hold every language that may be asked for, but the source's.
  Resolver(SiteView view, const std::map<std::string, Translations, std::less<>>& translations,
           const std::vector<Domain>& domains);

  struct Found {
    std::string_view text;
    content::State state = content::State::kSource;
  };
  // In this very language; nullopt where it is missing or broken.
  std::optional<Found> find(std::string_view language, const TextKey& key) const;

  // The language itself, its chain, and the source's language last: each once.
  std::vector<std::string> chain_of(const content::Language& language) const;

  // The first of the languages from `first` on that has all the texts. The source's has.
  std::size_t complete(const std::vector<std::string>& chain, std::size_t first,
                       const std::vector<TextKey>& keys) const;

  // Facts are put in. A text of another language than `reader` is marked so.
  content::Sentence sentence(std::string_view reader, std::string_view language, const TextKey& key) const;
  content::Sentence fact_sentence(const std::string& id) const;
  std::vector<content::TextRun> runs(std::string_view text) const;
  // Whether the text uses a fact that is marked as an invented one.
  bool uses_sample(std::string_view text) const;

 private:
  SiteView view_;
  const std::map<std::string, Translations, std::less<>>& translations_;
  std::set<const PoEntry*> broken_;
};

}  // namespace kiosk::tool
