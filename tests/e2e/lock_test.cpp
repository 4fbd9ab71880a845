// Every way out of the kiosk, tried on a real display: REQUIREMENTS D7. A row that lies below the window (other
// consoles, SysRq) is tests/packaging's and cage_test.sh's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/fingers.h"
#include "e2e/hands.h"
#include "e2e/neighbour.h"
#include "e2e/x_server.h"
#include "sdl/screen.h"
#include "unit/sdl/drawing.h"

namespace kiosk::sdl {
namespace {

using Kind = ui::Event::Kind;
constexpr int kPatienceMs = 10000;
constexpr Size kDisplay{1280, 800};

class Lock : public testing::Test {
 protected:
  Lock() { open(ScreenOptions::Mode::kFullscreen); }

  void open(ScreenOptions::Mode mode) {
    screen_.reset();
    ScreenOptions options;
    options.mode = mode;
    options.size = mode == ScreenOptions::Mode::kWindowed ? kDisplay : Size{};
    auto screen = Screen::open(options);
    ASSERT_TRUE(screen.has_value()) << screen.error().message;
    screen_ = std::move(*screen);
    screen_->draw({kBlue, {}});
    settle();
  }

  // All that has happened up to a click of this moment, which is not among it.
  std::vector<ui::Event> settle() {
    hands_.click({7, 7});
    std::vector<ui::Event> all;
    for (;;) {
      const auto events = screen_->wait(kPatienceMs);
      EXPECT_FALSE(events.empty()) << "the click does not arrive";
      if (events.empty()) return all;
      for (const ui::Event& event : events) {
        if (event.kind == Kind::kPointerUp && event.at == Point{7, 7}) return all;
        if (event.at != Point{7, 7}) all.push_back(event);
      }
    }
  }

  static std::vector<Kind> kinds(const std::vector<ui::Event>& events) {
    std::vector<Kind> all;
    for (const ui::Event& event : events)
      if (event.kind != Kind::kPointerMove && event.kind != Kind::kExposed) all.push_back(event.kind);
    return all;
  }

  // What it sees of the neighbour, once the kiosk has had a moment.
  bool shows_only_the_kiosk() {
    for (int i = 0; i < 100; ++i) {
      const auto events = screen_->wait(20);
      for (const ui::Event& event : events)
        if (event.kind == Kind::kExposed) screen_->draw({kBlue, {}});
      const auto pixels = x_server_.pixels();
      if (pixels.size() == 1280u * 800 &&
          std::all_of(pixels.begin(), pixels.end(), [](std::uint32_t p) { return p == 0xFF0000C8; }))
        return true;
    }
    return false;
  }
  bool has_the_focus() {
    for (int i = 0; i < 100 && neighbour_.focused() != neighbour_.kiosk(); ++i) screen_->wait(20);
    return neighbour_.focused() == neighbour_.kiosk();
  }

