// A monkey at the kiosk in a real window, while another program waits behind it: RELIABILITY goal 10. KIOSK_MONKEY_SEED
// and KIOSK_MONKEY_GESTURES in the environment give another run than the ordinary one.
#include <gtest/gtest.h>
#include <signal.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>

#include "app/run.h"
#include "app/staff_desk.h"
#include "base/boot_clock.h"
#include "bundle/pin_hash.h"
#include "e2e/hands.h"
#include "e2e/monkey.h"
#include "e2e/neighbour.h"
#include "e2e/x_server.h"
#include "i18n/locale.h"
#include "sdl/decode_picture.h"
#include "sdl/screen.h"
#include "stats/store.h"

namespace kiosk {
namespace {

constexpr std::int64_t kNine = 1'772'438'400'000;  // 2026-03-02T08:00Z, 9 in Stockholm

long from_environment(const char* name, long otherwise) {
  const char* const text = std::getenv(name);
  return text != nullptr ? std::atol(text) : otherwise;
}

// The kiosk's window, and what is done to it between two turns of its loop.
class WatchedStage final : public app::Stage {
 public:
  explicit WatchedStage(sdl::Screen& screen) : screen_(screen) {}

  // Does the next thing to the kiosk; false when there is nothing left to do.
  std::function<bool()> next;
  app::Session* session = nullptr;
  int turns = 0;

  void draw(const ui::DisplayList& list) override { screen_.draw(list); }
  void prepare(const ui::DisplayList& list) override { screen_.prepare(list); }
  void forget() override { screen_.forget(); }
  std::vector<ui::Event> wait(int) override {
    session->settle();
    EXPECT_TRUE(is_outside()) << "inside the staff's panel after " << turns << " turns";
    ++turns;
    // Whoever may send a signal can still end it: then the loop is left in order.
    if (ended_ || !is_outside() || !next()) {
      if (!ended_) ::raise(SIGTERM);
      ended_ = true;
      return screen_.wait(1000);
    }
    return screen_.wait(0);
  }
  void wake() override { sdl::Screen::wake(); }
  Result<void> save_png(const std::string& path) override { return screen_.save_png(path); }

  // Not behind the PIN: the keypad, and which content is shown, are for everybody.
  bool is_outside() const {
    const ui::State& state = session->state();
    const bool public_page = state.place.screen != ui::ScreenKind::kStaff || state.place.item == ui::kPinEntry ||
                             state.place.item == ui::kUpdateStatus;
    return public_page && !state.staff.open && state.place.screen != ui::ScreenKind::kCleaning &&
           !session->wants_restart();
  }
  bool has_ended() const { return ended_; }

 private:
  sdl::Screen& screen_;
  bool ended_ = false;
};

class Restless : public testing::Test {
 protected:
  Restless() : store_(":memory:"), clock_(kNine), boot_(clock_) {
    i18n::use_root_locale();
    auto screen = sdl::Screen::open({});
    KIOSK_CHECK(screen.has_value());
    screen_ = std::move(*screen);
    stage_ = std::make_unique<WatchedStage>(*screen_);

    const std::string folder = testing::TempDir() + "monkey";
    std::filesystem::remove_all(folder);
    auto desk = app::StaffDesk::open(folder, boot_);
    KIOSK_CHECK(desk.has_value());
    desk_ = std::move(*desk);
    KIOSK_CHECK(desk_->set_pin_hash(*bundle::hash_pin("482913")).has_value());

    app::SessionOptions options;
    options.bundle = KIOSK_TREES "/vasteras";
    options.now_ms = kNine;
    options.display.size_px = screen_->size();
    options.display.width_mm = 476;
    options.display.height_mm = 298;
    options.services.store = &store_;
    options.services.staff = desk_.get();
    options.services.decode_picture = sdl::decode_picture;
    auto session = app::Session::open(options);
    KIOSK_CHECK(session.has_value());
    session_ = std::move(*session);
    stage_->session = session_.get();
  }

  // The kiosk's own loop; it ends when `next` has nothing left.
  void run(std::function<bool()> next) {
    stage_->next = std::move(next);
    EXPECT_EQ(app::run_interactive(*session_, *stage_, clock_, {}), 0);
    EXPECT_TRUE(stage_->has_ended()) << "the kiosk has ended by itself";
  }

