// When two words are the same to a searcher, by the rules of the word's own script and language: letter case and
// accents as the language's collation has them (CLDR; primary weights), so å is not a in Swedish and é is e in English;
// in Thai, Lao, Khmer, Burmese, Ethiopic and Han every sign counts. Arabic script: the letters that keyboards mix up
// (ک ك, ی ي) are one, and Arabic words are found without their article.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::i18n {

// Only for comparison with keys of the same SearchKeys.
struct SearchKey {
  std::u32string letters;  // one unit a letter or sign
  std::u32string bare;     // the same without any accents: only for telling what differs by accents alone
};

class SearchKeys {
 public:
  // `locale` is one that ICU has collation rules for (collation_locale). A thread of its own each.
  SearchKeys(std::string_view tag, std::string_view locale);
  ~SearchKeys();
  SearchKeys(SearchKeys&&) noexcept;

  // The word's keys: its own first; more where the language joins small words to it (Arabic). Empty for a word of signs
  // that do not count.
  std::vector<SearchKey> keys_of(std::string_view word) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

// What one key is to another. A typing error is one letter too many, too few, another, or two that changed places; only
// in words of at least five letters (`letters`: of the typed word), and a letter that differs by its accent alone
// (talli, tälli) from six on, since short words with such a difference are two words.
enum class Likeness { kNone, kTypingError, kPrefix, kWhole };
Likeness likeness(const SearchKey& typed, std::size_t letters, const SearchKey& word);

bool is_han(std::string_view word);

}  // namespace kiosk::i18n