  XServer x_server_;
  Neighbour neighbour_;
  Hands hands_;
  std::unique_ptr<Screen> screen_;
};

TEST_F(Lock, ClosingTheWindowDoesNothing) {
  neighbour_.ask_to_close(neighbour_.kiosk());
  EXPECT_THAT(kinds(settle()), testing::IsEmpty());
  EXPECT_TRUE(shows_only_the_kiosk());
}

TEST_F(Lock, AWindowOnALaptopIsClosedAsAnyOther) {
  open(ScreenOptions::Mode::kWindowed);
  neighbour_.ask_to_close(neighbour_.kiosk());
  EXPECT_THAT(kinds(settle()), testing::ElementsAre(Kind::kQuit));
}

TEST_F(Lock, NoShortcutReachesADesktop) {
  neighbour_.listen_for_shortcuts();
  neighbour_.heard();
  hands_.press({XK_Alt_L, XK_F4});
  hands_.press({XK_Super_L});
  hands_.press({XK_Super_L, XK_d});
  hands_.press({XK_Alt_L, XK_Tab});
  hands_.press({XK_Control_L, XK_Alt_L, XK_F2});
  hands_.press({XK_Control_L, XK_Alt_L, XK_Delete});
  hands_.press({XK_Control_L, XK_Alt_L, XK_BackSpace});
  hands_.press({XK_Print});
  hands_.press({XK_Alt_L, XK_Print});
  hands_.press({XK_Menu});
  const auto events = settle();
  EXPECT_EQ(neighbour_.heard(), 0);
  EXPECT_THAT(kinds(events), testing::Not(testing::Contains(Kind::kQuit)));
  const auto is_f4 = [](const ui::Event& event) {
    return event.kind == Kind::kKeyDown && event.key == "F4" && event.alt;
  };
  EXPECT_EQ(std::count_if(events.begin(), events.end(), is_f4), 1) << "the keys did not come to the kiosk either";
}

TEST_F(Lock, FromAWindowOnALaptopTheyDo) {
  open(ScreenOptions::Mode::kWindowed);
  neighbour_.listen_for_shortcuts();
  neighbour_.heard();
  hands_.press({XK_Alt_L, XK_F4});
  EXPECT_GT(neighbour_.heard(), 0);
}

TEST_F(Lock, TheFocusIsTakenBack) {
  neighbour_.take_the_focus();
  EXPECT_TRUE(has_the_focus());
  hands_.press({XK_a});
  EXPECT_THAT(kinds(settle()), testing::Contains(Kind::kText));
  EXPECT_EQ(neighbour_.heard(), 0);
}

TEST_F(Lock, AWindowOnTopIsBelowAgain) {
  neighbour_.come_to_the_top();
  EXPECT_TRUE(shows_only_the_kiosk());
}

TEST_F(Lock, AWindowThatComesLaterIsBelowAtOnce) {
  const Neighbour later;
  EXPECT_TRUE(shows_only_the_kiosk());
}

TEST_F(Lock, ANeighbourThatInsistsIsAnsweredEachTime) {
  for (int i = 0; i < 10; ++i) {
    neighbour_.come_to_the_top();
    neighbour_.take_the_focus();
    EXPECT_TRUE(shows_only_the_kiosk());
    EXPECT_TRUE(has_the_focus());
  }
}

TEST_F(Lock, AWindowThatWasHiddenComesBack) {
  neighbour_.unmap(neighbour_.kiosk());
  EXPECT_TRUE(shows_only_the_kiosk());
  EXPECT_TRUE(has_the_focus());
}

TEST_F(Lock, NothingCanBeDroppedOnIt) {
  EXPECT_FALSE(neighbour_.has(neighbour_.kiosk(), "XdndAware"));
  EXPECT_TRUE(neighbour_.has(neighbour_.kiosk(), "WM_PROTOCOLS"));
}

TEST_F(Lock, ALongPressAndTheOtherButtonsOpenNoMenu) {
  for (const unsigned button : {2u, 3u, 8u, 9u}) hands_.click({640, 400}, button);
  EXPECT_THAT(kinds(settle()), testing::IsEmpty());
  hands_.move({640, 400});
  hands_.button(1, true);
  hands_.sync();
  EXPECT_EQ(kinds(screen_->wait(kPatienceMs)).size() + kinds(screen_->wait(600)).size(), 1u) << "a press that lasts";
  hands_.button(1, false);
  EXPECT_THAT(kinds(settle()), testing::ElementsAre(Kind::kPointerUp));
  EXPECT_TRUE(shows_only_the_kiosk());
}

TEST_F(Lock, TenFingersAreOne) {
  for (int id = 0; id < 10; ++id) finger(SDL_FINGERDOWN, id, 0.05 + 0.1 * id, 0.5);
  for (int id = 0; id < 10; ++id) finger(SDL_FINGERMOTION, id, 0.5, 0.05 + 0.1 * id);
  for (int id = 9; id >= 0; --id) finger(SDL_FINGERUP, id, 0.5, 0.05 + 0.1 * id);
  EXPECT_THAT(kinds(settle()), testing::ElementsAre(Kind::kPointerDown, Kind::kPointerUp));
  EXPECT_TRUE(shows_only_the_kiosk());
}

TEST_F(Lock, ASwipeFromAnEdgeIsAFingerThatMoves) {
  const double edges[][4] = {{0, 0.5, 0.6, 0.5}, {1, 0.5, 0.4, 0.5}, {0.5, 0, 0.5, 0.6}, {0.5, 1, 0.5, 0.4}};
  for (const auto& [x, y, to_x, to_y] : edges) {
    finger(SDL_FINGERDOWN, 1, x, y);
    finger(SDL_FINGERMOTION, 1, to_x, to_y);
    finger(SDL_FINGERUP, 1, to_x, to_y);
    EXPECT_THAT(kinds(settle()), testing::ElementsAre(Kind::kPointerDown, Kind::kPointerUp));
  }
  EXPECT_TRUE(shows_only_the_kiosk());
}

}  // namespace
}  // namespace kiosk::sdl
