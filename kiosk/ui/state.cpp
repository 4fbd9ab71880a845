#include "ui/state.h"

#include <algorithm>

namespace kiosk::ui {

const char* to_string(ScreenKind kind) {
  switch (kind) {
    case ScreenKind::kAttract:
      return "attract";
    case ScreenKind::kPicker:
      return "picker";
    case ScreenKind::kHome:
      return "home";
    case ScreenKind::kTopic:
      return "topic";
    case ScreenKind::kPage:
      return "page";
    case ScreenKind::kIndex:
      return "index";
    case ScreenKind::kSearch:
      return "search";
    case ScreenKind::kBeside:
      return "beside";
    case ScreenKind::kEvents:
      return "events";
    case ScreenKind::kPhrases:
      return "phrases";
    case ScreenKind::kPoll:
      return "poll";
    case ScreenKind::kFeedback:
      return "feedback";
    case ScreenKind::kHelp:
      return "help";
    case ScreenKind::kSettings:
      return "settings";
    case ScreenKind::kStaff:
      return "staff";
    case ScreenKind::kCleaning:
      return "cleaning";
    case ScreenKind::kDark:
      return "dark";
    case ScreenKind::kOutOfService:
      return "out-of-service";
  }
  return "picker";
}

const char* to_string(ThemeName name) {
  switch (name) {
    case ThemeName::kLight:
      return "light";
    case ThemeName::kDark:
      return "dark";
    case ThemeName::kContrast:
      return "contrast";
    case ThemeName::kWarm:
      return "warm";
  }
  return "light";
}

bool parse_theme(const std::string& text, ThemeName& out) {
  for (ThemeName name : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast, ThemeName::kWarm})
    if (text == to_string(name)) {
      out = name;
      return true;
    }
  return false;
}

const char* to_string(TextSpacing spacing) { return spacing == TextSpacing::kWide ? "wide" : "normal"; }

bool parse_spacing(const std::string& text, TextSpacing& out) {
  for (const TextSpacing spacing : {TextSpacing::kNormal, TextSpacing::kWide})
    if (text == to_string(spacing)) {
      out = spacing;
      return true;
    }
  return false;
}

bool is_being_read(const Listening& listening, const std::string& id) {
  if (listening.element.empty()) return false;
  if (!listening.whole_block) return id == listening.element;
  // "block:ID", "block:ID#2", "block:ID#line1-label" …
  const std::string block = listening.element.substr(0, listening.element.find('#'));
  return id == block || id.starts_with(block + "#");
}

bool has_unsent(const State& state) {
  const Answers& answers = state.answers;
  return !state.typing.text.empty() || std::any_of(answers.chosen.begin(), answers.chosen.end(), [&](const auto& each) {
    return !answers.sent.contains(each.first);
  });
}

int& scroll_of(State& state) {
  return state.explanation.kind.empty() ? state.place.scroll_px : state.explanation.scroll_px;
}

int scroll_of(const State& state) {
  return state.explanation.kind.empty() ? state.place.scroll_px : state.explanation.scroll_px;
}

}  // namespace kiosk::ui
