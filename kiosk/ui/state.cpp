#include "ui/state.h"

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

int& scroll_of(State& state) {
  return state.explanation.kind.empty() ? state.place.scroll_px : state.explanation.scroll_px;
}

int scroll_of(const State& state) {
  return state.explanation.kind.empty() ? state.place.scroll_px : state.explanation.scroll_px;
}

}  // namespace kiosk::ui
