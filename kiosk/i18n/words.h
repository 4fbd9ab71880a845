// A text's words as its language parts them (UAX 29, with ICU's dictionaries for Thai, Khmer, Lao, Burmese and
// Chinese). Punctuation and blanks are no words; numbers are. Not for line breaking.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::i18n {

struct Word {
  std::size_t begin = 0, end = 0;  // bytes of the text
  bool operator==(const Word&) const = default;
};

class WordBreaker {
 public:
  explicit WordBreaker(std::string_view locale);
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;

  // In order. A word with a hyphen inside ("e-post") is three: e, post, and both together.
  std::vector<Word> words_of(std::string_view text) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

// Letters as a reader counts them: grapheme clusters (UAX 29).
std::size_t count_letters(std::string_view text);

}  // namespace kiosk::i18n
