#include "sdl/screen.h"

#include <SDL.h>
#include <SDL_image.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "unit/sdl/drawing.h"

namespace kiosk::sdl {
namespace {

using testing::HasSubstr;

class HeadlessScreen : public testing::Test {
 protected:
  HeadlessScreen() {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
    ScreenOptions options;
    options.mode = ScreenOptions::Mode::kHeadless;
    options.size = {400, 200};
    screen_ = std::move(Screen::open(options).value());
  }

  Picture draw(std::vector<ui::DrawItem> items) {
    screen_->draw({kWhite, std::move(items)});
    return {screen_->size(), screen_->pixels()};
  }

  std::unique_ptr<Screen> screen_;
  Typesetter type_;
};

TEST_F(HeadlessScreen, HasTheSizeOfAFullHdDisplayUnlessToldOtherwise) {
  EXPECT_EQ(screen_->size(), (Size{400, 200}));
  screen_.reset();
  ScreenOptions options;
  options.mode = ScreenOptions::Mode::kHeadless;
  EXPECT_EQ(Screen::open(options).value()->size(), (Size{1920, 1080}));
  options.size = {100000, 100};
  EXPECT_EQ(Screen::open(options).error().message, "the picture is larger than 8192 px");
}

TEST_F(HeadlessScreen, FillsExactlyTheRectangle) {
  const Picture picture = draw({ui::Fill{{10, 20, 30, 40}, kRed}});
  EXPECT_EQ(picture.ink(), (Rect{10, 20, 30, 40}));
  EXPECT_EQ(picture.at(10, 20), 0xFFC80000u);
  EXPECT_EQ(picture.at(39, 59), 0xFFC80000u);
}

TEST_F(HeadlessScreen, ATranslucentFillLetsTheBackgroundThrough) {
  const Picture picture = draw({ui::Fill{{10, 20, 30, 40}, {0, 0, 0, 128}}});
  EXPECT_NEAR(int(picture.at(20, 30) & 255), 127, 2);
}

TEST_F(HeadlessScreen, RoundsTheCornersOfAFillAlikeAndSmoothly) {
  const Picture picture = draw({ui::Fill{{10, 20, 60, 50}, kBlack, 16}});
  EXPECT_EQ(picture.at(10, 20), 0xFFFFFFFFu);
  EXPECT_EQ(picture.at(40, 20), 0xFF000000u);
  EXPECT_EQ(picture.at(10, 45), 0xFF000000u);
  double area = 0;
  int shades = 0;
  for (int y = 0; y < 25; ++y) {
    for (int x = 0; x < 30; ++x) {
      const std::uint32_t pixel = picture.at(10 + x, 20 + y);
      area += 1 - (pixel & 255) / 255.0;
      shades += pixel != 0xFF000000 && pixel != 0xFFFFFFFF;
      EXPECT_EQ(pixel, picture.at(69 - x, 20 + y));
      EXPECT_EQ(pixel, picture.at(10 + x, 69 - y));
      EXPECT_EQ(pixel, picture.at(69 - x, 69 - y));
    }
  }
  EXPECT_NEAR(area, 30 * 25 - (1 - std::acos(-1.0) / 4) * 16 * 16, 2);
  EXPECT_GT(shades, 10);
}

TEST_F(HeadlessScreen, ARadiusLargerThanTheRectangleMakesItRound) {
  const Picture picture = draw({ui::Fill{{10, 20, 40, 40}, kBlack, 500}});
  EXPECT_EQ(picture.at(12, 22), 0xFFFFFFFFu);
  EXPECT_EQ(picture.at(30, 40), 0xFF000000u);
  EXPECT_EQ(picture.ink(), (Rect{10, 20, 40, 40}));
}

TEST_F(HeadlessScreen, AFrameLiesInsideItsRectangleAndLeavesTheMiddle) {
  for (const int radius : {0, 2, 12}) {
    const Picture picture = draw({ui::Frame{{10, 20, 60, 50}, kBlue, 4, radius}});
    EXPECT_EQ(picture.ink(), (Rect{10, 20, 60, 50}));
    for (const Point p : {Point{40, 20}, {40, 23}, {40, 69}, {40, 66}, {10, 45}, {13, 45}, {69, 45}, {66, 45}}) {
      EXPECT_EQ(picture.at(p.x, p.y), 0xFF0000C8u) << p.x << ", " << p.y << " radius " << radius;
    }
    for (const Point p : {Point{40, 24}, {40, 65}, {14, 45}, {65, 45}, {40, 45}}) {
      EXPECT_EQ(picture.at(p.x, p.y), 0xFFFFFFFFu) << p.x << ", " << p.y << " radius " << radius;
    }
  }
}

TEST_F(HeadlessScreen, ATranslucentFrameIsNowhereDrawnTwice) {
  const Picture picture = draw({ui::Frame{{10, 20, 60, 50}, {0, 0, 0, 128}, 6, 9}});
  for (const std::uint32_t pixel : picture.pixels) EXPECT_GE(pixel & 255, 126u);
}

TEST_F(HeadlessScreen, AFrameAsWideAsItsRectangleFillsIt) {
  const Picture picture = draw({ui::Frame{{10, 20, 8, 50}, kBlue, 4, 0}});
  EXPECT_EQ(picture.at(14, 45), 0xFF0000C8u);
  EXPECT_EQ(picture.ink(), (Rect{10, 20, 8, 50}));
}

TEST_F(HeadlessScreen, EmptyAndInsideOutRectanglesDrawNothing) {
  EXPECT_TRUE(draw({ui::Fill{{10, 20, 0, 40}, kRed, 5}, ui::Fill{{10, 20, -5, -5}, kRed, 5},
                    ui::Frame{{10, 20, -4, 9}, kRed, 2, 3}, ui::Frame{{10, 20, 40, 40}, kRed, 0, 3}})
                  .ink()
                  .empty());
}

TEST_F(HeadlessScreen, ClipsCutWithinTheOuterClipAndEnd) {
  const Rect all{0, 0, 400, 200};
  const Picture picture =
      draw({ui::Clip{{10, 10, 50, 50}}, ui::Clip{{40, 40, 50, 50}}, ui::Fill{all, kRed}, ui::Unclip{},
            ui::Fill{{10, 10, 5, 5}, kRed}, ui::Unclip{}, ui::Fill{{300, 100, 5, 5}, kRed}});
  EXPECT_EQ(picture.at(39, 39), 0xFFFFFFFFu);
  EXPECT_EQ(picture.at(40, 40), 0xFFC80000u);
  EXPECT_EQ(picture.at(59, 59), 0xFFC80000u);
  EXPECT_EQ(picture.at(60, 60), 0xFFFFFFFFu);
  EXPECT_EQ(picture.at(12, 12), 0xFFC80000u);
  EXPECT_EQ(picture.at(302, 102), 0xFFC80000u);
}

TEST_F(HeadlessScreen, AnEmptyClipHidesEverything) {
  const Picture picture =
      draw({ui::Clip{{10, 10, 50, 50}}, ui::Clip{{100, 100, 50, 50}}, ui::Fill{{0, 0, 400, 200}, kRed, 8},
            type_.line("Hej", {"NotoSans-Regular.ttf"}, 40, 20, 50), ui::Unclip{}, ui::Unclip{}});
  EXPECT_TRUE(picture.ink().empty());
}

// The box that the text room measures, rounded outwards.
Rect measured(const ui::TextLine& line) {
  const text::LineBox box = text::measure((*line.lines)[line.line], *line.paragraph);
  const int left = int(std::floor(line.x + box.ink_left)), right = int(std::ceil(line.x + box.ink_right));
  const int top = int(std::floor(line.y + box.ink_top)), bottom = int(std::ceil(line.y + box.ink_bottom));
  return {left, top, right - left, bottom - top};
}

void expect_ink_fills(const Picture& picture, const ui::TextLine& line) {
  const Rect ink = picture.ink(), wanted = measured(line);
  EXPECT_TRUE(wanted.inset(-1).contains(ink)) << ink.x << " " << ink.y << " " << ink.w << " " << ink.h;
  EXPECT_TRUE(ink.inset(-1).contains(wanted.inset(1)))
      << wanted.x << " " << wanted.y << " " << wanted.w << " " << wanted.h;
}

TEST_F(HeadlessScreen, ALineOfTextHasItsInkWhereItWasMeasured) {
  for (const double x : {20.0, 20.25, 20.6}) {
    const ui::TextLine line = type_.line("Hägg på ön", {"NotoSans-Regular.ttf"}, 40, x, 120);
    expect_ink_fills(draw({line}), line);
  }
}

TEST_F(HeadlessScreen, AnArabicLineHasItsInkWhereItWasMeasured) {
  const ui::TextLine line =
      type_.line("مرحبا بكم", {"NotoSansArabic-Regular.ttf"}, 40, 30.5, 120, text::Direction::kRightToLeft, "ar");
  expect_ink_fills(draw({line}), line);
}

TEST_F(HeadlessScreen, NastaliqAndHanHaveTheirInkWhereItWasMeasured) {
  const ui::TextLine urdu =
      type_.line("خوش آمدید", {"NotoNastaliqUrdu-Regular.ttf"}, 36, 30, 120, text::Direction::kRightToLeft, "ur");
  expect_ink_fills(draw({urdu}), urdu);
  const ui::TextLine han =
      type_.line("欢迎光临", {"NotoSansCJK-Regular.ttc#2"}, 41, 30, 120, text::Direction::kLeftToRight, "zh-Hans");
  expect_ink_fills(draw({han}), han);
}

TEST_F(HeadlessScreen, AnEmojiInALineIsColoured) {
  const ui::TextLine line = type_.line("🍎", {"NotoColorEmoji.ttf"}, 60, 30, 120);
  const Picture picture = draw({line});
  int red = 0;
  for (const std::uint32_t pixel : picture.pixels) red += (pixel >> 16 & 255) > 150 && (pixel >> 8 & 255) < 90;
  EXPECT_GT(red, 500);
  EXPECT_LE(picture.ink().w, int((*line.lines)[0].width) + 2);
}

TEST_F(HeadlessScreen, EachStyleHasItsColourAndTheLastServesTheRest) {
  text::ParagraphSource source;
  source.text = "abc";
  const text::FontStack& fonts = type_.stack({"NotoSans-Regular.ttf"});
  source.styles = {{&fonts, 40, "sv"}, {&fonts, 40, "sv"}, {&fonts, 40, "sv"}};
  source.spans = {{1, 2, 1}, {2, 3, 2}};
  auto paragraph = std::make_shared<const text::Paragraph>(text::Paragraph::create(std::move(source)).value());
  auto lines = std::make_shared<const std::vector<text::Line>>(paragraph->break_lines(1e5));
  const Picture picture = draw({ui::TextLine{paragraph, lines, 0, 20, 120, {kRed, kBlue}}});
  int red_right = 0, blue_left = 0, red = 0, blue = 0;
  const auto& glyphs = (*lines)[0].glyphs;
  ASSERT_EQ(glyphs.size(), 3u);
  const int seam = 20 + int(glyphs[0].advance);
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 400; ++x) {
      const bool is_red = picture.at(x, y) == 0xFFC80000, is_blue = picture.at(x, y) == 0xFF0000C8;
      red += is_red, blue += is_blue;
      red_right += is_red && x > seam, blue_left += is_blue && x < seam;
    }
  }
  EXPECT_GT(red, 50);
  EXPECT_GT(blue, 100);
  EXPECT_EQ(red_right, 0);
  EXPECT_EQ(blue_left, 0);
}

