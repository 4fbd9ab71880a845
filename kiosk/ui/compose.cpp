#include "ui/compose.h"

#include <algorithm>

#include "ui/glossary_box.h"
#include "ui/qr_box.h"
#include "ui/staff_panel.h"
#include "ui/trust.h"

namespace kiosk::ui {

TextSpec spec_of(const content::Sentence& sentence, const std::string& language, int size_px, bool bold) {
  TextSpec spec;
  spec.runs = sentence.runs;
  spec.language = sentence.lang.empty() ? language : sentence.lang;
  spec.size_px = size_px;
  spec.bold = bold;
  return spec;
}

std::string plain_words(const content::Sentence& sentence) {
  std::string words;
  for (const content::TextRun& run : sentence.runs) words += run.text;
  return words;
}

namespace {

using Compose = int (*)(Composer&, Rect);

// One row for each screen; a screen without a row cannot be reached.
constexpr struct {
  ScreenKind screen;
  Compose compose;
} kScreens[] = {{ScreenKind::kPicker, compose_picker},
                {ScreenKind::kHome, compose_home},
                {ScreenKind::kTopic, compose_topic},
                {ScreenKind::kPage, compose_page},
                {ScreenKind::kBeside, compose_beside},
                {ScreenKind::kSettings, compose_settings},
                {ScreenKind::kPhrases, compose_phrases},
                {ScreenKind::kEvents, compose_events},
                {ScreenKind::kPoll, compose_poll},
                {ScreenKind::kFeedback, compose_feedback},
                {ScreenKind::kHelp, compose_help},
                {ScreenKind::kSearch, compose_search},
                {ScreenKind::kIndex, compose_index},
                {ScreenKind::kStaff, compose_staff},
                {ScreenKind::kOutOfService, compose_out_of_service}};

// Of a screen without the frame; null for all others.
void (*whole_screen(ScreenKind screen))(Composer&) {
  switch (screen) {
    case ScreenKind::kAttract:
      return compose_attract;
    case ScreenKind::kCleaning:
      return compose_cleaning;
    case ScreenKind::kDark:
      return compose_dark;
    default:
      return nullptr;
  }
}

int compose_content(Composer& c, Rect area) {
  for (const auto& row : kScreens)
    if (row.screen == c.state.place.screen) return row.compose(c, area);
  return compose_damaged(c, area);
}

// The box that the state opens over the content; false when it has none (left).
bool compose_explanation(Composer& c, Rect area) {
  const bool page = c.state.place.screen == ScreenKind::kPage && c.model.page;
  if (c.state.explanation.kind == "trust" && page) return compose_trust_box(c, *c.model.page, area), true;
  if (c.state.explanation.kind == "qr" && page) return compose_qr_box(c, *c.model.page, area), true;
  if (c.state.explanation.kind == "glossary") return compose_glossary_box(c, area), true;
  return false;
}

}  // namespace

Screen compose(const State& state, const Model& model, const Display& display, Typesetter& typesetter) {
  const Theme theme = theme_of(
      state.theme, model.manifest ? model.manifest->colours : content::Colours{"#1f3a5f", "#ffffff", "#c8501e"});
  Composer c(display, state, model, theme, typesetter);
  typesetter.use_spacing(TextSpacing::kNormal);
  if (const auto fill = whole_screen(state.place.screen); fill && model.manifest) {
    fill(c);
    return c.finish();
  }
  compose_header(c);
  const Rect area = compose_frame_area(c);
  typesetter.use_spacing(state.text_spacing);  // header and bar stay as they are
  c.begin_scroll({0, area.y, display.size_px.w, area.h}, state.place.scroll_px);
  const int height = compose_content(c, area) + c.space.gap;
  c.end_scroll(height);
  const bool explains = compose_explanation(c, area);
  typesetter.use_spacing(TextSpacing::kNormal);
  if (!explains) compose_scroll_buttons(c, height, area, area.bottom());
  if (state.place.screen != ScreenKind::kOutOfService) compose_bar(c);
  typesetter.use_spacing(state.text_spacing);
  if (state.idle_warning) compose_idle_warning(c);
  return c.finish();
}

}  // namespace kiosk::ui
