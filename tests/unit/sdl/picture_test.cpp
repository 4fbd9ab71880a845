// Pictures: decoded within bounds, scaled with care, kept within a budget.
#include <gtest/gtest.h>

#include "base/file.h"
#include "sdl/decode_picture.h"
#include "sdl/painter.h"
#include "sdl/scale_picture.h"
#include "support/source_dir.h"
#include "unit/sdl/drawing.h"

namespace kiosk::sdl {
namespace {

std::string sample(const std::string& name) {
  return read_file(test::source_dir() + "/tests/fuzz/corpus/picture/" + name).value();
}

ui::Picture plain(Size size, std::uint32_t argb) {
  return {size, std::vector<std::uint32_t>(std::size_t(size.w) * std::size_t(size.h), argb)};
}

class Decoded : public testing::TestWithParam<const char*> {};

TEST_P(Decoded, HasItsPixels) {
  const auto picture = decode_picture(sample(GetParam()));
  ASSERT_TRUE(picture) << picture.error().message;
  EXPECT_EQ(picture->size_px, (Size{32, 20}));
  const std::uint32_t inside = picture->argb[10 * 32 + 12], outside = picture->argb[19 * 32 + 31];
  EXPECT_EQ(inside >> 24, 255u);
  EXPECT_NE(inside & 0xFFFFFF, outside & 0xFFFFFF);
}
INSTANTIATE_TEST_SUITE_P(Formats, Decoded,
                         testing::Values("good.png", "good.jpg", "progressive.jpg", "lossy.webp", "lossless.webp"));

TEST(Decode, ClearPixelsStayClear) {
  const auto picture = decode_picture(sample("good.png"));
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->argb.front() >> 24, 0u);
}

class Refused : public testing::TestWithParam<const char*> {};

TEST_P(Refused, WithAReason) {
  const auto picture = decode_picture(sample(GetParam()));
  ASSERT_FALSE(picture);
  EXPECT_FALSE(picture.error().message.empty());
}
INSTANTIATE_TEST_SUITE_P(Files, Refused,
                         testing::Values("cut-short.png", "cut-short.jpg", "cut-short.webp", "damaged.png", "huge.png",
                                         "huge.jpg", "scans.jpg"));

TEST(Scale, APlainPictureStaysPlainAtEverySize) {
  for (const Size size : {Size{1, 1}, Size{7, 3}, Size{31, 41}, Size{64, 40}}) {
    const auto scaled = scale_picture(plain({32, 20}, 0xFF204060), size);
    ASSERT_EQ(scaled.size(), std::size_t(size.w) * std::size_t(size.h));
    for (const std::uint32_t pixel : scaled) EXPECT_EQ(pixel, 0xFF204060);
  }
}

TEST(Scale, SmallerByFourKeepsEveryLine) {
  // One black column in eight on white: a quarter of the size shows all eight of them.
  ui::Picture lines = plain({64, 8}, 0xFFFFFFFF);
  for (std::size_t i = 0; i < lines.argb.size(); ++i)
    if (i % 8 == 3) lines.argb[i] = 0xFF000000;
  const auto scaled = scale_picture(lines, {16, 2});
  int dark = 0;
  for (std::size_t x = 0; x < 16; ++x) dark += (scaled[x] & 255) < 215 ? 1 : 0;
  EXPECT_EQ(dark, 8);
}

TEST(Scale, ClearPixelsLendNoColour) {
  ui::Picture half = plain({8, 8}, 0x0000FF00);  // clear, but green
  for (std::size_t y = 0; y < 8; ++y)
    for (std::size_t x = 0; x < 4; ++x) half.argb[8 * y + x] = 0xFFFF0000;
  for (const std::uint32_t pixel : scale_picture(half, {5, 5}))
    EXPECT_TRUE(pixel >> 24 == 0 || (pixel >> 8 & 255) == 0) << std::hex << pixel;
}

TEST(Scale, LeftStaysLeftAndTopStaysTop) {
  ui::Picture corner = plain({10, 10}, 0xFFFFFFFF);
  for (std::size_t y = 0; y < 5; ++y)
    for (std::size_t x = 0; x < 5; ++x) corner.argb[10 * y + x] = 0xFF000000;
  const auto scaled = scale_picture(corner, {20, 20});
  EXPECT_EQ(scaled.front(), 0xFF000000);
  EXPECT_EQ(scaled[19], 0xFFFFFFFF);
  EXPECT_EQ(scaled.back(), 0xFFFFFFFF);
}

struct Destroy {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

class PaintingPictures : public testing::Test {
 protected:
  static constexpr Size kSize{400, 200};
  PaintingPictures()
      : surface_(SDL_CreateRGBSurfaceWithFormat(0, kSize.w, kSize.h, 32, SDL_PIXELFORMAT_RGB888)),
        renderer_(SDL_CreateSoftwareRenderer(surface_.get())) {}

