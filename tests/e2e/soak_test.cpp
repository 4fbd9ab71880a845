// Days of use in minutes: the kiosk's own loop with pixels, speech and counts, on a clock that is turned by hand:
// RELIABILITY goal 8. The ordinary run repeats one morning, so that whatever grows is a leak; KIOSK_SOAK_TOUCHES makes
// it 24 hours of which none is like the other.
#include <gtest/gtest.h>
#include <malloc.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/run.h"
#include "base/heap.h"
#include "e2e/monkey.h"
#include "i18n/locale.h"
#include "sdl/decode_picture.h"
#include "sdl/screen.h"
#include "speech/espeak.h"
#include "speech/speaker.h"
#include "stats/store.h"

namespace kiosk {
namespace {

constexpr std::int64_t kNine = 1'772'438'400'000;  // 2026-03-02T08:00Z, 9 in Stockholm
constexpr std::int64_t kDayMs = 24 * 3'600'000;

struct Use {
  double resident_mb = 0, own_mb = 0, heap_mb = 0;  // with mapped files, without, what malloc has given out of it
  std::ptrdiff_t files = 0, threads = 0, children = 0;
  std::size_t texture_bytes = 0;
};

std::ptrdiff_t entries(const char* folder) {
  return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

Use use_of(const sdl::Screen& screen) {
  Use use;
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) use.resident_mb = std::atof(line.c_str() + 6) / 1024;
    if (line.starts_with("RssAnon:")) use.own_mb = std::atof(line.c_str() + 8) / 1024;
  }
  use.heap_mb = static_cast<double>(::mallinfo2().uordblks) / (1 << 20);
  use.files = entries("/proc/self/fd");
  use.threads = entries("/proc/self/task");
  std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
  for (pid_t child = 0; children >> child;) ++use.children;
  use.texture_bytes = screen.texture_bytes();
  return use;
}

// The real voice now and then, for what a child process may leave behind; it is most of the time otherwise.
class SeldomEspeak final : public speech::VoiceSource {
 public:
  Result<speech::Pcm> make(const speech::Utterance& utterance, const speech::Cancel& cancel) override {
    constexpr int kSeldom = 25;
    return asked_++ % kSeldom == 0 ? espeak_.make(utterance, cancel) : speech::Pcm{};
  }

 private:
  speech::Espeak espeak_;
  int asked_ = 0;
};

class Soak : public app::Stage {
 public:
  struct Plan {
    long touches = 0;
    long touches_of_a_morning = 0;  // then the same again; 0: never
  };

  Soak(sdl::Screen& screen, FakeClock& clock, Plan plan) : screen_(screen), clock_(clock), plan_(plan) {}

  app::Session* session = nullptr;
  std::vector<Use> tenths;  // at rest, after each tenth of the touches
  std::int64_t rests = 0;

  void draw(const ui::DisplayList& list) override { screen_.draw(list); }
  void prepare(const ui::DisplayList& list) override { screen_.prepare(list); }
  void forget() override { screen_.forget(); }
  void wake() override { sdl::Screen::wake(); }
  Result<void> save_png(const std::string& path) override { return screen_.save_png(path); }

  std::vector<ui::Event> wait(int timeout_ms) override {
    // Time passes while there is nothing to do; what happens by itself in between happens.
    session->settle();
    if (pause_ms_ > 0) {
      const std::int64_t step = std::min<std::int64_t>(pause_ms_, std::max(1, timeout_ms));
      pause_ms_ -= step;
      clock_.advance(step);
      return screen_.wait(0);
    }
    if (resting_) {
      EXPECT_TRUE(session->is_at_rest());
      tenths.push_back(use_of(screen_));
      show(tenths.back());
      resting_ = false;
    }
    if (touches_ == plan_.touches) {
      ::raise(SIGTERM);
      return screen_.wait(1000);
    }
    if (plan_.touches_of_a_morning > 0 && touches_ % plan_.touches_of_a_morning == 0) monkey_ = Monkey(kSeed);
    monkey_.act(session->screen(), screen_.size());
    ++touches_;
    pause_ms_ = pause();
    return screen_.wait(0);
  }

