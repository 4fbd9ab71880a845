// Screens as elements: mirrored, measured, big enough to touch.
#include "ui/compose.h"

#include <gtest/gtest.h>

#include "support/sample_tree.h"

namespace kiosk::ui {
namespace {

class ComposeTest : public testing::Test {
 protected:
  Screen compose_home(const std::string& language, int scale = 100, bool low_reach = false) {
    State state;
    state.low_reach = low_reach;
    state.place.screen = ScreenKind::kHome;
    state.language = language;
    state.language_chosen = true;
    state.text_scale = scale;
    site_ = site_for(language);
    Typesetter typesetter(manifest_, fonts_);
    Model model;
    model.manifest = &manifest_;
    model.site = &site_;
    return compose(state, model, display_, typesetter);
  }
  content::Site site_for(const std::string& language) { return change_ ? *change_ : test::sample_site(language); }

  content::Manifest manifest_ = test::sample_manifest();
  text::FontLibrary fonts_;
  Display display_;
  content::Site site_;
  const content::Site* change_ = nullptr;
};

TEST_F(ComposeTest, RightToLeftScreensMirrorEveryControl) {
  const Screen sv = compose_home("sv"), ar = compose_home("ar");
  for (const char* id : {"home", "back", "language", "text-size", "done", "emergency", "topic:safety", "topic:work"}) {
    const Rect a = sv.find(id)->rect, b = ar.find(id)->rect;
    EXPECT_EQ(a.x, display_.size_px.w - b.right()) << id;
  }
}

TEST_F(ComposeTest, BarButtonsKeepTheirPlaceInEveryLanguageAndAtEveryTextSize) {
  const Screen reference = compose_home("sv");
  for (const char* id : {"home", "back", "language", "text-size", "done", "emergency"}) {
    EXPECT_EQ(compose_home("sv", 200).find(id)->rect, reference.find(id)->rect) << id;
    EXPECT_EQ(compose_home("ti", 150).find(id)->rect, reference.find(id)->rect) << id;
  }
}

TEST_F(ComposeTest, TargetsAreBigEnoughForAFinger) {
  for (const Size size : {Size{1920, 1080}, Size{1080, 1920}, Size{1366, 768}}) {
    display_.size_px = size;
    display_.width_mm = size.w * 0.248;
    display_.height_mm = size.h * 0.248;
    for (const int scale : {100, 200}) {
      const Screen screen = compose_home("ar", scale);
      for (const Element& e : screen.elements) {
        if (!e.is_control()) continue;
        const double least = e.target == Target::kPrimary ? 20 : 15;
        EXPECT_GE(e.rect.w / display_.px_per_mm(), least) << e.id;
        EXPECT_GE(e.rect.h / display_.px_per_mm(), least) << e.id;
      }
    }
  }
}

TEST_F(ComposeTest, LowReachBringsEveryControlUnder1100Millimetres) {
  display_.size_px = {1080, 1920};
  display_.width_mm = 268;
  display_.height_mm = 476;
  const auto highest_mm = [&](const Screen& screen) {
    double highest = 0;
    for (const Element& e : screen.elements)
      if (e.is_control())
        highest = std::max(highest, display_.bottom_mm + display_.height_mm - e.rect.y / display_.px_per_mm());
    return highest;
  };
  EXPECT_GT(highest_mm(compose_home("sv")), 1100);
  EXPECT_LE(highest_mm(compose_home("sv", 100, true)), 1100);
  EXPECT_LE(highest_mm(compose_home("ar", 200, true)), 1100);
}

TEST_F(ComposeTest, TextIsSizedByViewingDistance) {
  const Screen screen = compose_home("sv");
  constexpr double kCapHeightEm = 0.714;
  const double least_mm = 0.01222 * display_.distance_mm;
  for (const Element& e : screen.elements)
    if (e.font_px > 0) {
      EXPECT_GE(e.font_px * kCapHeightEm / display_.px_per_mm(), least_mm) << e.id;
    }
}

TEST_F(ComposeTest, NothingOverflowsAndNothingIsMissing) {
  for (const char* language : {"sv", "ar", "ti"})
    for (const int scale : {100, 125, 150, 200})
      for (const Element& e : compose_home(language, scale).elements) {
        EXPECT_FALSE(e.overflows()) << language << ' ' << scale << ' ' << e.id << ": " << e.text;
        EXPECT_EQ(e.notdef, 0) << language << ' ' << e.id;
      }
}

TEST_F(ComposeTest, ADoubledLabelIsSeenToOverflow) {
  content::Site doubled = test::sample_site("sv");
  doubled.ui["bar.back"] = "TillbakaTillbakaTillbaka";
  change_ = &doubled;
  const Screen screen = compose_home("sv");
  EXPECT_TRUE(screen.find("back")->overflows());
  EXPECT_FALSE(screen.find("home")->overflows());
}

TEST_F(ComposeTest, AMissingFaceIsSeenAsMissingGlyphs) {
  std::erase_if(manifest_.fonts, [](const content::FontFamily& family) { return family.id == "ethiopic"; });
  const Screen screen = compose_home("ti");
  EXPECT_GT(screen.find("topic:work")->notdef, 0);
  EXPECT_EQ(screen.find("clock")->notdef, 0);
}

TEST_F(ComposeTest, InkIsMeasuredInsideTheText) {
  const Screen screen = compose_home("ar");
  for (const Element& e : screen.elements) {
    if (e.text.empty()) continue;
    EXPECT_FALSE(e.ink.empty()) << e.id;
    EXPECT_TRUE(e.box.contains(e.ink)) << e.id;
  }
}

TEST(Theme, TextReachesItsContrastInEveryTheme) {
  const content::Colours site{"#0b3c6f", "#ffffff", "#b5530a"};
  for (const ThemeName name : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast, ThemeName::kWarm}) {
    const Theme t = theme_of(name, site);
    const double least = name == ThemeName::kContrast ? 7 : 4.5;
    for (const auto& [text, ground] : {std::pair{t.text, t.background},
                                       {t.text, t.surface},
                                       {t.text, t.pressed},
                                       {t.muted, t.background},
                                       {t.muted, t.surface},
                                       {t.link, t.background},
                                       {t.link, t.surface},
                                       {t.on_primary, t.primary},
                                       {t.on_bar, t.bar},
                                       {t.on_notice, t.notice},
                                       {t.on_emergency, t.emergency}})
      EXPECT_GE(contrast(text, ground), least) << to_string(name) << ' ' << to_hex(text) << " on " << to_hex(ground);
    for (const auto& [line, ground] :
         {std::pair{t.border, t.background}, {t.border, t.surface}, {t.focus, t.background}, {t.focus, t.surface}})
      EXPECT_GE(contrast(line, ground), 3) << to_string(name) << ' ' << to_hex(line) << " on " << to_hex(ground);
  }
}

TEST(Display, BodyTextHasACapHeightOfSevenTenthsOfADegree) {
  const Display display;
  EXPECT_EQ(display.body_px(100), 42);
  EXPECT_EQ(display.body_px(200), 83);
}

TEST(TypesetterTest, InsertedPhonesAreLeftToRightIsolates) {
  const content::Manifest manifest = test::sample_manifest();
  text::FontLibrary fonts;
  Typesetter typesetter(manifest, fonts);
  TextSpec spec = plain_text("اتصل ", "ar", 40);
  content::TextRun phone;
  phone.text = "021-39 00 00";
  phone.kind = content::RunKind::kPhone;
  spec.runs.push_back(phone);
  const auto block = typesetter.set(spec, 2000);
  EXPECT_EQ(block->text, "اتصل \u2066021-39 00 00\u2069");
  EXPECT_TRUE(block->rtl);
}

}  // namespace
}  // namespace kiosk::ui
