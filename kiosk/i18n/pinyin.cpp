#include "i18n/pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <unordered_map>

#include "i18n/search_keys.h"

namespace kiosk::i18n {

struct Pinyin::Data {
  std::unique_ptr<icu::Transliterator> to_latin;
  std::unordered_map<std::string, std::string> known;
};

Pinyin::Pinyin() : data_(std::make_unique<Data>()) {
  UErrorCode status = U_ZERO_ERROR;
  data_->to_latin.reset(
      icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower; [:^Letter:] Remove", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) data_->to_latin.reset();
}
Pinyin::~Pinyin() = default;

std::string Pinyin::of(std::string_view word) {
  if (!data_->to_latin || !is_han(word)) return {};
  const auto [at, is_new] = data_->known.try_emplace(std::string(word));
  if (!is_new) return at->second;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  data_->to_latin->transliterate(text);
  text.toUTF8String(at->second);
  return at->second;
}

}  // namespace kiosk::i18n
