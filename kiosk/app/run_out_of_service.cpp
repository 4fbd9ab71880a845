#include <algorithm>

#include "app/run.h"
#include "app/standby.h"
#include "base/clock.h"
#include "ui/compose.h"
#include "ui/dump.h"

namespace kiosk::app {

namespace {

// The screen that needs no content, composed like any other.
class StandbyScreen {
 public:
  explicit StandbyScreen(const SessionOptions& options)
      : display_(options.display),
        standby_(load_standby(options.languages.first)),
        typesetter_(standby_.manifest, fonts_) {
    state_.language = standby_.manifest.languages.front().tag;
    state_.place.screen = ui::ScreenKind::kOutOfService;
    state_.text_scale = options.text_scale;
    state_.theme = options.theme;
    model_.manifest = &standby_.manifest;
    model_.site = &standby_.sites.front();
    model_.standby = &standby_.sites;
  }
  StandbyScreen(const StandbyScreen&) = delete;
  StandbyScreen& operator=(const StandbyScreen&) = delete;

  bool has_font() {
    const auto& families = standby_.manifest.fonts;
    return std::any_of(families.begin(), families.end(),
                       [&](const content::FontFamily& family) { return fonts_.face(family.regular).has_value(); });
  }
  const ui::Screen& at(std::int64_t now_ms) {
    state_.now_ms = now_ms;
    return screen_ = ui::compose(state_, model_, display_, typesetter_);
  }
  std::string dump() { return ui::dump_screen(screen_, state_, display_, typesetter_.is_rtl(state_.language), {}); }

 private:
  ui::Display display_;
  Standby standby_;
  text::FontLibrary fonts_;
  ui::Typesetter typesetter_;
  ui::State state_;
  ui::Model model_;
  ui::Screen screen_;
};

}  // namespace

OutOfService run_out_of_service(Stage& stage, const SessionOptions& options, Supervisor& supervisor,
                                const std::function<bool()>& is_over) {
  StandbyScreen standby(options);
  if (!standby.has_font()) return OutOfService::kNoFont;
  for (;;) {
    stage.draw(standby.at(SystemClock().now_ms()).list);
    supervisor.ready();
    supervisor.set_status("out of service: no content can be shown");
    supervisor.turn();
    constexpr int kLookAgainMs = 3000;
    for (const ui::Event& event : stage.wait(supervisor.longest_wait_ms(kLookAgainMs)))
      if (event.kind == ui::Event::Kind::kQuit) return OutOfService::kClosed;
    if (is_over()) return OutOfService::kOver;
  }
}

int run_out_of_service_once(Stage& stage, const SessionOptions& options, const std::string& screenshot,
                            const std::string& dump) {
  StandbyScreen standby(options);
  if (!standby.has_font()) return 2;
  stage.draw(standby.at(options.now_ms).list);
  save_screen(stage, standby.dump(), screenshot, dump);
  return 2;
}

}  // namespace kiosk::app
