#include "app/run.h"
#include "base/clock.h"
#include "ui/compose.h"

namespace kiosk::app {

namespace {

// What is shown without any content: the program's own words, the same that ui.yaml has for a running kiosk.
content::Manifest own_manifest() {
  content::Manifest manifest;
  manifest.colours = {"#1f3a5f", "#ffffff", "#c8501e"};
  content::Language swedish;
  swedish.tag = "sv";
  swedish.script = "Latn";
  swedish.format_locale = "sv-SE";
  swedish.fonts = {"sans"};
  manifest.languages = {swedish};
  manifest.fonts = {
      {"sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "fonts-noto-core"},
      {"icons", "MaterialIcons-Regular.ttf", "MaterialIcons-Regular.ttf", "fonts-material-design-icons-iconfont"}};
  return manifest;
}

content::Site own_site() {
  content::Site site;
  site.lang = "sv";
  site.ui = {{"out-of-service.title", "Skärmen fungerar inte just nu. / This screen is not working at the moment."},
             {"out-of-service.text",
              "Fråga personalen om hjälp. Ring 112 om någon är i fara. / Ask the staff for help. Call 112 if someone "
              "is in danger."},
             {"emergency.label", "Nödläge: ring 112"}};
  return site;
}

}  // namespace

OutOfService run_out_of_service(Stage& stage, const ui::Display& display, const std::function<bool()>& is_over) {
  const content::Manifest manifest = own_manifest();
  const content::Site site = own_site();
  text::FontLibrary fonts;
  if (!fonts.face(manifest.fonts.front().regular)) return OutOfService::kNoFont;
  ui::Typesetter typesetter(manifest, fonts);
  ui::State state;
  state.language = "sv";
  state.place.screen = ui::ScreenKind::kOutOfService;
  ui::Model model;
  model.manifest = &manifest;
  model.site = &site;
  for (;;) {
    state.now_ms = SystemClock().now_ms();
    stage.draw(ui::compose(state, model, display, typesetter).list);
    constexpr int kLookAgainMs = 3000;
    for (const ui::Event& event : stage.wait(kLookAgainMs))
      if (event.kind == ui::Event::Kind::kQuit) return OutOfService::kClosed;
    if (is_over()) return OutOfService::kOver;
  }
}

}  // namespace kiosk::app
