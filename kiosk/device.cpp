#include "device.h"

#include <cstdio>
#include <future>
#include <memory>

#include "app/config_watch.h"
#include "app/device_check.h"
#include "app/jack_watch.h"
#include "app/metrics.h"
#include "app/notice_board.h"
#include "app/run.h"
#include "app/speech_log.h"
#include "app/staff_desk.h"
#include "app/updater.h"
#include "base/boot_clock.h"
#include "base/file.h"
#include "base/log.h"
#include "sdl/audio_device.h"
#include "sdl/decode_picture.h"
#include "sdl/screen.h"
#include "speech/espeak.h"
#include "speech/recording.h"
#include "speech/speaker.h"
#include "stats/store.h"

namespace kiosk {

namespace {

class SdlStage final : public app::Stage {
 public:
  explicit SdlStage(sdl::Screen& screen) : screen_(screen) {}
  void draw(const ui::DisplayList& list) override { screen_.draw(list); }
  void prepare(const ui::DisplayList& list) override { screen_.prepare(list); }
  void forget() override { screen_.forget(); }
  std::vector<ui::Event> wait(int timeout_ms) override { return screen_.wait(timeout_ms); }
  void wake() override { sdl::Screen::wake(); }
  Result<void> save_png(const std::string& path) override { return screen_.save_png(path); }

