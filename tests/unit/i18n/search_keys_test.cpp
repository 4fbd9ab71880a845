// What a searcher takes for the same word, language by language.
#include "i18n/search_keys.h"

#include <gtest/gtest.h>

#include "i18n/collation.h"
#include "i18n/pinyin.h"
#include "i18n/syllables.h"
#include "i18n/words.h"

namespace kiosk::i18n {
namespace {

Likeness like(const char* tag, std::string_view typed, std::string_view word) {
  const SearchKeys keys(tag, tag);
  Likeness best = Likeness::kNone;
  for (const SearchKey& a : keys.keys_of(typed))
    for (const SearchKey& b : keys.keys_of(word)) best = std::max(best, likeness(a, count_letters(typed), b));
  return best;
}

struct Pair {
  const char *tag, *typed, *word;
  Likeness expected;
};

TEST(SearchKeys, FollowTheLanguage) {
  constexpr auto kNone = Likeness::kNone, kWhole = Likeness::kWhole, kPrefix = Likeness::kPrefix,
                 kError = Likeness::kTypingError;
  const Pair pairs[] = {
      {"sv", "VÅRD", "vård", kWhole},
      {"sv", "får", "far", kNone},
      {"sv", "vård", "vårdcentral", kPrefix},
      {"sv", "central", "vårdcentral", kNone},
      {"en", "cafe", "café", kWhole},
      {"tr", "sık", "sik", kNone},
      {"tr", "İŞ", "iş", kWhole},
      {"de", "strasse", "straße", kWhole},
      {"fa", "كتاب", "کتاب", kWhole},
      {"fa", "علي", "علی", kWhole},
      {"ar", "مكتبة", "المكتبة", kWhole},
      {"ar", "كِتَاب", "كتاب", kWhole},
      {"ar", "عمل", "علم", kNone},
      {"ur", "ه", "ہ", kWhole},
      {"hi", "दिन", "दान", kNone},
      {"hi", "दिन", "दिन", kWhole},
      {"th", "ไม่", "ไม้", kNone},
      {"th", "ห้อง", "ห้องสมุด", kPrefix},
      {"uk", "гніт", "ґніт", kNone},
      {"ti", "ሠላም", "ሰላም", kWhole},
      {"ti", "ቤት", "ቡት", kNone},
      {"sv", "biblotek", "bibliotek", kError},
      {"sv", "bilbiotek", "bibliotek", kError},
      {"sv", "bibliotekk", "bibliotek", kError},
      {"sv", "bibliotak", "bibliotek", kError},
      {"sv", "bblotek", "bibliotek", kNone},
      {"sv", "bost", "rost", kNone},
      {"fi", "talli", "tälli", kNone},
      {"sv", "forskola", "förskola", kError},
      {"sv", "١٢", "12", kWhole},
  };
  for (const Pair& p : pairs)
    EXPECT_EQ(like(p.tag, p.typed, p.word), p.expected) << p.tag << " " << p.typed << " " << p.word;
}

TEST(Words, ThaiIsPartedByItsDictionaryAndHyphensJoin) {
  EXPECT_GE(WordBreaker("th").words_of("ทำบัตรยืมหนังสือที่ห้องสมุด").size(), 4u);
  EXPECT_EQ(WordBreaker("sv").words_of("Skicka e-post!"), (std::vector<Word>{{0, 6}, {7, 8}, {9, 13}, {7, 13}}));
}

TEST(Pinyin, IsWithoutTonesAndBlanks) {
  Pinyin pinyin;
  EXPECT_EQ(pinyin.of("图书馆"), "tushuguan");
  EXPECT_EQ(pinyin.of("vård"), "");
}

TEST(Syllables, AFormTakesThePlaceOfItsConsonant) {
  EXPECT_EQ(type_letter("በ", "ቤ"), "ቤ");
  EXPECT_EQ(type_letter("ቤ", "ተ"), "ቤተ");
  EXPECT_EQ(type_letter("በ", "በ"), "በበ");
  EXPECT_EQ(forms_of_last("ሀ").front(), "ሁ");
  EXPECT_TRUE(forms_of_last("a").empty());
  EXPECT_EQ(type_letter("a", "\u0301"), "á");
  EXPECT_EQ(without_last("ที่"), "ที");
  EXPECT_EQ(key_label("\u0301"), "\u25CC\u0301");
}

TEST(Collation, LanguagesThatIcuLacksFollowTheirChain) {
  EXPECT_EQ(collation_locale("fit", "Latn", {"fi", "sv"}), "fi");
  EXPECT_EQ(collation_locale("aii-Syrc", "Syrc", {"ar", "en", "sv"}), "root");
  EXPECT_EQ(collation_locale("sv", "Latn", {"en"}), "sv");
}

TEST(Collation, LettersAreTheLanguagesOwn) {
  const auto letters = [](const std::vector<std::string>& texts, const char* locale) {
    std::string all;
    for (const LetterGroup& group : by_letter(texts, locale)) all += group.letter + " ";
    return all;
  };
  EXPECT_EQ(letters({"Öppet", "Arbete", "Äldre", "Åka"}, "sv"), "A Å Ä Ö ");
  EXPECT_EQ(letters({"Öppet", "Arbete", "Äldre"}, "en"), "A O ");
  EXPECT_EQ(letters({"图书馆", "医生"}, "zh"), "T Y ");
  EXPECT_EQ(letters({"ܐܒܐ", "ܒܝܬܐ"}, "root"), "ܐ ܒ ");
}

}  // namespace
}  // namespace kiosk::i18n
