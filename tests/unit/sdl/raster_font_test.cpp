#include "sdl/raster_font.h"

#include <gtest/gtest.h>

#include <numeric>

#include "sdl/resample.h"
#include "unit/sdl/fonts.h"

namespace kiosk::sdl {
namespace {

class Raster : public testing::Test {
 protected:
  std::unique_ptr<RasterFont> open(const std::string& path, unsigned index = 0) {
    auto font = RasterFont::open(sfnt_of(path, index));
    return font ? std::move(*font) : nullptr;
  }

 private:
  TtfRunning ttf_;
};

int sum(const GlyphBitmap& bitmap) { return std::accumulate(bitmap.coverage.begin(), bitmap.coverage.end(), 0); }

// The horizontal middle of the ink, in px from the pen.
double middle(const GlyphBitmap& bitmap) {
  double moment = 0;
  for (int i = 0; i < bitmap.width * bitmap.height; ++i) {
    moment += bitmap.coverage[std::size_t(i)] * (bitmap.left + i % bitmap.width + 0.5);
  }
  return moment / sum(bitmap);
}

TEST_F(Raster, EveryPhaseHasTheSameInkAQuarterFurther) {
  for (const char* name : {"NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoSansKhmer-Regular.ttf"}) {
    const auto font = open(truetype(name));
    ASSERT_NE(font, nullptr);
    int compared = 0;
    for (std::uint32_t gid = 3; gid < 150; ++gid) {
      const GlyphBitmap whole = font->coverage(gid, 31 * 72, 0);
      if (whole.coverage.empty()) continue;
      for (int phase = 1; phase < 4; ++phase) {
        const GlyphBitmap moved = font->coverage(gid, 31 * 72, phase);
        // FreeType rounds outlines to 1/64 px, which is coarser at the plain size.
        EXPECT_NEAR(sum(moved), sum(whole), 0.03 * sum(whole) + 60) << name << " glyph " << gid << " phase " << phase;
        EXPECT_NEAR(middle(moved) - middle(whole), phase / 4.0, 0.1) << name << " glyph " << gid;
        ++compared;
      }
    }
    EXPECT_GT(compared, 200);
  }
}

TEST_F(Raster, FractionalSizesLieBetweenTheWholeOnes) {
  const auto font = open(truetype("NotoSans-Regular.ttf"));
  constexpr std::uint32_t kGlyph = 36;
  const int at_40 = sum(font->coverage(kGlyph, 40 * 72, 0)), at_41 = sum(font->coverage(kGlyph, 41 * 72, 0));
  const int between = sum(font->coverage(kGlyph, 40 * 72 + 36, 0));
  EXPECT_NEAR(between, (at_40 + at_41) / 2, 0.1 * (at_41 - at_40) + 60);
}

TEST_F(Raster, GlyphsThatTheFontHasNotAreEmpty) {
  const auto font = open(truetype("NotoSans-Regular.ttf"));
  EXPECT_TRUE(font->coverage(0xFFFF, 40 * 72, 0).coverage.empty());
  EXPECT_TRUE(font->coverage(0xFFFFFFFF, 40 * 72, 1).coverage.empty());
}

TEST_F(Raster, CollectionsHaveNoPhases) {
  EXPECT_FALSE(open(collection("NotoSansCJK-Regular.ttc"), 2)->has_phases());
  EXPECT_TRUE(open(truetype("NotoSans-Regular.ttf"))->has_phases());
}

TEST_F(Raster, FacesOfOneCollectionDrawTheSameGlyphs) {
  const std::string path = collection("NotoSansCJK-Regular.ttc");
  EXPECT_EQ(sfnt_of(path, 0)->glyph_data_offset(), sfnt_of(path, 4)->glyph_data_offset());
}

TEST_F(Raster, EmojiHaveColourAndTheWidthThatIsAskedFor) {
  const auto font = open(truetype("NotoColorEmoji.ttf"));
  ASSERT_NE(font, nullptr);
  ASSERT_TRUE(font->is_color());
  int colourful = 0;
  for (std::uint32_t gid = 200; gid < 230; ++gid) {
    const GlyphBitmap bitmap = font->color(gid, 50);
    if (bitmap.argb.empty()) continue;
    EXPECT_LE(bitmap.width, 52);
    EXPECT_GT(bitmap.width, 20);
    ASSERT_EQ(bitmap.argb.size(), std::size_t(bitmap.width * bitmap.height));
    for (const std::uint32_t pixel : bitmap.argb) {
      const std::uint32_t r = pixel >> 16 & 255, b = pixel & 255;
      colourful += (pixel >> 24) == 255 && (r > b + 100 || b > r + 100);
    }
  }
  EXPECT_GT(colourful, 1000);
}

TEST(Resample, QuarterOfASolidSquareIsSolidAndOnThePixelGrid) {
  const std::vector<std::uint8_t> solid(64, 255);
  const GlyphBitmap aligned = quarter({solid.data(), 8, 8, 8, 4, 8});
  EXPECT_EQ(aligned.coverage, std::vector<std::uint8_t>(4, 255));
  EXPECT_EQ(aligned.left, 1);
  EXPECT_EQ(aligned.top, 2);
  const GlyphBitmap moved = quarter({solid.data(), 8, 8, 8, -2, 8});
  EXPECT_EQ(moved.left, -1);
  EXPECT_EQ(moved.coverage, (std::vector<std::uint8_t>{128, 255, 128, 128, 255, 128}));
}

TEST(Resample, ScaledColourIsUnmixedFromItsAlpha) {
  // Half transparent red, premultiplied; half of the picture is empty.
  const std::vector<std::uint32_t> picture{0x80800000, 0x80800000, 0, 0, 0x80800000, 0x80800000, 0, 0};
  const GlyphBitmap bitmap = rescale({picture.data(), 4, 4, 2, 0, 2}, 0.5);
  EXPECT_EQ(bitmap.argb, (std::vector<std::uint32_t>{0x80FF0000, 0}));
  const GlyphBitmap smaller = rescale({picture.data(), 4, 4, 2, 0, 2}, 0.25);
  EXPECT_EQ(smaller.width, 1);
  EXPECT_EQ(smaller.argb[0], 0x20FF0000u);
}

}  // namespace
}  // namespace kiosk::sdl
