// Keeps a fullscreen window in front of everybody: no key leads out of it, nothing can be dropped on it, closing it
// does nothing, and what another window takes from it (the focus, the top, the screen) it takes back. A signal still
// ends the kiosk: whoever may send one is no visitor. What lies below the window (other consoles, SysRq) is the
// system's to close.
#pragma once

#include <SDL.h>

namespace kiosk::sdl {

enum class Closing { kMeansQuit, kMeansNothing };

// Whether the end of the last window is SDL_QUIT, as which a signal arrives in any case. Drops are heard by neither.
void set_closing(Closing closing);

class WindowLock {
 public:
  // Nobody manages windows: then nobody else gives the focus.
  enum class Manager { kNone, kSomebody };

  // The window outlives the lock.
  WindowLock(SDL_Window& window, Manager manager);
  ~WindowLock();
  WindowLock(const WindowLock&) = delete;
  WindowLock& operator=(const WindowLock&) = delete;

  // Hears of every event, before it is understood otherwise.
  void hear(const SDL_Event& event);
  // Takes back what was lost. ms after which it wants to be called again; -1: when the next event has come.
  int hold(Uint64 now_ms);

 private:
  SDL_Window& window_;
  Manager manager_;
  bool on_x11_ = false, lost_ = false;
  Uint64 next_ms_ = 0;
};

}  // namespace kiosk::sdl