 private:
  static constexpr std::uint32_t kSeed = 20261129;

  void show(const Use& use) const {
    if (tenths.size() == 1)
      std::printf("  touches   RSS MB   own MB  heap MB   files  threads  children  textures MB\n");
    std::printf("%9ld %8.2f %8.2f %8.3f %7td %8td %9td %12.2f\n", touches_, use.resident_mb, use.own_mb, use.heap_mb,
                use.files, use.threads, use.children, static_cast<double>(use.texture_bytes) / (1 << 20));
    std::fflush(stdout);
  }

  // 100,000 of them are 24 hours: quick hands, who read for a while, and who leave. (A screen that rests 250 ms begins
  // to look ahead, which costs more than the touch.)
  std::int64_t pause() {
    if (touches_ % (plan_.touches / 10) == 0) {
      resting_ = true;
      ++rests;
      return 600'000;
    }
    const int what = monkey_.pick(1000);
    if (what == 0) return 200'000 + monkey_.pick(260'000);
    if (what < 16) return 10'000 + monkey_.pick(22'000);
    return 150 + monkey_.pick(95);
  }

  sdl::Screen& screen_;
  FakeClock& clock_;
  Plan plan_;
  Monkey monkey_{kSeed};
  long touches_ = 0;
  std::int64_t pause_ms_ = 0;
  bool resting_ = false;
};

TEST(Days, OfUseLeaveNothingBehind) {
  keep_heap_small();
  i18n::use_root_locale();
  const char* const asked = std::getenv("KIOSK_SOAK_TOUCHES");
  const long touches = asked != nullptr ? std::atol(asked) : 1500;
  sdl::ScreenOptions how;
  how.mode = sdl::ScreenOptions::Mode::kHeadless;
  how.size = {640, 400};  // drawing it is most of the work
  const auto screen = std::move(sdl::Screen::open(how).value());
  const std::string counts = testing::TempDir() + "soak.db";
  std::filesystem::remove(counts);
  stats::Store store(counts);
  speech::Speaker speaker(std::make_unique<SeldomEspeak>(), std::make_unique<speech::SilentOut>());
  FakeClock clock(kNine);
  app::SessionOptions options;
  options.bundle = KIOSK_TREES "/vasteras";
  options.now_ms = kNine;
  options.display.size_px = how.size;
  options.display.width_mm = 476;
  options.display.height_mm = 298;
  options.services.store = &store;
  options.services.speaker = &speaker;
  options.services.decode_picture = sdl::decode_picture;
  const auto session = std::move(app::Session::open(options).value());
  Soak soak(*screen, clock, {touches, asked != nullptr ? 0 : touches / 10});
  soak.session = session.get();
  EXPECT_EQ(app::run_interactive(*session, soak, clock, {}), 0);

  std::printf("%ld touches in %.1f hours\n", touches, static_cast<double>(clock.now_ms() - kNine) / 3'600'000);
  ASSERT_EQ(soak.tenths.size(), 10u);
  // The first morning fills what is kept for good; the second ends with as much as the tenth. A day in which all is new
  // is measured from its first tenth on.
  const Use &first = soak.tenths[asked == nullptr ? 1 : 0], &last = soak.tenths.back();
  EXPECT_LT(last.heap_mb - first.heap_mb, asked == nullptr ? 0.1 : 2);
  EXPECT_LT(last.resident_mb - first.resident_mb, 2);
  EXPECT_EQ(last.files, first.files);
  EXPECT_EQ(last.threads, first.threads);
  EXPECT_EQ(last.children, 0);
  EXPECT_LE(last.texture_bytes, first.texture_bytes);
  if (touches >= 100'000) {
    EXPECT_GE(clock.now_ms() - kNine, kDayMs);
  }
}

}  // namespace
}  // namespace kiosk
