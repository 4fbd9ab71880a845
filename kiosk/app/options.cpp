#include "app/options.h"

#include <CLI/CLI.hpp>

#include "app/device_config.h"
#include "app/pair_text.h"
#include "base/file.h"
#include "i18n/date_time.h"

namespace kiosk::app {

namespace {

int usage(const std::string& what) {
  std::fprintf(stderr, "kiosk: error: %s; see kiosk --help\n", what.c_str());
  return 2;
}

constexpr const char* kDemoSite = "vasteras";
constexpr const char* kScriptStart = "2026-03-02T09:00+01:00";  // a Monday

// What only the command line can say, and whether it named what the configuration may name too.
struct Given {
  std::string config, keys;
  bool bundle = false;
};

// Over what `o` has. Exit status as of parse_options.
int parse_command_line(int argc, char** argv, Options& o, Given& given) {
  CLI::App app{"Shows easy-to-read public information in many languages, fullscreen."};
  std::string size, screen_mm, theme = ui::to_string(o.session.theme), now;
  app.add_option("--config", given.config,
                 std::string("This device's configuration; if it is there, ") + kInstalledConfig);
  const auto* bundle =
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
  app.add_flag("--set-pin", o.set_pin, "Ask for the staff's new PIN, keep it in the state folder, and exit");
  app.add_option("--content-store", o.updater.store, "Keep content in this folder and take it from sticks");
  app.add_option("--trust", o.updater.trust, "A public key that may sign content");
  app.add_option("--id", o.updater.id, "Take only content for this id");
  app.add_option("--channel", o.updater.channel, "Take only content of this channel");
  app.add_option("--update-url", o.updater.address, "Also pull content from this web address");
  int pull_minutes = static_cast<int>(o.updater.pull_every_ms / 60'000);
  app.add_option("--update-minutes", pull_minutes, "How often, about")->check(CLI::Range(1, 7 * 24 * 60));
  app.add_option("--sticks", o.sticks, "Where sticks are mounted");
  app.add_option("--metrics", o.metrics, "Write what monitoring reads into this file, in Prometheus' text format");
  app.add_option("--keys", given.keys, "File that says which key does what");
  app.add_option("--input-devices", o.input_devices, "Watch the headphone jacks of this folder's devices ('': of none)")
      ->capture_default_str();
  app.add_flag("--usb-headset", o.sound_devices, "A sound device that is plugged in or out is a headset");
  app.add_option("--speech-log", o.speech_log, "Write what is spoken into this file, one JSON object a line");
  app.add_option("--script", o.script, "Replay steps on a fake clock, then exit");
  app.add_option("--screenshot", o.screenshot, "Save the first screen as PNG, then exit");
  app.add_option("--dump-screen", o.dump, "Save the first screen as JSON ('-': print it), then exit");
  app.add_option("--tour", o.tour, "Draw every screen and page into this folder, then exit");
  app.add_option("--langs", o.tour_languages, "Languages of the tour or check, with commas between")->delimiter(',');
  app.add_flag("--dumps-only", o.dumps_only, "A tour without pictures");
  app.add_flag("--check", o.check, "Load and validate everything, print findings, exit");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  given.bundle = bundle->count() > 0;
  ui::parse_theme(theme, o.session.theme);
  if (!size.empty()) {
    const auto parsed = parse_pixel_size(size);
    if (!parsed) return usage("--size: '" + size + "' is not a size such as 1920x1080");
    o.size = *parsed;
  }
  if (!screen_mm.empty()) {
    const auto parsed = parse_mm_size(screen_mm);
    if (!parsed) return usage("--screen-mm: '" + screen_mm + "' is not a size such as 476x268");
    std::tie(o.session.display.width_mm, o.session.display.height_mm) = *parsed;
    o.screen_mm_given = true;
  }
  if (!now.empty() || !o.script.empty() || o.needs_no_window()) {
    const auto ms = i18n::parse_iso_time(now.empty() ? kScriptStart : now);
    if (!ms) return usage("--now: '" + now + "' is not a time such as 2026-03-02T09:00+01:00");
    o.session.now_ms = *ms;
    o.now_given = !now.empty();
  }
  o.updater.pull_every_ms = std::int64_t{pull_minutes} * 60'000;
  return -1;
}

// Whoever only looks at a device counts nothing, takes nothing in, and does not wait for the running kiosk's lock.
void look_only(Options& o) {
  const std::string live = o.updater.store + "/current";
  if (!o.updater.store.empty() && file_exists(live + "/manifest.yaml")) o.session.bundle = live;
  o.updater = {};
  o.store = Options{}.store;
  o.state.clear();
  o.metrics.clear();
}

int read_config(Options& o, const Given& given, bool looks_only) {
  o.config = !given.config.empty() ? given.config : file_exists(kInstalledConfig) ? kInstalledConfig : "";
  if (o.config.empty()) return -1;
  o.session.bundle.clear();  // rather no content than another site's
  DiagnosticSink sink;
  const bool good = load_device_config(o.config, o, sink);
  for (const Diagnostic& diagnostic : sink.all()) std::fprintf(stderr, "%s\n", to_text(diagnostic).c_str());
  if (!good && looks_only) return 2;
  if (looks_only) look_only(o);
  if (given.bundle) o.updater.store.clear();
  return -1;
}

}  // namespace

std::string installed_tree(const std::string& site) { return "/usr/share/kiosk/trees/" + site; }

int parse_options(int argc, char** argv, Options& o) {
  o.session.bundle = installed_tree(kDemoSite);
  Options alone = o;
  Given given;
  // The command line says where the configuration is, and is read again over it.
  if (const int status = parse_command_line(argc, argv, alone, given); status >= 0) return status;
  if (const int status = read_config(o, given, alone.needs_no_window()); status >= 0) return status;
  if (const int status = parse_command_line(argc, argv, o, given); status >= 0) return status;
  if (!given.keys.empty()) {
    auto keys = KeyMap::load(given.keys);
    if (!keys) {
      std::fprintf(stderr, "kiosk: error: %s\n", keys.error().message.c_str());
      return 2;
    }
    o.key_map = std::move(*keys);
  }
  if (o.set_pin && o.state.empty()) return usage("--set-pin needs --state, or a configuration with 'state'");
  if (o.sticks.empty()) o.sticks = {"/media", "/run/media", "/mnt"};
  o.session.sticks = o.sticks;
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
