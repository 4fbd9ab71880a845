#include "text/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_fixture.h"

namespace kiosk::text {
namespace {

using testing::HasSubstr;

std::string repeated(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

// "" when admitted.
std::string refusal(const std::string& text) {
  const auto paragraph = Paragraph::create(source_of(text, {"NotoSans-Regular.ttf"}, "en"));
  return paragraph ? "" : paragraph.error().message;
}

TEST(Limits, AParagraphOfEightKilobytesIsAdmittedAndNoMore) {
  EXPECT_EQ(refusal(repeated("abcdefg ", 1024)), "");
  EXPECT_EQ(refusal(repeated("abcdefg ", 1024) + "x"), "a paragraph of 8193 bytes, more than 8192");
}

TEST(Limits, EightMarksOnALetterAreAdmittedAndNoMore) {
  EXPECT_EQ(refusal("a" + repeated("\u0301", 8) + "b"), "");
  EXPECT_EQ(refusal("a" + repeated("\u0301", 9) + "b"), "more than 8 marks on one letter at byte 17");
}

TEST(Limits, JoinersBetweenMarksDoNotHideThem) {
  EXPECT_THAT(refusal("a" + repeated("\u0301\u200D", 9)), HasSubstr("more than 8 marks on one letter"));
}

TEST(Limits, EightCoengsInAClusterAreAdmittedAndNoMore) {
  EXPECT_EQ(refusal("\u1780" + repeated("\u17D2\u1780", 8)), "");
  EXPECT_EQ(refusal("\u1780" + repeated("\u17D2\u1780", 9)), "more than 8 subjoined letters in one cluster at byte 51");
}

TEST(Limits, CoengsOfSeparateClustersDoNotAddUp) { EXPECT_EQ(refusal(repeated("\u1780\u17D2\u1780\u17B6 ", 100)), ""); }

TEST(Limits, AStretchOf256CharactersWithoutABreakIsAdmittedAndNoMore) {
  EXPECT_EQ(refusal(repeated("x", 256)), "");
  EXPECT_EQ(refusal(repeated("x", 257)), "more than 256 characters without a place to break the line at byte 256");
  EXPECT_EQ(refusal(repeated("x", 200) + " " + repeated("x", 200)), "");
  EXPECT_EQ(refusal(repeated("\u4E00", 2000)), "");
}

TEST(Limits, InvalidBytesBecomeReplacementCharacters) {
  const std::string text =
      "a\xFF"
      "b\xED\xA0\x80"
      "c\xE2\x82";
  const Paragraph paragraph = laid_out(source_of(text, {"NotoSans-Regular.ttf"}, "en"));
  EXPECT_EQ(paragraph.text(), "a\uFFFDb\uFFFD\uFFFD\uFFFDc\uFFFD\uFFFD");
}

TEST(Limits, CleaningTellsWhichByteACharacterCameFrom) {
  const CleanText cleaned = clean(
      "a\xFF"
      "b");
  EXPECT_EQ(cleaned.text, "a\uFFFDb");
  EXPECT_EQ(cleaned.source_byte(0), 0u);
  EXPECT_EQ(cleaned.source_byte(1), 1u);
  EXPECT_EQ(cleaned.source_byte(4), 2u);
  EXPECT_EQ(cleaned.source_byte(5), 3u);
  EXPECT_EQ(cleaned.clean_byte(2), 4u);
  EXPECT_EQ(cleaned.clean_byte(3), 5u);
}

TEST(Limits, SpansStayOnTheirTextWhenBytesBeforeThemAreReplaced) {
  ParagraphSource source = source_of(
      "\xFF"
      "ab",
      {"NotoSans-Regular.ttf"}, "en");
  source.styles.push_back(source.styles[0]);
  source.styles[1].size_px = 64;
  source.spans = {{2, 3, 1}};
  const Paragraph paragraph = laid_out(std::move(source));
  const Line line = paragraph.break_lines(kNoLimit)[0];
  ASSERT_EQ(line.glyphs.size(), 3u);
  EXPECT_EQ(line.glyphs[1].style, 0);
  EXPECT_EQ(line.glyphs[2].style, 1);
}

TEST(Limits, ValidTextIsNotCopiedAndHasNoMap) {
  const CleanText cleaned = clean("Bücher");
  EXPECT_EQ(cleaned.text, "Bücher");
  EXPECT_TRUE(cleaned.source_bytes.empty());
}

}  // namespace
}  // namespace kiosk::text