  static std::shared_ptr<const ui::Picture> red() {
    return std::make_shared<const ui::Picture>(plain({100, 50}, 0xFFC80000));
  }
  Picture read() {
    Picture picture{kSize, std::vector<std::uint32_t>(std::size_t(kSize.w * kSize.h))};
    SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_ARGB8888, picture.pixels.data(), 4 * kSize.w);
    for (std::uint32_t& pixel : picture.pixels) pixel |= 0xFF000000;
    return picture;
  }

  std::unique_ptr<SDL_Surface, Destroy> surface_;
  std::unique_ptr<SDL_Renderer, Destroy> renderer_;
};

TEST_F(PaintingPictures, FillTheirRectangleAndNothingElse) {
  Painter painter(*renderer_);
  painter.paint({kWhite, {ui::Image{red(), {30, 20, 200, 100}}}}, kSize);
  EXPECT_EQ(read().ink(), (Rect{30, 20, 200, 100}));
}

TEST_F(PaintingPictures, AreCutAtTheirClip) {
  Painter painter(*renderer_);
  painter.paint({kWhite, {ui::Clip{{0, 0, 400, 60}}, ui::Image{red(), {30, 20, 200, 100}}, ui::Unclip{}}}, kSize);
  EXPECT_EQ(read().ink(), (Rect{30, 20, 200, 40}));
}

TEST_F(PaintingPictures, OutOfViewCostNothing) {
  Painter painter(*renderer_);
  painter.paint({kWhite, {ui::Image{red(), {30, 300, 200, 100}}}}, kSize);
  EXPECT_EQ(painter.pictures().bytes(), 0u);
}

TEST_F(PaintingPictures, TheOldestGoesWhenTheBudgetIsUsedUp) {
  PictureTextures textures(*renderer_, 3 * 4 * 100 * 50);
  std::vector<std::shared_ptr<const ui::Picture>> pictures;
  for (int i = 0; i < 6; ++i) {
    pictures.push_back(red());
    textures.begin_frame();
    EXPECT_NE(textures.of(pictures.back(), {100, 50}), nullptr);
    textures.end_frame();
    EXPECT_LE(textures.bytes(), 3u * 4 * 100 * 50);
  }
}

TEST_F(PaintingPictures, AFrameThatNeedsThemAllHasThemAll) {
  PictureTextures textures(*renderer_, 1);
  const auto one = red(), two = red();
  textures.begin_frame();
  SDL_Texture* const first = textures.of(one, {100, 50});
  textures.of(two, {100, 50});
  EXPECT_EQ(textures.of(one, {100, 50}), first);
  textures.end_frame();
}

TEST_F(PaintingPictures, APictureThatIsGoneFreesItsTexture) {
  PictureTextures textures(*renderer_);
  auto picture = red();
  textures.begin_frame();
  textures.of(picture, {100, 50});
  picture.reset();
  textures.end_frame();
  EXPECT_EQ(textures.bytes(), 0u);
}

}  // namespace
}  // namespace kiosk::sdl
