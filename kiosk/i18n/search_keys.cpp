#include "i18n/search_keys.h"

#include <unicode/coleitr.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/tblcoll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>

namespace kiosk::i18n {

namespace {

UScriptCode script_of_letter(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

UScriptCode script_of_word(const icu::UnicodeString& word) {
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UScriptCode script = script_of_letter(word.char32At(i));
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return script;
  }
  return USCRIPT_COMMON;
}

bool every_sign_counts(UScriptCode script) {
  constexpr std::array kScripts{USCRIPT_THAI,     USCRIPT_LAO, USCRIPT_KHMER,    USCRIPT_MYANMAR,
                                USCRIPT_ETHIOPIC, USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};
  return std::find(kScripts.begin(), kScripts.end(), script) != kScripts.end();
}

using Letters = std::map<char16_t, char16_t>;

// Letters of Arabic script that look or sound alike and that keyboards and spellings mix up, by language.
const Letters& arabic_letters(std::string_view language) {
  static const Letters kAny{{u'ك', u'ک'}, {u'ي', u'ی'}, {u'ى', u'ی'}, {u'ۀ', u'ه'}};
  static const Letters kArabic{{u'ك', u'ک'}, {u'ي', u'ی'}, {u'ى', u'ی'}, {u'ة', u'ه'}, {u'ٱ', u'ا'}};
  static const Letters kUrdu{{u'ك', u'ک'}, {u'ي', u'ی'}, {u'ى', u'ی'}, {u'ه', u'ہ'}, {u'ة', u'ہ'}, {u'ۃ', u'ہ'}};
  static const Letters kSorani{{u'ك', u'ک'}, {u'ي', u'ی'}, {u'ى', u'ی'}, {u'ھ', u'ه'}};
  if (language == "ar") return kArabic;
  if (language == "ur") return kUrdu;
  return language == "ckb" ? kSorani : kAny;
}

// Tigrinya and Amharic write one sound with two letters, differently in Eritrea and Ethiopia.
UChar32 ethiopic_letter(UChar32 c, std::string_view language) {
  if (language != "ti" && language != "am") return c;
  if (c >= 0x1220 && c <= 0x1227) return c + 0x10;  // ሠ -> ሰ
  if (c >= 0x1340 && c <= 0x1347) return c - 0x8;   // ፀ -> ጸ
  return c;
}

icu::UnicodeString same_letters(const icu::UnicodeString& word, UScriptCode script, std::string_view language) {
  if (script != USCRIPT_ARABIC && script != USCRIPT_ETHIOPIC) return word;
  icu::UnicodeString out;
  const Letters& letters = arabic_letters(language);
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    constexpr char16_t kTatweel = 0x0640, kNonJoiner = 0x200C;
    if (c == kTatweel) continue;
    // Sorani typed without its own letter for the vowel: heh and a non-joiner.
    if (language == "ckb" && c == u'ه' && i + 1 < word.length() && word.charAt(i + 1) == kNonJoiner) {
      out.append(u'ە');
    } else if (const auto same = c < 0x10000 ? letters.find(static_cast<char16_t>(c)) : letters.end();
               same != letters.end()) {
      out.append(same->second);
    } else {
      out.append(ethiopic_letter(c, language));
    }
  }
  return out;
}

// What Arabic writes together with a word: and, with, for, like, the.
std::vector<icu::UnicodeString> without_article(const icu::UnicodeString& word) {
  static const std::array<icu::UnicodeString, 7> kJoined{
      icu::UnicodeString(u"وال"), icu::UnicodeString(u"بال"), icu::UnicodeString(u"کال"), icu::UnicodeString(u"فال"),
      icu::UnicodeString(u"لل"),  icu::UnicodeString(u"ال"),  icu::UnicodeString(u"و")};
  constexpr std::int32_t kShortestRest = 3;
  for (const icu::UnicodeString& joined : kJoined)
    if (word.startsWith(joined) && word.length() - joined.length() >= kShortestRest)
      return {word.tempSubString(joined.length())};
  return {};
}

using Rules = std::unique_ptr<icu::RuleBasedCollator>;

Rules primary_rules(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  collator->setStrength(icu::Collator::PRIMARY);
  collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
  auto* rules = dynamic_cast<icu::RuleBasedCollator*>(collator.get());
  if (rules == nullptr) return nullptr;
  (void)collator.release();
  return Rules(rules);
}

}  // namespace

