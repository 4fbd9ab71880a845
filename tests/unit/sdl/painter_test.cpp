#include "sdl/painter.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "unit/sdl/drawing.h"

namespace kiosk::sdl {
namespace {

struct Destroy {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

class Painting : public testing::Test {
 protected:
  static constexpr Size kSize{400, 200};
  Painting()
      : surface_(SDL_CreateRGBSurfaceWithFormat(0, kSize.w, kSize.h, 32, SDL_PIXELFORMAT_RGB888)),
        renderer_(SDL_CreateSoftwareRenderer(surface_.get())) {}

  Picture paint(Painter& painter, const ui::DisplayList& list) {
    painter.paint(list, kSize);
    Picture picture{kSize, std::vector<std::uint32_t>(std::size_t(kSize.w * kSize.h))};
    SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_ARGB8888, picture.pixels.data(), 4 * kSize.w);
    for (std::uint32_t& pixel : picture.pixels) pixel |= 0xFF000000;
    return picture;
  }

  ui::DisplayList page() {
    ui::TextLine blue = type_.line("i dag och i morgon", {"NotoSans-Regular.ttf"}, 30, 12.5, 140);
    blue.colors = {kBlue};
    return {kWhite,
            {ui::Fill{{5, 5, 100, 40}, kRed, 9}, ui::Frame{{5, 50, 100, 40}, {0, 0, 200, 100}, 3, 9},
             type_.line("Välkommen till oss", {"NotoSans-Regular.ttf"}, 30, 12.3, 100), blue,
             type_.line("🍎🍐", {"NotoColorEmoji.ttf"}, 30, 200, 60)}};
  }

  std::unique_ptr<SDL_Surface, Destroy> surface_;
  std::unique_ptr<SDL_Renderer, Destroy> renderer_;
  Typesetter type_;
};

TEST_F(Painting, TintedSpritesLookLikeBakedOnes) {
  const ui::DisplayList list = page();
  Painter baked(*renderer_, {}, Coloring::kBaked), tinted(*renderer_, {}, Coloring::kTinted);
  const Picture one = paint(baked, list), other = paint(tinted, list);
  for (std::size_t i = 0; i < one.pixels.size(); ++i) {
    for (const int shift : {0, 8, 16}) {
      ASSERT_NEAR(int(one.pixels[i] >> shift & 255), int(other.pixels[i] >> shift & 255), 4) << "pixel " << i;
    }
  }
  EXPECT_LE(tinted.atlas().size(), baked.atlas().size());
}

TEST_F(Painting, ATinyAtlasDrawsThePageAsWhole) {
  const ui::DisplayList list = page();
  Painter roomy(*renderer_), tiny(*renderer_, {64, 64 * 64 * 4}, Coloring::kBaked);
  const Picture wanted = paint(roomy, list);
  for (int frame = 0; frame < 3; ++frame) EXPECT_EQ(paint(tiny, list).pixels, wanted.pixels);
}

TEST_F(Painting, WhatIsFarOutsideOfTheScreenIsNotRastered) {
  Painter painter(*renderer_);
  paint(painter, {kWhite, {type_.line("Välkommen", {"NotoSans-Regular.ttf"}, 30, 12, 5000)}});
  EXPECT_EQ(painter.atlas().size(), 0u);
  painter.prepare({kWhite, {type_.line("Välkommen", {"NotoSans-Regular.ttf"}, 30, 12, 100)}}, kSize);
  EXPECT_GT(painter.atlas().size(), 5u);
}

TEST_F(Painting, LanguagesOfOneCollectionShareTheirGlyphs) {
  Painter painter(*renderer_);
  const auto han = [this](const std::string& font, const std::string& language) {
    return type_.line("東京", {font}, 40, 12, 100, text::Direction::kLeftToRight, language);
  };
  paint(painter, {kWhite, {han("NotoSansCJK-Regular.ttc#0", "ja")}});
  const std::size_t sprites = painter.atlas().size();
  paint(painter, {kWhite, {han("NotoSansCJK-Regular.ttc#3", "ja")}});
  EXPECT_EQ(painter.atlas().size(), sprites);
}

TEST_F(Painting, PositionsAndSizesWithoutMeaningDrawNothing) {
  Painter painter(*renderer_);
  ui::TextLine far = type_.line("Hej", {"NotoSans-Regular.ttf"}, 30, 1e300, 100);
  EXPECT_TRUE(paint(painter, {kWhite, {far}}).ink().empty());
  far.x = -1e300;
  EXPECT_TRUE(paint(painter, {kWhite, {far}}).ink().empty());
}

TEST_F(Painting, AFaceWhoseFileIsGoneLeavesItsGlyphsOut) {
  const std::string path = testing::TempDir() + "kiosk_painter_test.ttf";
  ASSERT_TRUE(write_file(path, read_file("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf").value()).has_value());
  const auto face = text::Face::open(path, 0).value();
  ui::TextLine line = type_.line("Hej", {"NotoSans-Regular.ttf"}, 30, 12, 100);
  auto lines = std::make_shared<std::vector<text::Line>>(*line.lines);
  for (text::Glyph& glyph : lines->front().glyphs) glyph.face = face.get();
  line.lines = lines;
  std::filesystem::remove(path);
  Painter painter(*renderer_);
  EXPECT_TRUE(paint(painter, {kWhite, {line}}).ink().empty());
}

}  // namespace
}  // namespace kiosk::sdl
