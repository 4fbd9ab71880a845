// One page in one language: which of its texts are in that language, and which fall back, by block.
#pragma once

#include "resolver.h"
#include "term_marks.h"

namespace kiosk::tool {

class PageBuilder {
 public:
  PageBuilder(SiteView view, const Resolver& resolver) : view_(view), resolver_(resolver) {}

  content::Page page(const content::Language& reader, const SourcePage& source) const;
  content::PageRef reference(const content::Language& reader, const SourcePage& source) const;

 private:
  // Below this share of its texts a page is not shown in a language at all.
  static constexpr double kEnough = 0.6;

  struct Place {
    std::vector<std::string> chain;
    std::size_t start = 0;  // the language of the page as a whole
  };
  Place place(const content::Language& reader, const SourcePage& source) const;
  bool stands_in(const std::string& language, const SourcePage& source) const;
  content::Sentence one(const Place& place, const TextKey& key) const;
  content::Block block(const content::Language& reader, const Place& place, const SourcePage& source,
                       const SourceBlock& from, TermMarks& terms) const;
  void fill_contact(const Place& place, const std::string& id, content::Block& block) const;

  void fill_hours(const Place& place, const std::string& id, content::Block& block) const;
  void fill_poll(const Place& place, const std::string& id, content::Block& block) const;

  SiteView view_;
  const Resolver& resolver_;
};

}  // namespace kiosk::tool
