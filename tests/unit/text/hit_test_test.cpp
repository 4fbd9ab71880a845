#include "text/hit_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_fixture.h"

namespace kiosk::text {
namespace {

const std::vector<std::string> kFonts = {"NotoSans-Regular.ttf", "NotoSansHebrew-Regular.ttf",
                                         "NotoSansArabic-Regular.ttf"};

struct OneLine {
  Paragraph paragraph;
  Line line;
};

OneLine one_line(std::string text, Direction direction) {
  Paragraph paragraph = laid_out(source_of(std::move(text), kFonts, "en", direction));
  Line line = paragraph.break_lines(kNoLimit)[0];
  return {std::move(paragraph), std::move(line)};
}

TEST(HitTest, BoxesCoverTheLineFromLeftToRight) {
  const OneLine l = one_line("ab שלום 12 لا x", Direction::kRightToLeft);
  double pen = 0;
  std::vector<bool> seen(l.paragraph.text().size(), false);
  for (const GraphemeBox& box : grapheme_boxes(l.line, l.paragraph)) {
    EXPECT_NEAR(box.extent.left, pen, 1e-6);
    pen = box.extent.right;
    for (std::uint32_t i = box.start; i < box.end; ++i) seen[i] = true;
  }
  EXPECT_NEAR(pen, l.line.width + l.line.trailing, 1e-3);
  EXPECT_THAT(seen, testing::Each(true));
}

TEST(HitTest, APlaceInsideAGraphemeFindsIt) {
  for (const Direction direction : {Direction::kLeftToRight, Direction::kRightToLeft}) {
    const OneLine l = one_line("ab שלום 12 لا x", direction);
    for (const GraphemeBox& box : grapheme_boxes(l.line, l.paragraph))
      EXPECT_EQ(byte_at(l.line, l.paragraph, (box.extent.left + box.extent.right) / 2), box.start);
  }
}

TEST(HitTest, BeyondTheEndsTheNearestGraphemeIsFound) {
  const OneLine l = one_line("שלום", Direction::kRightToLeft);
  EXPECT_EQ(byte_at(l.line, l.paragraph, -50), 6u);
  EXPECT_EQ(byte_at(l.line, l.paragraph, 5000), 0u);
}

TEST(HitTest, AnEmptyLineAnswersItsStart) {
  const OneLine l = one_line("", Direction::kLeftToRight);
  EXPECT_EQ(byte_at(l.line, l.paragraph, 10), 0u);
  EXPECT_TRUE(extents_of(l.line, l.paragraph, 0, 0).empty());
}

TEST(HitTest, ALigatureIsSharedOutAmongItsLetters) {
  const OneLine l = one_line("لا", Direction::kRightToLeft);
  ASSERT_EQ(l.line.glyphs.size(), 1u);
  const auto boxes = grapheme_boxes(l.line, l.paragraph);
  ASSERT_EQ(boxes.size(), 2u);
  EXPECT_EQ(boxes[0].start, 2u);  // alef stands left of lam
  EXPECT_EQ(boxes[1].start, 0u);
  EXPECT_NEAR(boxes[0].extent.right, l.line.width / 2, 1e-3);
}

TEST(HitTest, ARangeInOneDirectionIsOneStretch) {
  const OneLine l = one_line("Ring 112 nu", Direction::kLeftToRight);
  const auto extents = extents_of(l.line, l.paragraph, 5, 8);
  ASSERT_EQ(extents.size(), 1u);
  const auto boxes = grapheme_boxes(l.line, l.paragraph);
  EXPECT_NEAR(extents[0].left, boxes[5].extent.left, 1e-6);
  EXPECT_NEAR(extents[0].right, boxes[7].extent.right, 1e-6);
}

TEST(HitTest, ARangeOverABoundaryOfDirectionsIsSeveralStretches) {
  // "abc אבג": bytes 1 to 6 are "bc א"; on the line the aleph stands at the right end.
  const OneLine l = one_line("abc אבג", Direction::kLeftToRight);
  const auto extents = extents_of(l.line, l.paragraph, 1, 6);
  ASSERT_EQ(extents.size(), 2u);
  EXPECT_LT(extents[0].right, extents[1].left);
  EXPECT_NEAR(extents[1].right, l.line.width, 1e-3);
}

TEST(HitTest, ARangeThatEndsInsideAGraphemeTakesAllOfIt) {
  const OneLine l = one_line("e\u0301x", Direction::kLeftToRight);
  const auto part = extents_of(l.line, l.paragraph, 0, 1), whole = extents_of(l.line, l.paragraph, 0, 3);
  ASSERT_EQ(part.size(), 1u);
  EXPECT_EQ(part[0].right, whole[0].right);
}

}  // namespace
}  // namespace kiosk::text
