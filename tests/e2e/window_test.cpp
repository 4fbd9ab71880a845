// The window on a bare X server, as on a kiosk that starts X for itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/time.h>

#include "e2e/x_server.h"
#include "sdl/screen.h"
#include "unit/sdl/drawing.h"

namespace kiosk::sdl {
namespace {

using Kind = ui::Event::Kind;
constexpr int kPatienceMs = 10000;

class Window : public testing::Test {
 protected:
  Window() : screen_(open()) {}

  static std::unique_ptr<Screen> open(ScreenOptions::Mode mode = ScreenOptions::Mode::kFullscreen, Size size = {}) {
    ScreenOptions options;
    options.mode = mode;
    options.size = size;
    auto screen = Screen::open(options);
    return screen ? std::move(*screen) : nullptr;
  }

  // Waits until an event of this kind comes; kTick when none does.
  ui::Event expect(Kind kind) {
    while (true) {
      if (received_.empty()) received_ = screen_->wait(kPatienceMs);
      if (received_.empty()) return {};
      const ui::Event event = received_.front();
      received_.erase(received_.begin());
      if (event.kind == kind) return event;
    }
  }

  static void xdotool(const std::string& steps) { ASSERT_EQ(std::system(("xdotool " + steps).c_str()), 0) << steps; }

