// Screens as elements: mirrored, measured, big enough to touch.
#include "ui/compose.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
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
  // Any screen of the sample, from its state.
  Screen compose_state(State state, const std::string& language) {
    state.language = language;
    state.language_chosen = true;
    site_ = site_for(language);
    page_ = test::sample_page(language, "safety/numbers", 6);
    Typesetter typesetter(manifest_, fonts_);
    Model model;
    model.manifest = &manifest_;
    model.site = &site_;
    model.page = &page_;
    return compose(state, model, display_, typesetter);
  }
  content::Site site_for(const std::string& language) { return change_ ? *change_ : test::sample_site(language); }

  content::Manifest manifest_ = test::sample_manifest();
  text::FontLibrary fonts_;
  Display display_;
  content::Site site_;
  content::Page page_;
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

TEST_F(ComposeTest, WideTextHasLinesOfOneAndAHalfParagraphGapsOfTwoAndTheSameWords) {
  for (const char* language : {"sv", "ar", "ti"}) {
    State state;
    state.place = {ScreenKind::kPage, {}, "safety/numbers"};
    const Screen usual = compose_state(state, language);
    state.text_spacing = TextSpacing::kWide;
    const Screen wide = compose_state(state, language);
    ASSERT_EQ(wide.elements.size(), usual.elements.size());
    for (std::size_t i = 0; i < wide.elements.size(); ++i) {
      const Element& e = wide.elements[i];
      EXPECT_EQ(e.text, usual.elements[i].text);
      EXPECT_FALSE(e.overflows()) << language << ' ' << e.id;
      if (!e.scrolls) {
        EXPECT_EQ(e.rect, usual.elements[i].rect) << e.id;
      }
      if (e.id.starts_with("block:")) {
        EXPECT_GE(e.rect.h, e.lines * e.font_px * 3 / 2) << e.id;
      }
    }
    const Rect first_ends = wide.find("block:p0#2")->rect, next = wide.find("block:p1")->rect;
    EXPECT_GE(next.y - first_ends.bottom(), 2 * wide.find("block:p1")->font_px) << language;
    EXPECT_GT(wide.max_scroll_px, usual.max_scroll_px);
  }
}

