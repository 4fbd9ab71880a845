#include "i18n/pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <unordered_map>
#include <utility>

#include "i18n/search_keys.h"

namespace kiosk::i18n {

struct Pinyin::Data {
  std::unique_ptr<icu::Transliterator> to_latin;
  bool made = false;
  std::unordered_map<std::string, std::string> known;

  // Null where ICU has none. Its rules take two megabytes: they are read for the first word of Han.
  const icu::Transliterator* transliterator() {
    if (std::exchange(made, true)) return to_latin.get();
    UErrorCode status = U_ZERO_ERROR;
    to_latin.reset(icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower; [:^Letter:] Remove",
                                                       UTRANS_FORWARD, status));
    if (U_FAILURE(status)) to_latin.reset();
    return to_latin.get();
  }
};

Pinyin::Pinyin() : data_(std::make_unique<Data>()) {}
Pinyin::~Pinyin() = default;

std::string Pinyin::of(std::string_view word) {
  if (!is_han(word)) return {};
  const icu::Transliterator* const to_latin = data_->transliterator();
  if (to_latin == nullptr) return {};
  const auto [at, is_new] = data_->known.try_emplace(std::string(word));
  if (!is_new) return at->second;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  to_latin->transliterate(text);
  text.toUTF8String(at->second);
  return at->second;
}

}  // namespace kiosk::i18n
