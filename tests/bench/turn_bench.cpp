// A turn of the page on the demo tree, software renderer, one thread: CPU time from the event to the finished frame,
// cold (nothing of the new page laid out or rasterised) and after the neighbouring page was prepared while idle. Prints
// medians.
//   bench_turn TREE [ROUNDS]
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "app/session.h"
#include "base/utf8.h"
#include "i18n/locale.h"
#include "sdl/screen.h"

namespace {

using namespace kiosk;

double cpu_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Kiosk {
  std::unique_ptr<sdl::Screen> screen;
  std::unique_ptr<app::Session> session;
};

Kiosk open(const std::string& tree, const std::string& language) {
  sdl::ScreenOptions how;
  how.mode = sdl::ScreenOptions::Mode::kHeadless;
  how.size = {1920, 1080};
  app::SessionOptions options;
  options.bundle = tree;
  options.language = language;
  options.page = "health/where-to-turn";
  options.now_ms = 1'772'438'400'000;
  auto screen = sdl::Screen::open(how);
  auto session = app::Session::open(options);
  if (!screen || !session) return {};
  return {std::move(*screen), std::move(*session)};
}

double turn_ms(Kiosk& kiosk, const ui::State& to) {
  const double begin = cpu_ms();
  kiosk.session->set_state(to);
  kiosk.screen->draw(kiosk.session->screen().list);
  return cpu_ms() - begin;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_turn TREE [ROUNDS]\n");
    return 2;
  }
  i18n::use_root_locale();
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 9;
  std::printf("%-10s %12s %12s\n", "language", "cold ms", "prepared ms");
  for (const char* language : {"sv", "ar", "ur", "th", "zh-Hans"}) {
    std::vector<double> cold, prepared;
    for (int i = 0; i < rounds; ++i) {
      for (const bool prepare : {false, true}) {
        Kiosk kiosk = open(argv[1], language);
        if (!kiosk.session) {
          std::fprintf(stderr, "bench_turn: cannot open %s\n", argv[1]);
          return 2;
        }
        kiosk.screen->draw(kiosk.session->screen().list);
        ui::State next = kiosk.session->state();
        next.place.page = "safety/emergency-numbers";
        if (prepare) kiosk.screen->prepare(kiosk.session->look_at(next));
        (prepare ? prepared : cold).push_back(turn_ms(kiosk, next));
      }
    }
    std::printf("%-10s %12.2f %12.2f\n", language, median(cold), median(prepared));
  }
  std::vector<double> han;
  for (int i = 0; i < rounds; ++i) {
    Kiosk kiosk = open(argv[1], "zh-Hans");
    kiosk.screen->draw(kiosk.session->screen().list);
    std::string text;
    for (char32_t c = 0x4E00; c < 0x4E00 + 600; ++c) append_utf8(text, c);
    const double begin = cpu_ms();
    const auto block = kiosk.session->typesetter().set(ui::plain_text(text, "zh-Hans", 41), 1800);
    ui::DisplayList list;
    for (std::size_t line = 0; line < block->lines->size(); ++line)
      list.items.push_back(ui::TextLine{
          block->paragraph, block->lines, line, 60.0, 60 + block->baselines[line], {ui::Color{255, 255, 255, 255}}});
    kiosk.screen->draw(list);
    han.push_back(cpu_ms() - begin);
  }
  std::printf("600 distinct Han characters, cold: %.2f ms\n", median(han));
  return 0;
}
