#include "app/options.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "base/file.h"
#include "i18n/date_time.h"

namespace kiosk::app {

namespace {

// "1920x1080" -> 1920, 1080
bool parse_pair(const std::string& text, double& a, double& b) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return false;
  try {
    std::size_t end_a = 0, end_b = 0;
    a = std::stod(text.substr(0, cross), &end_a);
    b = std::stod(text.substr(cross + 1), &end_b);
    return end_a == cross && end_b == text.size() - cross - 1 && a > 0 && b > 0;
  } catch (const std::exception&) {
    return false;
  }
}

int usage(const std::string& what) {
  std::fprintf(stderr, "kiosk: error: %s; see kiosk --help\n", what.c_str());
  return 2;
}

constexpr const char* kInstalledBundle = "/var/lib/kiosk/current";
constexpr const char* kScriptStart = "2026-03-02T09:00+01:00";  // a Monday

}  // namespace

int parse_options(int argc, char** argv, Options& o) {
  CLI::App app{"Shows easy-to-read public information in many languages, fullscreen."};
  std::string size, screen_mm, theme = "light", now;
  o.session.bundle = kInstalledBundle;
  app.add_option("--bundle", o.session.bundle, "Folder of the compiled content (holds manifest.yaml)")
      ->capture_default_str();
  app.add_option("--size", size, "Window or off-screen size in px, such as 1920x1080");
  app.add_option("--screen-mm", screen_mm, "The screen's width and height in mm, such as 476x268");
  app.add_option("--screen-bottom-mm", o.session.display.bottom_mm, "Height of its lower edge above the floor")
      ->capture_default_str();
  app.add_option("--distance-mm", o.session.display.distance_mm, "Viewing distance")
      ->capture_default_str()
      ->check(CLI::Range(200, 5000));
  app.add_option("--text-scale", o.session.text_scale, "Text size in percent")
      ->capture_default_str()
      ->check(CLI::IsMember({100, 125, 150, 200}));
  app.add_option("--theme", theme, "Colours")
      ->capture_default_str()
      ->check(CLI::IsMember({"light", "dark", "contrast", "warm"}));
  app.add_option("--now", now, "Start of the clock, ISO 8601");
  app.add_flag("--windowed", o.windowed, "Not fullscreen");
  app.add_flag("--headless", o.headless, "No window: draw off screen");
  app.add_option("--lang", o.session.language, "Open in this language");
  app.add_option("--page", o.session.page, "Open this page");
  app.add_option("--store", o.store, "File of the counts; without it they are forgotten at the end");
  app.add_option("--state", o.state, "Folder of the PIN and the staff's settings; without it there is no panel");
  auto* set_pin = app.add_flag("--set-pin", o.set_pin, "Ask for the staff's new PIN, keep it in --state, and exit");
  set_pin->needs("--state");
  app.add_option("--content-store", o.updater.store, "Keep content in this folder and take it from sticks");
  app.add_option("--trust", o.updater.trust, "A public key that may sign content");
  app.add_option("--id", o.updater.id, "Take only content for this id");
  app.add_option("--channel", o.updater.channel, "Take only content of this channel");
  app.add_option("--update-url", o.updater.address, "Also pull content from this web address");
  int pull_minutes = 60;
  app.add_option("--update-minutes", pull_minutes, "How often, about")->check(CLI::Range(1, 7 * 24 * 60));
  app.add_option("--sticks", o.sticks, "Where sticks are mounted");
  app.add_option("--metrics", o.metrics, "Write what monitoring reads into this file, in Prometheus' text format");
  app.add_option("--keys", o.keys, "File that says which key does what");
  app.add_option("--input-devices", o.input_devices, "Watch the headphone jacks of this folder's devices ('': of none)")
      ->capture_default_str();
  app.add_flag("--usb-headset", o.sound_devices, "A sound device that is plugged in or out is a headset");
  app.add_option("--speech-log", o.speech_log, "Write what is spoken into this file, one JSON object a line");
  app.add_option("--script", o.script, "Replay steps on a fake clock, then exit");
  app.add_option("--screenshot", o.screenshot, "Save the first screen as PNG, then exit");
  app.add_option("--dump-screen", o.dump, "Save the first screen as JSON ('-': print it), then exit");
  app.add_option("--tour", o.tour, "Draw every screen and page into this folder, then exit");
  app.add_option("--langs", o.tour_languages, "Languages of the tour, with commas between")->delimiter(',');
  app.add_flag("--dumps-only", o.dumps_only, "A tour without pictures");
  app.add_flag("--check", o.check, "Load and validate everything, print findings, exit");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (o.set_pin) return -1;
  ui::parse_theme(theme, o.session.theme);
  double a = 0, b = 0;
  if (!size.empty()) {
    constexpr double kLargest = 16384;
    if (!parse_pair(size, a, b) || a < 320 || b < 240 || a > kLargest || b > kLargest)
      return usage("--size: '" + size + "' is not a size such as 1920x1080");
    o.size = {static_cast<int>(a), static_cast<int>(b)};
  }
  if (!screen_mm.empty()) {
    if (!parse_pair(screen_mm, a, b) || a < 50 || b < 50 || a > 5000 || b > 5000)
      return usage("--screen-mm: '" + screen_mm + "' is not a size such as 476x268");
    o.session.display.width_mm = a;
    o.session.display.height_mm = b;
    o.screen_mm_given = true;
  }
  if (!now.empty() || !o.script.empty() || o.needs_no_window()) {
    const auto ms = i18n::parse_iso_time(now.empty() ? kScriptStart : now);
    if (!ms) return usage("--now: '" + now + "' is not a time such as 2026-03-02T09:00+01:00");
    o.session.now_ms = *ms;
  }
  o.updater.pull_every_ms = std::int64_t{pull_minutes} * 60'000;
  if (o.sticks.empty()) o.sticks = {"/media", "/run/media", "/mnt"};
  o.session.sticks = o.sticks;
  if (!o.updater.store.empty()) return -1;
  // A window goes up in any case and says what is wrong; without one the caller wants to know.
  if (o.needs_no_window() && !file_exists(o.session.bundle + "/manifest.yaml"))
    return usage("--bundle: there is no manifest.yaml in '" + o.session.bundle + "'");
  return -1;
}

void settle_display(Options& o, Size size) {
  o.session.display.size_px = size;
  if (o.screen_mm_given) return;
  constexpr double kMmPerPxAt96Dpi = 25.4 / 96;
  o.session.display.width_mm = size.w * kMmPerPxAt96Dpi;
  o.session.display.height_mm = size.h * kMmPerPxAt96Dpi;
}

}  // namespace kiosk::app
