#include "i18n/words.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>

namespace kiosk::i18n {

namespace {

std::unique_ptr<icu::BreakIterator> words_by(std::string_view locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale(std::string(locale).c_str()), status));
  return U_SUCCESS(status) ? std::move(words) : nullptr;
}

void set_text(icu::BreakIterator& breaks, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaks.setText(utext, status);  // takes a copy of the view, not of the text
  utext_close(utext);
}

}  // namespace

struct WordBreaker::Data {
  std::unique_ptr<icu::BreakIterator> breaks;
};

WordBreaker::WordBreaker(std::string_view locale) : data_(std::make_unique<Data>()) {
  data_->breaks = words_by(locale);
}
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;

std::vector<Word> WordBreaker::words_of(std::string_view text) const {
  std::vector<Word> words;
  if (!data_->breaks || text.empty()) return words;
  icu::BreakIterator& breaks = *data_->breaks;
  set_text(breaks, text);
  for (std::int32_t from = breaks.first(), to = breaks.next(); to != icu::BreakIterator::DONE;
       from = to, to = breaks.next()) {
    if (breaks.getRuleStatus() == UBRK_WORD_NONE) continue;
    const Word word{static_cast<std::size_t>(from), static_cast<std::size_t>(to)};
    const bool hyphened = !words.empty() && word.begin == words.back().end + 1 && text[words.back().end] == '-';
    const Word both{hyphened ? words.back().begin : 0, word.end};
    words.push_back(word);
    if (hyphened) words.push_back(both);
  }
  return words;
}

std::size_t count_letters(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> letters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (!letters) return 0;
  set_text(*letters, text);
  letters->first();
  std::size_t count = 0;
  while (letters->next() != icu::BreakIterator::DONE) ++count;
  return count;
}

}  // namespace kiosk::i18n
