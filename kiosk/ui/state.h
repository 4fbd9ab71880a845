// What the screen is a function of. Plain data: app/ changes it, ui/ only reads it. Wiping it ends a session.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::ui {

enum class ScreenKind { kPicker, kHome, kTopic, kPage, kSettings, kOutOfService };
enum class ThemeName { kLight, kDark, kContrast, kWarm };

const char* to_string(ScreenKind kind);  // AUTOMATION.md's names: picker | home | topic | …
const char* to_string(ThemeName name);
bool parse_theme(const std::string& text, ThemeName& out);

// Where a resident is; Back returns to the last one.
struct Place {
  ScreenKind screen = ScreenKind::kPicker;
  std::string topic, page;  // content ids, empty where they do not apply
  int scroll_px = 0;
  bool operator==(const Place&) const = default;
};

struct State {
  Place place;
  std::vector<Place> history;  // oldest first
  std::string language;        // chosen, or the first of the host's while none is
  bool language_chosen = false;
  int text_scale = 100;  // 100 | 125 | 150 | 200
  ThemeName theme = ThemeName::kLight;
  std::string focused;  // an element's id; empty = none
  std::string pressed;  // the control under a finger
  bool idle_warning = false;
  std::int64_t now_ms = 0;     // clock
  std::int64_t active_ms = 0;  // last time the resident did something
  bool operator==(const State&) const = default;
};

}  // namespace kiosk::ui
