#include "text/paragraph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_fixture.h"

namespace kiosk::text {
namespace {

using testing::ElementsAre;

const std::vector<std::string> kLatin = {"NotoSans-Regular.ttf"};
const std::vector<std::string> kArabic = {"NotoSansArabic-Regular.ttf", "NotoSans-Regular.ttf"};
const std::vector<std::string> kNastaliq = {"NotoNastaliqUrdu-Regular.ttf", "NotoSans-Regular.ttf"};

Line only_line(ParagraphSource source) { return laid_out(std::move(source)).break_lines(kNoLimit).at(0); }

TEST(Paragraph, AnEmptyTextHasOneEmptyLine) {
  const Paragraph paragraph = laid_out(source_of("", kLatin, "sv"));
  const std::vector<Line> lines = paragraph.break_lines(100);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_TRUE(lines[0].glyphs.empty());
  EXPECT_EQ(paragraph.longest_word(), 0);
  EXPECT_EQ(paragraph.one_line(), 0);
}

TEST(Paragraph, AnEmptyLineIsAsHighAsItsFont) {
  const Paragraph paragraph = laid_out(source_of("", kLatin, "sv"));
  const LineBox box = measure(paragraph.break_lines(100)[0], paragraph);
  const FaceMetrics& metrics = test_face(kLatin[0])->metrics();
  EXPECT_DOUBLE_EQ(box.ascent, metrics.ascent * 32);
  EXPECT_DOUBLE_EQ(box.descent, metrics.descent * 32);
}

TEST(Paragraph, LinesPartitionTheText) {
  const Paragraph paragraph = laid_out(source_of("Det är  gratis att\tlåna böcker på biblioteket.", kLatin, "sv"));
  std::uint32_t at = 0;
  for (const Line& line : paragraph.break_lines(120)) {
    EXPECT_EQ(line.start, at);
    EXPECT_GT(line.end, line.start);
    at = line.end;
  }
  EXPECT_EQ(at, paragraph.text().size());
}

TEST(Paragraph, RunsCountTheirGlyphs) {
  const Paragraph paragraph = laid_out(source_of("الرقم 1177 (Vård) هنا", kArabic, "ar", Direction::kRightToLeft));
  for (const Line& line : paragraph.break_lines(150)) {
    std::size_t glyphs = 0;
    for (const auto& run : line.runs) glyphs += run.glyph_count;
    EXPECT_EQ(glyphs, line.glyphs.size());
  }
}

TEST(Paragraph, ALineAsWideAsItsTextFits) {
  const Paragraph paragraph = laid_out(source_of("låna böcker", kLatin, "sv"));
  EXPECT_EQ(paragraph.break_lines(paragraph.one_line()).size(), 1u);
  EXPECT_EQ(paragraph.break_lines(paragraph.one_line() - 1.0 / 32).size(), 2u);
}

TEST(Paragraph, SpacesAtTheEndDoNotCountForFitting) {
  const Paragraph bare = laid_out(source_of("låna", kLatin, "sv"));
  const Paragraph spaced = laid_out(source_of("låna    böcker", kLatin, "sv"));
  const std::vector<Line> lines = spaced.break_lines(bare.one_line());
  EXPECT_EQ(lines[0].end, 9u);
  EXPECT_EQ(lines[0].width, bare.one_line());
  EXPECT_GT(lines[0].trailing, 0);
}

TEST(Paragraph, NothingOverflowsAtTheWidthOfTheLongestWord) {
  for (const char* text : {"Alla människor är födda fria", "AVAVAV WAWA Ty. fi ffi"}) {
    const Paragraph paragraph = laid_out(source_of(text, kLatin, "sv"));
    const double width = paragraph.longest_word();
    for (const Line& line : paragraph.break_lines(width, LongWords::kOverflow)) EXPECT_LE(line.width, width + 1.0 / 64);
    const std::vector<Line> narrower = paragraph.break_lines(width - 1, LongWords::kOverflow);
    EXPECT_TRUE(std::any_of(narrower.begin(), narrower.end(), [&](const Line& l) { return l.width > width - 1; }));
  }
}

TEST(Paragraph, ALongWordBreaksAnywhereOrOverflows) {
  const Paragraph paragraph = laid_out(source_of("kommunikationsmedel här", kLatin, "sv"));
  const std::vector<Line> broken = paragraph.break_lines(150);
  EXPECT_TRUE(broken[0].emergency);
  for (const Line& line : broken) EXPECT_LE(line.width, 150 + 1.0 / 64);
  const std::vector<Line> whole = paragraph.break_lines(150, LongWords::kOverflow);
  EXPECT_THAT(line_texts(paragraph, whole), ElementsAre("kommunikationsmedel ", "här"));
  EXPECT_FALSE(whole[0].emergency);
  EXPECT_GT(whole[0].width, 150);
}

TEST(Paragraph, AtNoWidthEveryGraphemeIsALine) {
  const Paragraph paragraph = laid_out(source_of("e\u0301👩\u200D👧ab", kLatin, "sv"));
  EXPECT_THAT(line_texts(paragraph, paragraph.break_lines(0)), ElementsAre("e\u0301", "👩\u200D👧", "a", "b"));
}

TEST(Paragraph, ANewWidthGivesWhatAFreshParagraphGives) {
  const std::string text = "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔";
  const Paragraph kept = laid_out(source_of(text, kNastaliq, "ur", Direction::kRightToLeft));
  kept.break_lines(90);
  for (const double width : {50.0, 120.0, 200.0, 333.0}) {
    const std::vector<Line> again = kept.break_lines(width);
    const std::vector<Line> fresh =
        laid_out(source_of(text, kNastaliq, "ur", Direction::kRightToLeft)).break_lines(width);
    ASSERT_EQ(again.size(), fresh.size());
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      EXPECT_EQ(glyph_ids(again[i]), glyph_ids(fresh[i]));
      EXPECT_EQ(again[i].width, fresh[i].width);
    }
  }
}

TEST(Paragraph, ArabicLettersJoinAcrossASpanBorder) {
  ParagraphSource plain = source_of("كتاب", kArabic, "ar", Direction::kRightToLeft);
  ParagraphSource spanned = plain;
  spanned.styles.push_back(spanned.styles[0]);
  spanned.spans = {{0, 4, 1}};  // كت
  const Line one = only_line(std::move(plain)), two = only_line(std::move(spanned));
  EXPECT_EQ(two.runs.size(), 2u);
  EXPECT_EQ(glyph_ids(one), glyph_ids(two));
}

TEST(Paragraph, ASpanThatCutsAGraphemeTakesTheStyleOfItsFirstCharacter) {
  ParagraphSource source = source_of("e\u0301x", kLatin, "sv");
  source.styles.push_back(source.styles[0]);
  source.spans = {{1, 4, 1}};
  const Line line = only_line(std::move(source));
  ASSERT_EQ(line.runs.size(), 2u);
  EXPECT_EQ(line.runs[0].style, 0);
  EXPECT_EQ(line.runs[0].end, 3u);
  EXPECT_EQ(line.runs[1].style, 1);
}

TEST(Paragraph, ASpanHasItsOwnSizeAndFonts) {
  ParagraphSource source = source_of("ab", kLatin, "sv");
  source.styles.push_back({test_stack({"NotoSans-Bold.ttf"}), 64, "sv"});
  source.spans = {{1, 2, 1}};
  const Line line = only_line(std::move(source));
  EXPECT_EQ(line.glyphs[1].face, test_face("NotoSans-Bold.ttf"));
  EXPECT_GT(line.glyphs[1].advance, line.glyphs[0].advance * 1.5f);
}

TEST(Paragraph, NastaliqNeedsMoreRoomThanItsFontSays) {
  const Paragraph paragraph = laid_out(source_of("پنجھی سمجھتے گنجھلیں", kNastaliq, "ur", Direction::kRightToLeft));
  const LineBox box = measure(paragraph.break_lines(kNoLimit)[0], paragraph);
  const FaceMetrics& metrics = test_face(kNastaliq[0])->metrics();
  EXPECT_GE(box.ascent, metrics.ascent * 32);
  EXPECT_GT(-box.ink_top + box.ink_bottom, 32);
  EXPECT_LE(-box.ink_top, box.ascent);
  EXPECT_LE(box.ink_bottom, box.descent);
}

TEST(Paragraph, KhmerInkGoesBelowTheFontsDescent) {
  const Paragraph paragraph = laid_out(source_of("ស្ត្រី ក្រ្ញុំ", {"NotoSansKhmer-Regular.ttf"}, "km"));
  const LineBox box = measure(paragraph.break_lines(kNoLimit)[0], paragraph);
  EXPECT_GT(box.descent, test_face("NotoSansKhmer-Regular.ttf")->metrics().descent * 32);
  EXPECT_EQ(box.descent, box.ink_bottom);
}

TEST(Paragraph, MissingGlyphsAreCounted) {
  const Paragraph paragraph = laid_out(source_of("a\U00012000b\U00012001", kLatin, "sv"));
  EXPECT_EQ(measure(paragraph.break_lines(kNoLimit)[0], paragraph).notdef, 2);
}

TEST(Paragraph, AnAuthorsLineBreakIsKeptAndDrawsNothingByTheHouseRules) {
  ParagraphSource source = source_of("Storgatan 1\u2028722 11 Västerås", kLatin, "sv");
  source.rules = BreakRules::kHouse;
  const Paragraph paragraph = laid_out(std::move(source));
  const std::vector<Line> lines = paragraph.break_lines(kNoLimit);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(measure(lines[0], paragraph).notdef, 0);
  EXPECT_EQ(lines[0].glyphs.back().gid, -1);
  EXPECT_EQ(lines[0].trailing, 0);
}

TEST(Paragraph, TrailingSpaceOfARightToLeftLineLiesAtItsLeft) {
  const Paragraph paragraph = laid_out(source_of("شكرا جزيلا", kArabic, "ar", Direction::kRightToLeft));
  const std::vector<Line> lines = paragraph.break_lines(paragraph.longest_word());
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].glyphs.front().cluster, 8u);  // the space
  EXPECT_NEAR(lines[0].trailing, static_cast<double>(lines[0].glyphs.front().advance), 1e-3);
}

}  // namespace
}  // namespace kiosk::text
