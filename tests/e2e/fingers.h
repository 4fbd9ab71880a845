// Fingers and keys as SDL's own events: an X server without a touch panel has no fingers, and has keycodes for half of
// SDL's keys.
#pragma once

#include <SDL.h>

namespace kiosk {

// x and y as parts of the window.
inline void finger(SDL_EventType type, int id, double x, double y) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.touchId = 1;
  event.tfinger.fingerId = id;
  event.tfinger.x = static_cast<float>(x);
  event.tfinger.y = static_cast<float>(y);
  event.tfinger.pressure = 1;
  SDL_PushEvent(&event);
}

// Down and up. `modifiers`: one bit each for shift, ctrl, alt, super.
inline void push_key(SDL_Scancode scancode, int modifiers) {
  constexpr Uint16 kMods[] = {KMOD_LSHIFT, KMOD_LCTRL, KMOD_LALT, KMOD_LGUI};
  SDL_Event event{};
  event.key.keysym.scancode = scancode;
  event.key.keysym.sym = SDL_GetKeyFromScancode(scancode);
  for (int i = 0; i < 4; ++i)
    if ((modifiers & 1 << i) != 0) event.key.keysym.mod |= kMods[i];
  for (const SDL_EventType type : {SDL_KEYDOWN, SDL_KEYUP}) {
    event.type = type;
    event.key.state = type == SDL_KEYDOWN ? SDL_PRESSED : SDL_RELEASED;
    SDL_PushEvent(&event);
  }
}

}  // namespace kiosk
