// The kiosk: arguments and wiring. Introduces app/ (what happens) to sdl/ (where it is seen); neither knows the other.
#include <cstdio>
#include <memory>

#include "app/key_map.h"
#include "app/metrics.h"
#include "app/notice_board.h"
#include "app/options.h"
#include "app/run.h"
#include "app/speech_log.h"
#include "app/staff_desk.h"
#include "app/updater.h"
#include "base/boot_clock.h"
#include "base/file.h"
#include "base/log.h"
#include "i18n/locale.h"
#include "sdl/audio_device.h"
#include "sdl/decode_picture.h"
#include "sdl/screen.h"
#include "speech/espeak.h"
#include "speech/speaker.h"
#include "stats/store.h"

namespace {

class SdlStage final : public kiosk::app::Stage {
 public:
  explicit SdlStage(kiosk::sdl::Screen& screen) : screen_(screen) {}
  void draw(const kiosk::ui::DisplayList& list) override { screen_.draw(list); }
  void prepare(const kiosk::ui::DisplayList& list) override { screen_.prepare(list); }
  std::vector<kiosk::ui::Event> wait(int timeout_ms) override { return screen_.wait(timeout_ms); }
  void wake() override { kiosk::sdl::Screen::wake(); }
  kiosk::Result<void> save_png(const std::string& path) override { return screen_.save_png(path); }

 private:
  kiosk::sdl::Screen& screen_;
};

int complain(const kiosk::Error& error) {
  std::fprintf(stderr, "kiosk: error: %s\n", error.message.c_str());
  return 2;
}

// Null where there is no synthesiser. Without a window time is not the real one, and nothing sounds.
std::unique_ptr<kiosk::speech::Speaker> make_speaker(const kiosk::app::Options& options) {
  namespace speech = kiosk::speech;
  if (!speech::Espeak::is_there()) return nullptr;
  std::unique_ptr<speech::AudioOut> out;
  if (options.needs_no_window())
    out = std::make_unique<speech::SilentOut>();
  else
    out = std::make_unique<kiosk::sdl::AudioDevice>();
  auto speaker = std::make_unique<speech::Speaker>(std::make_unique<speech::Espeak>(), std::move(out));
  if (!options.speech_log.empty()) speaker->on_speak(kiosk::app::speech_log(options.speech_log));
  return speaker;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace kiosk;
  i18n::use_root_locale();
  app::Options options;
  if (const int status = app::parse_options(argc, argv, options); status >= 0) return status;

  if (options.set_pin) return app::run_set_pin(options.state);

  sdl::ScreenOptions how;
  how.size = options.size;
  how.mode = options.needs_no_window() ? sdl::ScreenOptions::Mode::kHeadless
             : options.windowed        ? sdl::ScreenOptions::Mode::kWindowed
                                       : sdl::ScreenOptions::Mode::kFullscreen;
  const auto screen = sdl::Screen::open(how);
  if (!screen) return complain(screen.error());
  app::settle_display(options, (*screen)->size());

  if (options.session.now_ms == 0) options.session.now_ms = SystemClock().now_ms();
  stats::Store store(options.store);
  options.session.services.store = &store;
  app::KeyMap keys;
  if (!options.keys.empty()) {
    auto loaded = app::KeyMap::load(options.keys);
    if (!loaded) return complain(loaded.error());
    keys = std::move(*loaded);
  }
  options.session.services.keys = &keys;
  options.session.services.decode_picture = sdl::decode_picture;
  const auto speaker = make_speaker(options);
  options.session.services.speaker = speaker.get();
  const ShiftedClock clock(options.session.now_ms);
  SdlStage stage(**screen);
  FakeClock script_time(options.session.now_ms);  // stands still without a script
  const WaitedBootClock boot(script_time);
  std::unique_ptr<app::StaffDesk> staff;
  if (!options.state.empty()) {
    auto opened = app::StaffDesk::open(options.state, boot);
    if (!opened) complain(opened.error());  // residents are served all the same
    if (opened) staff = std::move(*opened);
    options.session.services.staff = staff.get();
  }
  app::NoticeBoard notices(options.state.empty() ? std::string() : options.state + "/notices.yaml");
  options.session.services.notices = &notices;
  app::MetricsFile metrics(options.metrics, options.session.now_ms);
  options.session.services.metrics = &metrics;
  std::unique_ptr<app::Updater> updater;
  std::unique_ptr<app::StickDesk> desk;
  if (!options.updater.store.empty()) {
    auto opened = app::Updater::open(options.updater, options.session.now_ms);
    if (!opened) return complain(opened.error());
    updater = std::move(*opened);
    options.session.services.updater = updater.get();
    if (!options.needs_no_window())
      desk = std::make_unique<app::StickDesk>(*updater, options.sticks, [] { sdl::Screen::wake(); });
  }
  const auto open_session = [&] {
    if (updater) options.session.bundle = updater->live_tree();
    return app::Session::open(options.session);
  };
  auto session = open_session();
  if (!session && updater && updater->is_pending()) {  // new content that cannot even be opened
    updater->prove(false);
    session = open_session();
  }
  while (!session) {
    complain(session.error());
    if (options.needs_no_window()) return 2;
    const auto end = app::run_out_of_service(stage, options.session.display, [&] {
      return (desk && desk->install_first(clock.now_ms())) || file_exists(options.session.bundle + "/manifest.yaml");
    });
    if (end != app::OutOfService::kOver) return end == app::OutOfService::kClosed ? 0 : 2;
    session = open_session();
  }
  if (options.check) return app::run_check(**session);
  if (!options.tour.empty())
    return app::run_tour(**session, stage, options.tour, options.tour_languages,
                         options.dumps_only ? app::TourOf::kDumps : app::TourOf::kPicturesAndDumps);
  if (!options.script.empty())
    return app::run_script(**session, stage, script_time, options.script,
                           options.windowed ? app::ScriptView::kEveryStep : app::ScriptView::kHidden);
  if (!options.screenshot.empty() || !options.dump.empty())
    return app::run_once(**session, stage, options.screenshot, options.dump);
  std::unique_ptr<app::JackWatch> jack;
  if (speaker && !options.input_devices.empty())
    jack = std::make_unique<app::JackWatch>(options.input_devices, [] { sdl::Screen::wake(); });
  if (speaker && options.sound_devices)
    if (const auto watched = (*screen)->watch_sound_devices(); !watched) log_error(watched.error().message);
  return app::run_interactive(**session, stage, clock, desk.get(), jack.get());
}
