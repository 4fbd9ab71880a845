// The words of one language's pages, for searching. Built off the drawing thread from the compiled tree; then only
// read. Knows nothing of screens and keeps nothing of what is searched for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/tree.h"
#include "content/tree_reader.h"
#include "i18n/search_keys.h"
#include "ui/search_results.h"

namespace kiosk::app {

// Where in a page a sentence stands; a match counts by it.
enum class Field : std::uint8_t { kTitle, kHeading, kSummary, kBody };

class SearchIndex {
 public:
  // A page with its words, in the order of the topics.
  struct Page {
    content::PageRef reference;
    std::vector<std::uint32_t> sentences;  // the title first
  };
  struct SentenceEntry {
    std::uint32_t page = 0;
    Field field = Field::kBody;
    content::Sentence sentence;
    std::string text;  // its words as one string
    int words = 0;
  };
  // One word of the query in one sentence.
  struct Hit {
    std::uint32_t sentence = 0;
    i18n::Likeness likeness = i18n::Likeness::kNone;
    float closeness = 1;  // how much of the word was typed
  };

  // Pages that cannot be read are left out (logged). `chain` gives the collation where ICU has none for the tag.
  static std::shared_ptr<const SearchIndex> build(const content::TreeReader& reader, const content::Language& language);
  // From values, for tests and benchmarks.
  static std::shared_ptr<const SearchIndex> build(std::vector<content::Page> pages, const content::Language& language);
  ~SearchIndex();

  const std::vector<Page>& pages() const;
  const std::vector<SentenceEntry>& sentences() const;
  const ui::PageList& list() const;

  // Hits of one typed word: whole words and beginnings; where `typing_errors`, words with one typing error instead.
  std::vector<Hit> find(std::string_view word, bool typing_errors) const;
  // The typed text's words, at most eight.
  std::vector<std::string> words_of(std::string_view typed) const;
  // The sentence with the words that match one of the typed ones in bold, and nothing else in bold or linked.
  content::Sentence marked(const SentenceEntry& entry, const std::vector<std::string>& typed) const;

 private:
  struct Data;
  explicit SearchIndex(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::app
