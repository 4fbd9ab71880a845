#include "i18n/name_index.h"

#include <gtest/gtest.h>

namespace kiosk::i18n {
namespace {

TEST(NameIndex, ScriptsStandTogetherAndLettersInOrder) {
  const std::vector<std::string> names{"українська", "العربية", "Türkçe", "suomi", "русский", "English", "中文"};
  std::vector<std::string> ordered;
  for (const std::size_t i : in_root_order(names)) ordered.push_back(names[i]);
  EXPECT_EQ(ordered,
            (std::vector<std::string>{"English", "suomi", "Türkçe", "русский", "українська", "العربية", "中文"}));
}

TEST(NameIndex, AnInitialIsTheFirstLetterWithoutMarks) {
  EXPECT_EQ(initial_of("íslenska"), "I");
  EXPECT_EQ(initial_of("українська"), "У");
  EXPECT_EQ(initial_of("ქართული"), "ქ");
  EXPECT_EQ(initial_of("اردو"), "ا");
  EXPECT_EQ(initial_of("…"), "");
}

TEST(NameIndex, WhatIsTypedFitsTheBeginningOfAnyWord) {
  EXPECT_TRUE(begins_a_word("español", "ESPAN"));
  EXPECT_TRUE(begins_a_word("tigrinska", " tig"));
  EXPECT_TRUE(begins_a_word("förenklad kinesiska", "kin"));
  EXPECT_TRUE(begins_a_word("العربية", "العر"));
  EXPECT_TRUE(begins_a_word("svenska", ""));
  EXPECT_FALSE(begins_a_word("svenska", "enska"));
  EXPECT_FALSE(begins_a_word("svenska", "svenskar"));
}

}  // namespace
}  // namespace kiosk::i18n