 private:
  sdl::Screen& screen_;
};

int complain(const Error& error) {
  std::fprintf(stderr, "kiosk: error: %s\n", error.message.c_str());
  return 2;
}

// Null where there is no synthesiser. Without a window time is not the real one, and nothing sounds.
std::unique_ptr<kiosk::speech::Speaker> make_speaker(const app::Options& options) {
  if (!speech::Espeak::is_there()) return nullptr;
  std::unique_ptr<speech::AudioOut> out;
  if (options.needs_no_window())
    out = std::make_unique<speech::SilentOut>();
  else
    out = std::make_unique<sdl::AudioDevice>(options.sound_device);
  auto source = std::make_unique<speech::Recordings>(std::make_unique<speech::Espeak>());
  auto speaker = std::make_unique<speech::Speaker>(std::move(source), std::move(out));
  if (!options.speech_log.empty()) speaker->on_speak(app::speech_log(options.speech_log));
  return speaker;
}

sdl::ScreenOptions screen_options(const app::Options& options) {
  sdl::ScreenOptions how;
  how.size = options.size;
  how.mounting = options.mounting;
  how.mode = options.needs_no_window() ? sdl::ScreenOptions::Mode::kHeadless
             : options.windowed        ? sdl::ScreenOptions::Mode::kWindowed
                                       : sdl::ScreenOptions::Mode::kFullscreen;
  return how;
}

// Null where none is asked for. A window goes on without one, with the content that is there; whoever asked on the
// command line for a run without a window wants to know.
Result<std::unique_ptr<app::Updater>> open_updater(app::Options& options) {
  if (options.updater.store.empty()) return nullptr;
  auto opened = app::Updater::open(options.updater, options.session.now_ms);
  if (opened || options.needs_no_window()) return opened;
  log_error("no new content can come in: " + opened.error().message);
  const std::string live = options.updater.store + "/current";
  if (file_exists(live + "/manifest.yaml")) options.session.bundle = live;
  return nullptr;
}

// Null without a state folder, and with one that cannot be written: residents are served all the same.
std::unique_ptr<app::StaffDesk> open_staff(const app::Options& options, const BootClock& boot) {
  if (options.state.empty()) return nullptr;
  auto opened = app::StaffDesk::open(options.state, boot);
  if (opened) return std::move(*opened);
  log_error(opened.error().message);
  return nullptr;
}

// Null where nothing is watched: without a voice a headset says nothing.
std::unique_ptr<app::JackWatch> watch_headsets(const app::Options& options, sdl::Screen& screen, bool has_voice) {
  if (!has_voice) return nullptr;
  if (options.sound_devices)
    if (const auto watched = screen.watch_sound_devices(); !watched) log_error(watched.error().message);
  if (options.input_devices.empty()) return nullptr;
  return std::make_unique<app::JackWatch>(options.input_devices, [] { sdl::Screen::wake(); });
}

// Reads and lays out what the first screen needs, on a panel of the usual size where none is given.
std::future<Result<app::Opening>> begin_opening(app::Options expected) {
  constexpr Size kUsualPanel{1920, 1080};
  app::settle_display(expected, expected.size.w > 0 ? expected.size : kUsualPanel);
  return std::async(std::launch::async, [with = expected.session] { return app::Session::prepare(with); });
}

// What the command line asks for besides a running kiosk; -1 when nothing.
int run_as_asked(app::Session& session, app::Stage& stage, const app::Options& options, FakeClock& script_time) {
  if (options.check) return app::run_check(session, options.tour_languages);
  if (!options.tour.empty())
    return app::run_tour(session, stage, options.tour, options.tour_languages,
                         options.dumps_only ? app::TourOf::kDumps : app::TourOf::kPicturesAndDumps);
  if (!options.script.empty())
    return app::run_script(session, stage, script_time, options.script,
                           options.windowed ? app::ScriptView::kEveryStep : app::ScriptView::kHidden);
  if (!options.screenshot.empty() || !options.dump.empty())
    return app::run_once(session, stage, options.screenshot, options.dump);
  return -1;
}

}  // namespace

int run_device(app::Options& options, app::Supervisor& supervisor, sdl::DisplayConnection& display) {
  app::ConfigWatch config(options.needs_no_window() ? "" : options.config);
  if (options.session.now_ms == 0) options.session.now_ms = SystemClock().now_ms();
  auto updater = open_updater(options);
  if (!updater) return complain(updater.error());
  options.session.services.decode_picture = sdl::decode_picture;
  const auto live = [&] {
    app::Options with = options;
    if (*updater && !(*updater)->live_tree().empty()) with.session.bundle = (*updater)->live_tree();
    return with;
  };
  auto opening = begin_opening(live());

  const auto screen = sdl::Screen::open(screen_options(options));
  if (!screen) return complain(screen.error());
  display.keep();
  app::settle_display(options, (*screen)->size());
  int device_status = 0;
  if (options.check && !options.config.empty())
    device_status = app::report(app::check_device(options, {sdl::audio_device_names()}));

  stats::Store store(options.store);
  options.session.services.store = &store;
  options.session.services.keys = &options.key_map;
  SdlStage stage(**screen);  // outlives the speaker, whose thread wakes it
  const auto speaker = make_speaker(options);
  options.session.services.speaker = speaker.get();
  const ShiftedClock clock(options.session.now_ms);
  FakeClock script_time(options.session.now_ms);  // stands still without a script
  const WaitedBootClock boot(script_time);
  const auto staff = open_staff(options, boot);
  options.session.services.staff = staff.get();
  app::NoticeBoard notices(options.state.empty() ? std::string() : options.state + "/notices.yaml");
  options.session.services.notices = &notices;
  app::MetricsFile metrics(options.metrics, options.session.now_ms);
  options.session.services.metrics = &metrics;
  options.session.services.updater = updater->get();
  std::unique_ptr<app::StickDesk> desk;
  if (*updater && !options.needs_no_window())
    desk = std::make_unique<app::StickDesk>(**updater, options.sticks, [] { sdl::Screen::wake(); });

  auto session = app::Session::open(live().session, opening.get());
  const auto open_session = [&] { return app::Session::open(live().session); };
  if (!session && *updater && (*updater)->is_pending()) {  // new content that cannot even be opened
    (*updater)->prove(false);
    session = open_session();
  }
  while (!session) {
    complain(session.error());
    if (!options.screenshot.empty() || !options.dump.empty())
      return app::run_out_of_service_once(stage, options.session, options.screenshot, options.dump);
    if (options.needs_no_window()) return 2;
    bool changed = false;
    const auto end = app::run_out_of_service(stage, options.session, supervisor, [&] {
      changed = config.has_good_news();
      return changed || (desk && desk->install_first(clock.now_ms())) ||
             file_exists(options.session.bundle + "/manifest.yaml");
    });
    if (changed) return app::kAgain;
    if (end != app::OutOfService::kOver) return end == app::OutOfService::kClosed ? 0 : 2;
    session = open_session();
  }
  if (const int status = run_as_asked(**session, stage, options, script_time); status >= 0)
    return status > 0 ? status : device_status;
  const auto jack = watch_headsets(options, **screen, speaker != nullptr);
  return app::run_interactive(**session, stage, clock, {desk.get(), &supervisor, &config, jack.get()});
}

}  // namespace kiosk
