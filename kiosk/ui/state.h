// What the screen is a function of. Plain data: app/ changes it, ui/ only reads it. Wiping it ends a session.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::ui {

enum class ScreenKind { kPicker, kHome, kTopic, kPage, kBeside, kSettings, kOutOfService };
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

// A finger on the screen (or a mouse button held).
struct Touch {
  bool down = false;
  bool dragging = false;  // moved so far that it scrolls and presses nothing
  int start_x = 0, start_y = 0;
  int start_scroll_px = 0;
  std::string target;  // the control it went down on
  bool operator==(const Touch&) const = default;
};

struct State {
  Place place;
  std::vector<Place> history;  // oldest first
  std::string language;        // chosen, or the first of the host's while none is
  bool language_chosen = false;
  int text_scale = 100;  // 100 | 125 | 150 | 200
  ThemeName theme = ThemeName::kLight;
  bool low_reach = false;  // everything to touch is in the lower part of the screen
  std::string focused;     // an element's id; empty = none
  std::string marked;      // beside: the sentence pair that is marked, as block#number
  Touch touch;
  std::string pressed;  // the control under a finger, while the finger is inside it
  bool idle_warning = false;
  int idle_left_s = 0;         // how long the warning gives
  std::int64_t now_ms = 0;     // clock
  std::int64_t active_ms = 0;  // last time the resident did something
  bool operator==(const State&) const = default;
};

}  // namespace kiosk::ui
