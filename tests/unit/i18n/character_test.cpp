#include "i18n/character.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "i18n/language_letters.h"
#include "i18n/plain_breaks.h"

namespace kiosk::i18n {
namespace {

std::string shown(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

TEST(Character, DigitsOfEveryScriptHaveTheirValue) {
  EXPECT_EQ(digit_value(U'7'), 7);
  EXPECT_EQ(digit_value(U'٧'), 7);
  EXPECT_EQ(digit_value(U'७'), 7);
  EXPECT_EQ(digit_value(U'²'), -1);
  EXPECT_EQ(digit_value(U'x'), -1);
}

TEST(Character, LettersAndTheirCase) {
  EXPECT_TRUE(is_letter(U'å'));
  EXPECT_TRUE(is_letter(U'ع'));
  EXPECT_FALSE(is_letter(U'1'));
  EXPECT_TRUE(is_upper_case(U'Å'));
  EXPECT_FALSE(is_upper_case(U'å'));
  EXPECT_EQ(to_lower_case(U'Å'), U'å');
  EXPECT_EQ(to_lower_case(U'ع'), U'ع');
}

TEST(Character, InvisibleOnesNeedNoGlyph) {
  for (const char32_t c : {U'\t', U' ', U'\u00A0', U'\u200B', U'\u200C', U'\u2067', U'\uFE0F'})
    EXPECT_FALSE(needs_glyph(c)) << shown(c);
  for (const char32_t c : {U'a', U'ع', U'।', U'\uFFFD', U'\u0301'}) EXPECT_TRUE(needs_glyph(c)) << shown(c);
}

TEST(Character, ColumnsAreThoseOfATerminal) {
  EXPECT_EQ(columns_of(U'a'), 1);
  EXPECT_EQ(columns_of(U'中'), 2);
  EXPECT_EQ(columns_of(U'\uFF01'), 2);
  EXPECT_EQ(columns_of(U'\u0301'), 0);
  EXPECT_EQ(columns_of(U'\u200F'), 0);
}

TEST(LanguageLetters, ScriptsWithSeveralPartsHoldThemAll) {
  const LanguageLetters japanese("ja", "Jpan");
  for (const char32_t c : {U'日', U'の', U'テ'}) EXPECT_TRUE(japanese.in_script(c));
  EXPECT_FALSE(japanese.in_script(U'a'));
  EXPECT_FALSE(japanese.has_exemplars());
  EXPECT_FALSE(LanguageLetters("zh-Hans", "Hans").has_exemplars());
  EXPECT_FALSE(LanguageLetters("xx", "????").has_script());
}

TEST(LanguageLetters, ExemplarsAreTheLanguagesOwn) {
  const LanguageLetters turkish("tr", "Latn");
  EXPECT_TRUE(turkish.has_exemplars());
  for (const char32_t c : {U'ğ', U'Ğ', U'İ', U'ı'}) EXPECT_TRUE(turkish.is_exemplar(c));
  EXPECT_FALSE(turkish.is_exemplar(U'ŧ'));
  EXPECT_FALSE(LanguageLetters("rom", "Latn").has_exemplars()) << "CLDR has none: root's would condemn every letter";
}

TEST(LanguageLetters, AlphabetsThatLookAlikeAreToldApart) {
  EXPECT_EQ(alphabet_of(U'e'), Alphabet::kLatin);
  EXPECT_EQ(alphabet_of(U'е'), Alphabet::kCyrillic);
  EXPECT_EQ(alphabet_of(U'ο'), Alphabet::kGreek);
  EXPECT_EQ(alphabet_of(U'ع'), Alphabet::kOther);
}

TEST(PlainBreaks, LinesMayBeginWhereUax14SaysWithoutDictionaries) {
  const auto marked = [](std::u32string_view text) {
    std::string out;
    for (const bool may_begin : plain_line_breaks(text)) out += may_begin ? '|' : '.';
    return out;
  };
  EXPECT_EQ(marked(U"en bok"), "...|..");
  EXPECT_EQ(marked(U"en\u00A0bok"), "......");
  EXPECT_EQ(marked(U"da-da"), "...|.");
  EXPECT_EQ(marked(U"中文。"), ".|.");
  EXPECT_EQ(marked(U"ไทยไทย"), "......");
  EXPECT_EQ(marked(U"🇸🇪🇳🇴"), "..|.");
}

}  // namespace
}  // namespace kiosk::i18n
