// SDL's events as the program's own. Mouse and fingers become one pointer: whatever goes down first has it until it
// goes up, so neither a second finger nor a mouse event that a system makes up from a touch doubles anything.
#pragma once

#include <SDL.h>

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "base/turn.h"
#include "ui/event.h"

namespace kiosk::sdl {

class EventTranslator {
 public:
  explicit EventTranslator(const Mounting& mounting = {}) : mounting_(mounting) {}

  // Appends what the event means, if anything. `window` is the window's size as the panel has it; what comes out is
  // in px of the upright picture.
  // A move that follows a move replaces it.
  void translate(const SDL_Event& event, Size window, std::vector<ui::Event>& out);

  // From now on a sound device that comes or goes is a headset.
  void watch_sound_devices() { watches_sound_devices_ = true; }

  enum class Pointer { kNone, kMouse, kTouch };
  Pointer last_pointer() const { return last_pointer_; }

 private:
  struct Owner {
    bool mouse = false;
    SDL_FingerID finger = 0;
    bool operator==(const Owner&) const = default;
  };
  void pointer(ui::Event::Kind kind, Owner who, Point at, std::vector<ui::Event>& out);

  Point finger_at(const SDL_TouchFingerEvent& finger, Size window) const;

  Mounting mounting_;
  std::optional<Owner> down_;
  bool watches_sound_devices_ = false;
  bool is_shortcut_ = false;  // the key that is down last: its letter is not meant to be typed
  Pointer last_pointer_ = Pointer::kNone;
};

}  // namespace kiosk::sdl
