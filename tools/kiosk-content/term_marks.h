// Marks the words of the glossary in a page's sentences, each term once, one a sentence at most. A translation is
// marked only where its Swedish sentence has the term and the term's own translation stands between word boundaries: a
// word that is missed costs an explanation, a wrong one misleads. Never inside bold text, facts, or a sentence with a
// link.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "resolver.h"

namespace kiosk::tool {

// For one page. Borrows what it is made of.
class TermMarks {
 public:
  TermMarks(SiteView view, const Resolver& resolver);
  ~TermMarks();

  // `language` is the sentence's, `source` the Swedish sentence that it says.
  void mark(content::Sentence& sentence, std::string_view language, std::string_view source);

 private:
  struct Language;
  const Language& words_of(std::string_view language);

  SiteView view_;
  const Resolver& resolver_;
  std::map<std::string, std::unique_ptr<Language>, std::less<>> languages_;
  std::set<std::string> marked_;
};

}  // namespace kiosk::tool