  // Everything that is seen is the kiosk's, whatever was heard came to it.
  void expect_the_kiosk() {
    for (int i = 0; i < 100 && (neighbour_.focused() != neighbour_.kiosk() || x_server_.pixels() != screen_->pixels());
         ++i) {
      screen_->wait(20);
      screen_->draw(session_->drawing());
    }
    EXPECT_EQ(neighbour_.focused(), neighbour_.kiosk());
    EXPECT_EQ(x_server_.pixels(), screen_->pixels());
    EXPECT_EQ(neighbour_.heard(), 0);
  }

  XServer x_server_;
  Neighbour neighbour_;
  Hands hands_;
  stats::Store store_;
  FakeClock clock_;
  WaitedBootClock boot_;
  std::unique_ptr<sdl::Screen> screen_;
  std::unique_ptr<app::StaffDesk> desk_;
  std::unique_ptr<app::Session> session_;
  std::unique_ptr<WatchedStage> stage_;
};

TEST_F(Restless, GesturesNeverLeaveTheKiosk) {
  const long gestures = from_environment("KIOSK_MONKEY_GESTURES", 1500);
  const auto seed = static_cast<std::uint32_t>(from_environment("KIOSK_MONKEY_SEED", 20261129));
  std::printf("seed %u, %ld gestures\n", seed, gestures);
  Monkey monkey(seed);
  neighbour_.listen_for_shortcuts();
  long done = 0;
  int quiet_turns = 0;
  bool was_disturbed = false;
  std::map<ui::ScreenKind, long> seen;
  run([&] {
    if (done % 1000 == 0 || done == gestures || was_disturbed) expect_the_kiosk();
    was_disturbed = false;
    if (done == gestures || HasFailure()) return false;
    ++seen[session_->state().place.screen];
    // Now and then nobody is there for a while: the session ends, the greetings come.
    if (quiet_turns == 0 && monkey.pick(100) == 0) quiet_turns = 1 + monkey.pick(4);
    if (quiet_turns > 0) {
      --quiet_turns;
      clock_.advance(monkey.pick(130'000));
      return true;
    }
    ++done;
    clock_.advance(200 + monkey.pick(700));
    const int other = monkey.pick(1500);
    if (other == 0) neighbour_.come_to_the_top();
    if (other == 1) neighbour_.take_the_focus();
    if (other == 2) neighbour_.ask_to_close(neighbour_.kiosk());
    was_disturbed = other <= 2;
    if (other > 1400) {  // the mouse of the X server itself
      const Size size = screen_->size();
      hands_.click({monkey.pick(size.w), monkey.pick(size.h)}, static_cast<unsigned>(1 + monkey.pick(3)));
    } else {
      monkey.act(session_->screen(), screen_->size());
    }
    return true;
  });
  EXPECT_EQ(done, gestures);
  for (const auto& [screen, times] : seen) std::printf("%-14s %ld\n", ui::to_string(screen), times);
  // It has been about: nearly every screen, the keypad's among them.
  EXPECT_GE(seen.size(), 10u);
  EXPECT_GT(seen[ui::ScreenKind::kStaff], 0);
}

TEST_F(Restless, NoKeyWithAnyModifiersLeavesTheKiosk) {
  neighbour_.listen_for_shortcuts();
  // SDL's own keys, and then those of the X server's keyboard, through its grabs.
  constexpr int kModifiers = 16, kFirstCode = 8, kLastCode = 255;
  constexpr int kAll = (SDL_NUM_SCANCODES + kLastCode - kFirstCode + 1) * kModifiers;
  constexpr KeySym kHeld[] = {XK_Shift_L, XK_Control_L, XK_Alt_L, XK_Super_L};
  int done = 0;
  run([&] {
    if (done % 1000 == 0) expect_the_kiosk();
    if (done == kAll || HasFailure()) return false;
    const int key = done / kModifiers, modifiers = done % kModifiers;
    ++done;
    clock_.advance(600);
    if (key < SDL_NUM_SCANCODES) {
      push_key(static_cast<SDL_Scancode>(key), modifiers);
      return true;
    }
    for (int i = 0; i < 4; ++i)
      if ((modifiers & 1 << i) != 0) hands_.code(hands_.code_of(kHeld[i]), true);
    const auto code = static_cast<unsigned>(key - SDL_NUM_SCANCODES + kFirstCode);
    hands_.code(code, true);
    hands_.code(code, false);
    for (int i = 0; i < 4; ++i)
      if ((modifiers & 1 << i) != 0) hands_.code(hands_.code_of(kHeld[i]), false);
    hands_.sync();
    return true;
  });
  EXPECT_EQ(done, kAll);
}

}  // namespace
}  // namespace kiosk