TEST_F(HeadlessScreen, PreparingChangesNoPixel) {
  draw({ui::Fill{{10, 20, 30, 40}, kRed}});
  screen_->prepare({kWhite, {type_.line("Senare", {"NotoSans-Regular.ttf"}, 40, 20, 120)}});
  const Picture picture{screen_->size(), screen_->pixels()};
  EXPECT_EQ(picture.ink(), (Rect{10, 20, 30, 40}));
}

TEST_F(HeadlessScreen, TheSameListGivesTheSamePixelsEveryTime) {
  const ui::TextLine line = type_.line("Välkommen", {"NotoSans-Regular.ttf"}, 33.3, 20.4, 120);
  const Picture first = draw({line});
  draw({ui::Fill{{0, 0, 400, 200}, kBlack}});
  EXPECT_EQ(draw({line}).pixels, first.pixels);
}

TEST_F(HeadlessScreen, APngReadsBackAsItWasDrawn) {
  const Picture picture =
      draw({ui::Fill{{10, 20, 60, 50}, kRed, 16}, type_.line("Hej", {"NotoSans-Regular.ttf"}, 40, 100, 120)});
  const std::string path = testing::TempDir() + "kiosk_screen_test.png";
  ASSERT_TRUE(screen_->save_png(path).has_value());
  SDL_Surface* const read = IMG_Load(path.c_str());
  ASSERT_NE(read, nullptr);
  SDL_Surface* const argb = SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_ARGB8888, 0);
  ASSERT_EQ((Size{argb->w, argb->h}), picture.size);
  Picture loaded{picture.size, {}};
  for (int y = 0; y < argb->h; ++y) {
    const auto* const row =
        reinterpret_cast<const std::uint32_t*>(static_cast<const char*>(argb->pixels) + y * argb->pitch);
    loaded.pixels.insert(loaded.pixels.end(), row, row + argb->w);
  }
  EXPECT_EQ(loaded.pixels, picture.pixels);
  SDL_FreeSurface(argb);
  SDL_FreeSurface(read);
  std::filesystem::remove(path);
}

TEST_F(HeadlessScreen, APngThatCannotBeWrittenIsAnErrorWithItsPath) {
  draw({});
  EXPECT_THAT(screen_->save_png("/no/such/folder/a.png").error().message, HasSubstr("/no/such/folder/a.png"));
}

TEST_F(HeadlessScreen, WaitReturnsWhatIsPendingInOrder) {
  EXPECT_TRUE(screen_->wait(0).empty());
  SDL_Event key{};
  key.type = SDL_KEYDOWN;
  key.key.keysym.sym = SDLK_TAB;
  SDL_PushEvent(&key);
  SDL_Event quit{};
  quit.type = SDL_QUIT;
  SDL_PushEvent(&quit);
  const auto events = screen_->wait(10000);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].key, "Tab");
  EXPECT_EQ(events[1].kind, ui::Event::Kind::kQuit);
}

}  // namespace
}  // namespace kiosk::sdl