// At most 80 characters to a line, 40 of Chinese, at every size and on the widest screen (WCAG 1.4.8).
TEST_F(ComposeTest, LinesOfAPageAreShortEnoughToFind) {
  content::Language chinese = manifest_.languages.front();
  chinese.tag = "zh-Hans";
  chinese.script = "Hans";
  chinese.fonts = {"cjk", "sans"};
  manifest_.languages.push_back(chinese);
  manifest_.fonts.push_back({"cjk", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"});
  std::string swedish, han;
  for (int i = 0; i < 40; ++i) {
    swedish += "Det är gratis att låna böcker i tio veckor. ";
    han += "在图书馆借书是免费的。";
  }
  display_.size_px = {3840, 2160};
  for (const auto& [language, text, most] :
       {std::tuple{std::string("sv"), swedish, std::size_t{80}}, {std::string("zh-Hans"), han, std::size_t{40}}})
    for (const int scale : {100, 125, 150, 200}) {
      page_ = test::sample_page("sv", "safety/numbers", 1);
      page_.lang = language;
      page_.blocks.front().sentences = {test::sentence(text)};
      const content::Page page = page_;
      State state;
      state.place = {ScreenKind::kPage, {}, "safety/numbers"};
      state.language = language;
      state.text_scale = scale;
      site_ = test::sample_site("sv");
      Typesetter typesetter(manifest_, fonts_);
      Model model;
      model.manifest = &manifest_;
      model.site = &site_;
      model.page = &page;
      std::size_t longest = 0;
      for (const auto& item : compose(state, model, display_, typesetter).list.items)
        if (const auto* drawn = std::get_if<TextLine>(&item)) {
          const text::Line& line = (*drawn->lines)[drawn->line];
          const std::string_view words =
              std::string_view(drawn->paragraph->text()).substr(line.start, line.end - line.start);
          longest = std::max(longest, count_characters(words));
        }
      EXPECT_LE(longest, most) << language << ' ' << scale;
      EXPECT_GE(longest, most / 3) << language << ' ' << scale;
    }
}

TEST_F(ComposeTest, TheQuestionOfTheEndSaysWhatIsLostOnlyWhenSomethingIs) {
  State state;
  state.place.screen = ScreenKind::kHome;
  state.idle_warning = true;
  EXPECT_EQ(compose_state(state, "sv").find("idle-lost"), nullptr);
  State typed = state, chosen = state, sent = state;
  typed.typing.text = "v";
  chosen.answers.chosen["poll:meeting"] = "yes";
  sent.answers = {{{"poll:meeting", "yes"}}, {"poll:meeting"}, false};
  EXPECT_NE(compose_state(typed, "sv").find("idle-lost"), nullptr);
  EXPECT_NE(compose_state(chosen, "sv").find("idle-lost"), nullptr);
  EXPECT_EQ(compose_state(sent, "sv").find("idle-lost"), nullptr);
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

constexpr ThemeName kThemes[] = {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast, ThemeName::kWarm};

// What is drawn without its colours: shapes, and glyphs by number.
std::vector<std::string> shapes_of(const Screen& screen) {
  std::vector<std::string> shapes;
  const auto place = [](const Rect& r) {
    return std::to_string(r.x) + ' ' + std::to_string(r.y) + ' ' + std::to_string(r.w) + ' ' + std::to_string(r.h);
  };
  for (const auto& item : screen.list.items) {
    if (const auto* frame = std::get_if<Frame>(&item))
      shapes.push_back("frame " + place(frame->rect) + ' ' + std::to_string(frame->width));
    if (const auto* fill = std::get_if<Fill>(&item)) shapes.push_back("fill " + place(fill->rect));
    if (const auto* line = std::get_if<TextLine>(&item)) {
      std::string glyphs = "text";
      for (const text::Glyph& glyph : (*line->lines)[line->line].glyphs) glyphs += ' ' + std::to_string(glyph.gid);
      shapes.push_back(glyphs);
    }
  }
  return shapes;
}

// As on a screen without colours: what is chosen, focused, a link, or read aloud differs by its shape.
TEST_F(ComposeTest, WithoutColoursChoicesFocusLinksAndTheSentenceReadAreStillSeen) {
  for (const ThemeName theme : kThemes) {
    SCOPED_TRACE(to_string(theme));
    State settings;
    settings.place.screen = ScreenKind::kSettings;
    settings.theme = theme;
    State larger = settings, wide = settings, low = settings, focused = settings;
    larger.text_scale = 100;
    wide.text_spacing = TextSpacing::kWide;
    low.low_reach = true;
    focused.focused = "done";
    const auto chosen = [&](const State& state, const std::string& id) {
      const Screen screen = compose_state(state, "sv");
      std::vector<std::string> icons;
      for (const auto& item : screen.list.items)
        if (const auto* line = std::get_if<TextLine>(&item))
          if (screen.find(id)->rect.contains(Point{static_cast<int>(line->x) + 1, line->y}))
            icons.push_back(std::to_string((*line->lines)[line->line].glyphs.front().gid));
      return icons;
    };
    State other_theme = settings;
    other_theme.theme = theme == ThemeName::kLight ? ThemeName::kDark : ThemeName::kLight;
    for (const auto& [on, off, id] : {std::tuple{wide, settings, std::string("spacing:wide")},
                                      {settings, wide, std::string("spacing:normal")},
                                      {settings, other_theme, std::string("theme:") + to_string(theme)}}) {
      const auto with = chosen(on, id), without = chosen(off, id);
      ASSERT_FALSE(with.empty()) << id;
      EXPECT_NE(with.front(), without.front()) << id;
    }
    EXPECT_NE(shapes_of(compose_state(focused, "sv")), shapes_of(compose_state(settings, "sv")));

    State page;
    page.place = {ScreenKind::kPage, {}, "safety/numbers"};
    page.theme = theme;
    State read = page;
    read.listening.reading = true;
    const auto quiet = shapes_of(compose_state(read, "sv"));
    read.listening.element = "block:p1";
    EXPECT_NE(shapes_of(compose_state(read, "sv")), quiet);
    const Screen screen = compose_state(page, "sv");
    const Element* link = screen.find("page:work/find");
    ASSERT_NE(link, nullptr);
    const bool underlined = std::any_of(screen.list.items.begin(), screen.list.items.end(), [&](const auto& item) {
      const auto* fill = std::get_if<Fill>(&item);
      return fill && fill->rect.h <= 3 && link->rect.contains(Point{fill->rect.x, fill->rect.y});
    });
    EXPECT_TRUE(underlined);
  }
}

// The ring is at least 2 css px thick all around and at least 3:1 against what was there before (WCAG 2.4.13).
TEST_F(ComposeTest, TheFocusRingIsThickAndSeenOnEveryControlInEveryTheme) {
  for (const char* primary : {"#0b3c6f", "#5B1A4A", "#1F5C57"})
    for (const ThemeName theme : kThemes) {
      manifest_.colours.primary = primary;
      State state;
      state.place.screen = ScreenKind::kSettings;
      state.theme = theme;
      const Theme colours = theme_of(theme, manifest_.colours);
      const Screen before = compose_state(state, "sv");
      for (const std::string& id : before.focus_order()) {
        state.focused = id;
        const Screen after = compose_state(state, "sv");
        const Element* control = after.find(id);
        bool seen = false;
        for (const auto& item : after.list.items) {
          const auto* ring = std::get_if<Frame>(&item);
          if (!ring || !control->rect.contains(ring->rect) || ring->width < display_.css_px(2)) continue;
          const bool around = control->rect.w - ring->rect.w <= 2 * display_.css_px(4);
          seen |= around && contrast(ring->color, before.find(id)->background) >= 3;
        }
        EXPECT_TRUE(seen) << primary << ' ' << to_string(theme) << ' ' << id;
        state.focused.clear();
      }
      for (const Color ground : {colours.background, colours.surface, colours.bar, colours.notice})
        EXPECT_GE(contrast(colours.focus, ground), 3) << to_string(theme) << ' ' << to_hex(ground);
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
