// The kiosk's own line-break rules, each at the width where plain UAX 14 would break elsewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_fixture.h"

namespace kiosk::text {
namespace {

using testing::Contains;
using testing::Not;

std::vector<std::string> pieces(const std::string& text, const std::vector<std::string>& fonts, const char* language) {
  ParagraphSource source = source_of(text, fonts, language);
  source.rules = BreakRules::kHouse;
  const Paragraph paragraph = laid_out(std::move(source));
  return line_texts(paragraph, paragraph.break_lines(-1, LongWords::kOverflow));
}

std::vector<std::string> latin(const std::string& text) { return pieces(text, {"NotoSans-Regular.ttf"}, "sv"); }

TEST(HouseBreaks, TheseStayWhole) {
  for (const char* whole : {"08-123 45 67", "0224-160 00", "+46 (0)8 508 00 000", "070-123 45 67", "2026-11-22",
                            "22 november 2026", "22. marraskuuta 2026", "10:00–16:30", "https://www.1177.se/sv/a?b=1",
                            "info@vasteras.se", "www.1177.se/ar", "1/11 2026"}) {
    EXPECT_THAT(latin(std::string("Text ") + whole + " text"), Contains(std::string(whole) + " ")) << whole;
  }
}

TEST(HouseBreaks, NumbersInARowMayBreakOnceTheyAreNoPhoneNumber) {
  EXPECT_GT(latin("10000 20000 30000 40000 50000 60000 70000").size(), 1u);
}

TEST(HouseBreaks, AWordAfterANumberMayStandOnTheNextLine) {
  EXPECT_THAT(latin("Det kostar 20 kronor"), testing::ElementsAre("Det ", "kostar ", "20 ", "kronor"));
}

TEST(HouseBreaks, KoreanBreaksAtSpacesAndAfterHyphens) {
  const std::vector<std::string> fonts = {"NotoSansCJK-Regular.ttc#1"};
  EXPECT_THAT(pieces("모든 인간은(서울)은 자유", fonts, "ko"),
              testing::ElementsAre("모든 ", "인간은(서울)은 ", "자유"));
  EXPECT_THAT(pieces("한국어 배우기", fonts, "sv"), testing::ElementsAre("한국어 ", "배우기"));
}

TEST(HouseBreaks, JapaneseBreaksBetweenPhrases) {
  for (const char* language : {"ja", "ja-JP", "ja-u-ca-japanese"})
    EXPECT_THAT(pieces("図書館で本を借ります", {"NotoSansCJK-Regular.ttc#0"}, language), Not(Contains("図")));
}

TEST(HouseBreaks, ChineseBreaksBetweenCharacters) {
  EXPECT_THAT(pieces("图书馆", {"NotoSansCJK-Regular.ttc#2"}, "zh-Hans"), testing::ElementsAre("图", "书", "馆"));
}

TEST(HouseBreaks, PersianNonJoinersAreNoBreaks) {
  EXPECT_THAT(pieces("کتاب\u200Cخانه می\u200Cروم", {"NotoSansArabic-Regular.ttf"}, "fa"),
              testing::ElementsAre("کتاب\u200Cخانه ", "می\u200Cروم"));
}

TEST(HouseBreaks, WhatStaysWholeStillBreaksWhereNothingElseFits) {
  ParagraphSource source = source_of("https://www.1177.se/halsa", {"NotoSans-Regular.ttf"}, "sv");
  source.rules = BreakRules::kHouse;
  const Paragraph paragraph = laid_out(std::move(source));
  const std::vector<Line> lines = paragraph.break_lines(200);
  EXPECT_EQ(line_texts(paragraph, lines).front(), "https://");
  EXPECT_TRUE(lines.front().emergency);
}

}  // namespace
}  // namespace kiosk::text
