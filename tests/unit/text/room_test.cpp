// Room that readers ask for: between letters only where letters stand alone, between words everywhere.
#include <gtest/gtest.h>

#include "text_fixture.h"

namespace kiosk::text {
namespace {

struct Sample {
  const char* name;
  const char* text;
  std::vector<std::string> fonts;
  const char* language;
  Direction direction;
  int letters;  // that get room; 0 where letters join or build clusters
  int spaces;
};

const Sample kSamples[] = {
    {"Swedish", "låna böcker", {"NotoSans-Regular.ttf"}, "sv", Direction::kLeftToRight, 11, 1},
    {"Russian", "где врач", {"NotoSans-Regular.ttf"}, "ru", Direction::kLeftToRight, 8, 1},
    {"CombiningMarks", "a\u0301e\u0323 o", {"NotoSans-Regular.ttf"}, "vi", Direction::kLeftToRight, 4, 1},
    {"Chinese", "你好", {"NotoSansCJK-Regular.ttc"}, "zh-Hans", Direction::kLeftToRight, 2, 0},
    {"Tigrinya",
     "ስራሕ ሰብ",
     {"NotoSansEthiopic-Regular.ttf", "NotoSans-Regular.ttf"},
     "ti",
     Direction::kLeftToRight,
     6,
     1},
    {"Arabic", "اتصل برقم", {"NotoSansArabic-Regular.ttf"}, "ar", Direction::kRightToLeft, 0, 1},
    {"Hindi", "नमस्ते जी", {"NotoSansDevanagari-Regular.ttf"}, "hi", Direction::kLeftToRight, 0, 1},
    {"Thai", "สวัสดี", {"NotoSansThai-Regular.ttf"}, "th", Direction::kLeftToRight, 0, 0},
};

class Room : public testing::TestWithParam<Sample> {};

TEST_P(Room, LettersThatStandAloneAndWordsMoveApartAndNothingElse) {
  const Sample& s = GetParam();
  ParagraphSource usual = source_of(s.text, s.fonts, s.language, s.direction), wide = usual;
  wide.styles[0].letter_room_px = 4;
  wide.styles[0].word_room_px = 5;
  const Line before = laid_out(std::move(usual)).break_lines(kNoLimit).at(0);
  const Line after = laid_out(std::move(wide)).break_lines(kNoLimit).at(0);
  EXPECT_NEAR(after.width - before.width, 4 * s.letters + 5 * s.spaces, 1e-3);
  ASSERT_EQ(after.glyphs.size(), before.glyphs.size());
  for (std::size_t i = 0; i < after.glyphs.size(); ++i) EXPECT_EQ(after.glyphs[i].gid, before.glyphs[i].gid) << i;
}

INSTANTIATE_TEST_SUITE_P(Scripts, Room, testing::ValuesIn(kSamples),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Room, LinesAreBrokenWithTheRoomCounted) {
  ParagraphSource wide = source_of("låna böcker", {"NotoSans-Regular.ttf"}, "sv");
  const double usual = laid_out(wide).one_line();
  wide.styles[0].letter_room_px = 4;
  const Paragraph paragraph = laid_out(std::move(wide));
  EXPECT_EQ(paragraph.break_lines(usual).size(), 2u);
  EXPECT_EQ(paragraph.break_lines(paragraph.one_line()).size(), 1u);
}

}  // namespace
}  // namespace kiosk::text