struct SearchKeys::Data {
  std::string language;  // the tag's first part
  icu::Locale locale;
  Rules collator, root;
  const icu::Normalizer2* nfkc = nullptr;

  static std::u32string weights(const Rules& collator, const icu::UnicodeString& word) {
    std::u32string key;
    if (!collator) return key;
    const std::unique_ptr<icu::CollationElementIterator> elements(collator->createCollationElementIterator(word));
    UErrorCode status = U_ZERO_ERROR;
    for (std::int32_t element = elements->next(status);
         U_SUCCESS(status) && element != icu::CollationElementIterator::NULLORDER; element = elements->next(status)) {
      const auto primary = static_cast<char32_t>(icu::CollationElementIterator::primaryOrder(element));
      // A primary weight of more than 16 bits comes as two elements; the second one is marked.
      const bool second_half = (element & 0xC0) == 0xC0;
      if (second_half && !key.empty())
        key.back() |= primary;
      else if (primary != 0)
        key.push_back(primary << 16);
    }
    return key;
  }

  SearchKey key(const icu::UnicodeString& word, UScriptCode script) const {
    if (!every_sign_counts(script)) return {weights(collator, word), weights(root, word)};
    SearchKey key;
    for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1))
      key.letters.push_back(static_cast<char32_t>(word.char32At(i)));
    return key;
  }
};

SearchKeys::SearchKeys(std::string_view tag, std::string_view locale) : data_(std::make_unique<Data>()) {
  data_->language = tag.substr(0, tag.find('-'));
  data_->locale = icu::Locale(std::string(locale).c_str());
  UErrorCode status = U_ZERO_ERROR;
  data_->collator = primary_rules(data_->locale);
  data_->root = primary_rules(icu::Locale::getRoot());
  data_->nfkc = icu::Normalizer2::getNFKCInstance(status);
}
SearchKeys::~SearchKeys() = default;
SearchKeys::SearchKeys(SearchKeys&&) noexcept = default;

std::vector<SearchKey> SearchKeys::keys_of(std::string_view word) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  if (data_->nfkc != nullptr) text = data_->nfkc->normalize(text, status);
  text.toLower(data_->locale);
  const UScriptCode script = script_of_word(text);
  text = same_letters(text, script, data_->language);
  std::vector<SearchKey> keys{data_->key(text, script)};
  if (keys.front().letters.empty()) return {};
  if (script == USCRIPT_ARABIC && data_->language == "ar")
    for (const icu::UnicodeString& bare : without_article(text)) keys.push_back(data_->key(bare, script));
  return keys;
}

namespace {

// One letter too many, too few, another one, or two that changed places.
bool one_typing_error(const std::u32string& typed, const std::u32string& word) {
  const bool fewer = typed.size() <= word.size();
  const std::u32string_view s(fewer ? typed : word), l(fewer ? word : typed);
  if (l.size() - s.size() > 1) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(s.begin(), s.end(), l.begin()).first - s.begin());
  if (l.size() > s.size()) return s.substr(at) == l.substr(at + 1);
  if (at == s.size() || s.substr(at + 1) == l.substr(at + 1)) return true;
  return at + 1 < s.size() && s[at] == l[at + 1] && s[at + 1] == l[at] && s.substr(at + 2) == l.substr(at + 2);
}

}  // namespace

Likeness likeness(const SearchKey& typed, std::size_t letters, const SearchKey& word) {
  if (typed.letters.empty()) return Likeness::kNone;
  if (typed.letters == word.letters) return Likeness::kWhole;
  if (word.letters.starts_with(typed.letters)) return Likeness::kPrefix;
  constexpr std::size_t kLongEnough = 5, kAccentsFrom = 6;
  if (letters < kLongEnough || word.letters.size() < kLongEnough) return Likeness::kNone;
  if (letters < kAccentsFrom && !typed.bare.empty() && typed.bare == word.bare) return Likeness::kNone;
  return one_typing_error(typed.letters, word.letters) ? Likeness::kTypingError : Likeness::kNone;
}

bool is_han(std::string_view word) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  return script_of_word(text) == USCRIPT_HAN;
}

}  // namespace kiosk::i18n
