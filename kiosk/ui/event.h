// What a person does, as the program sees it. sdl/ makes these from SDL's events, scripts from their steps.
#pragma once

#include <cstdint>
#include <string>

#include "base/geometry.h"

namespace kiosk::ui {

struct Event {
  enum class Kind {
    kPointerDown,
    kPointerMove,
    kPointerUp,
    kWheel,
    kKeyDown,
    kKeyUp,
    kText,
    kHeadset,
    kTick,
    kResized,
    kExposed,
    kQuit
  };
  Kind kind = Kind::kTick;
  Point at;          // pointer, in px of the window
  int wheel = 0;     // notches, positive = away from the user
  std::string key;   // SDL's key name: "Tab", "F20", "Return"
  int scancode = 0;  // SDL's; 0 = unknown
  bool shift = false, ctrl = false, alt = false, gui = false;
  bool repeat = false;      // the operating system's key repeat
  std::string text;         // kText: UTF-8
  Size size;                // kResized
  bool headset_in = false;  // kHeadset: put in, or pulled out
};

}  // namespace kiosk::ui