  XServer x_server_;
  std::unique_ptr<Screen> screen_;
  std::vector<ui::Event> received_;
  Typesetter type_;
};

TEST_F(Window, FullscreenShowsOnTheWholeDisplayWhatWasDrawn) {
  ASSERT_TRUE(x_server_.running());
  ASSERT_NE(screen_, nullptr);
  EXPECT_EQ(screen_->size(), (Size{1280, 800}));
  screen_->draw({kBlue,
                 {ui::Fill{{0, 0, 40, 40}, kRed}, ui::Fill{{1240, 760, 40, 40}, kRed, 20},
                  type_.line("Välkommen", {"NotoSans-Regular.ttf"}, 41, 100.3, 300)}});
  const Picture shown{{1280, 800}, x_server_.pixels()};
  ASSERT_EQ(shown.pixels.size(), 1280u * 800);
  EXPECT_EQ(shown.at(0, 0), 0xFFC80000u);
  EXPECT_EQ(shown.at(1260, 780), 0xFFC80000u);
  EXPECT_EQ(shown.at(1279, 799), 0xFF0000C8u);
  EXPECT_EQ(shown.pixels, screen_->pixels());
}

TEST_F(Window, ALaterFrameReplacesTheWholeFormerOne) {
  ASSERT_NE(screen_, nullptr);
  screen_->draw({kWhite, {type_.line("Välkommen", {"NotoSans-Regular.ttf"}, 41, 100.3, 300)}});
  screen_->draw({kWhite, {ui::Fill{{600, 100, 10, 10}, kRed}}});
  EXPECT_EQ((Picture{{1280, 800}, x_server_.pixels()}.ink()), (Rect{600, 100, 10, 10}));
}

TEST_F(Window, AClickArrivesOnceWhereItWas) {
  ASSERT_NE(screen_, nullptr);
  screen_->draw({kWhite, {}});
  xdotool("mousemove 321 234 click 1");
  EXPECT_EQ(expect(Kind::kPointerDown).at, (Point{321, 234}));
  EXPECT_EQ(expect(Kind::kPointerUp).at, (Point{321, 234}));
  xdotool("mousemove 10 20 mousedown 1 mousemove 30 40 mouseup 1");
  EXPECT_EQ(expect(Kind::kPointerDown).at, (Point{10, 20}));
  EXPECT_EQ(expect(Kind::kPointerUp).at, (Point{30, 40}));
}

TEST_F(Window, KeysAndTextArriveWithoutAWindowManager) {
  ASSERT_NE(screen_, nullptr);
  screen_->draw({kWhite, {}});
  xdotool("mousemove 1000 700 key 198");  // the code of F20; its key symbol is XF86AudioMicMute
  EXPECT_EQ(expect(Kind::kKeyDown).key, "F20");
  xdotool("key shift+Tab");
  EXPECT_EQ(expect(Kind::kKeyDown).key, "Left Shift");
  const ui::Event tab = expect(Kind::kKeyDown);
  EXPECT_EQ(tab.key, "Tab");
  EXPECT_TRUE(tab.shift);
  xdotool("key a");
  EXPECT_EQ(expect(Kind::kText).text, "a");
}

TEST_F(Window, TerminationEndsAWaitAndArrivesAsQuit) {
  ASSERT_NE(screen_, nullptr);
  screen_->draw({kWhite, {}});
  while (!screen_->wait(0).empty()) {
  }
  struct sigaction on_alarm {};
  on_alarm.sa_handler = [](int) { ::raise(SIGTERM); };
  ::sigaction(SIGALRM, &on_alarm, nullptr);
  const itimerval soon{{0, 0}, {0, 100000}};
  ::setitimer(ITIMER_REAL, &soon, nullptr);
  EXPECT_EQ(expect(Kind::kQuit).kind, Kind::kQuit);
}

TEST_F(Window, AWindowHasTheSizeThatWasAskedFor) {
  screen_.reset();
  screen_ = open(ScreenOptions::Mode::kWindowed, {640, 480});
  ASSERT_NE(screen_, nullptr);
  EXPECT_EQ(screen_->size(), (Size{640, 480}));
  screen_->draw({kRed, {}});
  EXPECT_EQ((Picture{{1280, 800}, x_server_.pixels()}.ink(0xFF000000)), (Rect{320, 160, 640, 480}));
}

TEST_F(Window, AResizedWindowSaysSoAndIsDrawnWhole) {
  screen_.reset();
  screen_ = open(ScreenOptions::Mode::kWindowed, {640, 480});
  ASSERT_NE(screen_, nullptr);
  screen_->draw({kRed, {}});
  xdotool("search --name Kiosk windowsize 800 500 windowmove 0 0");
  EXPECT_EQ(expect(Kind::kResized).size, (Size{800, 500}));
  EXPECT_EQ(screen_->size(), (Size{800, 500}));
  screen_->draw({kRed, {type_.line("Hej", {"NotoSans-Regular.ttf"}, 41, 100, 300)}});
  EXPECT_EQ(screen_->pixels().size(), 800u * 500);
  EXPECT_EQ((Picture{{1280, 800}, x_server_.pixels()}.ink(0xFF000000)), (Rect{0, 0, 800, 500}));
}

// What the panel shows, turned back by hand, is the upright picture; and a click lands on what is drawn there.
class TurnedWindow : public Window, public testing::WithParamInterface<Turn> {};

TEST_P(TurnedWindow, ShowsTheUprightPictureTurnedAndTakesClicksWhereTheyAre) {
  screen_.reset();
  ScreenOptions options;
  options.mounting.screen = GetParam();
  auto opened = Screen::open(options);
  ASSERT_TRUE(opened.has_value());
  screen_ = std::move(*opened);
  const Size size = screen_->size();
  EXPECT_EQ(size, turned({1280, 800}, GetParam()));
  const auto list = [&] {
    return ui::DisplayList{kBlue,
                           {ui::Fill{{0, 0, 40, 20}, kRed}, ui::Fill{{size.w - 60, size.h - 50, 60, 50}, kRed, 20},
                            type_.line("Välkommen", {"NotoSans-Regular.ttf"}, 41, 100.3, 300)}};
  };
  screen_->draw(list());
  ScreenOptions off_screen;
  off_screen.mode = ScreenOptions::Mode::kHeadless;
  off_screen.size = size;
  const auto headless = std::move(Screen::open(off_screen).value());
  headless->draw(list());
  const Picture upright_picture{size, headless->pixels()};
  EXPECT_EQ(screen_->pixels(), upright_picture.pixels);
  const auto count_differences = [&] {
    const Picture panel{{1280, 800}, x_server_.pixels()};
    if (panel.pixels.size() != 1280u * 800) return -1;
    int differences = 0;
    for (int y = 0; y < 800; ++y) {
      for (int x = 0; x < 1280; ++x) {
        const Point p = upright({x, y}, panel.size, GetParam());
        differences += panel.at(x, y) != upright_picture.at(p.x, p.y) ? 1 : 0;
      }
    }
    return differences;
  };
  EXPECT_EQ(count_differences(), 0);
  screen_->draw(list());  // reading the pixels back has left nothing behind
  EXPECT_EQ(count_differences(), 0);
  xdotool("mousemove 321 234 click 1");
  EXPECT_EQ(expect(Kind::kPointerDown).at, upright({321, 234}, {1280, 800}, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Turns, TurnedWindow,
                         testing::Values(Turn::kNone, Turn::kQuarter, Turn::kHalf, Turn::kThreeQuarters));

TEST(NoDisplay, IsAnErrorThatSaysSo) {
  ::setenv("SDL_VIDEODRIVER", "x11", 1);
  ::setenv("DISPLAY", ":9999", 1);
  const auto screen = Screen::open({});
  ASSERT_FALSE(screen.has_value());
  EXPECT_THAT(screen.error().message, testing::StartsWith("no display: "));
}

}  // namespace
}  // namespace kiosk::sdl
