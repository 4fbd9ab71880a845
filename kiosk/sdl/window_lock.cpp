#include "sdl/window_lock.h"

#include <SDL_syswm.h>
#include <X11/Xlib.h>

#include <initializer_list>

namespace kiosk::sdl {
namespace {

// Two windows that both want to be on top shall not keep the processor busy.
constexpr Uint64 kPauseMs = 100;

// SDL asks the X server for everything but whether the window is covered.
bool ask_for_covers(SDL_Window& window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(&window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return false;
  Display* const display = info.info.x11.display;
  XWindowAttributes now{};
  if (XGetWindowAttributes(display, info.info.x11.window, &now) == 0) return false;
  XSelectInput(display, info.info.x11.window, now.your_event_mask | VisibilityChangeMask);
  return true;
}

// The event itself, since SDL tells of a lost focus 200 ms later, and only if something else happens.
bool tells_of_loss(const XEvent& event) {
  switch (event.type) {
    case VisibilityNotify:
      return event.xvisibility.state != VisibilityUnobscured;
    case UnmapNotify:
      return true;
    case FocusOut:
      return event.xfocus.mode != NotifyGrab && event.xfocus.mode != NotifyUngrab &&
             event.xfocus.detail != NotifyInferior && event.xfocus.detail != NotifyPointer;
    default:
      return false;
  }
}

}  // namespace

void set_closing(Closing closing) {
  SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, closing == Closing::kMeansQuit ? "1" : "0");
  for (const SDL_EventType drop : {SDL_DROPFILE, SDL_DROPTEXT, SDL_DROPBEGIN, SDL_DROPCOMPLETE})
    SDL_EventState(drop, SDL_DISABLE);
}

WindowLock::WindowLock(SDL_Window& window, Manager manager) : window_(window), manager_(manager) {
  // With the keyboard held, SDL itself would take Alt+Tab as a wish to leave.
  SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
  SDL_SetWindowKeyboardGrab(&window_, SDL_TRUE);
  on_x11_ = ask_for_covers(window_);
  if (on_x11_) SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

WindowLock::~WindowLock() {
  if (on_x11_) SDL_EventState(SDL_SYSWMEVENT, SDL_DISABLE);
}

void WindowLock::hear(const SDL_Event& event) {
  if (event.type == SDL_SYSWMEVENT) {
    const SDL_SysWMmsg* const message = event.syswm.msg;
    lost_ |= message != nullptr && message->subsystem == SDL_SYSWM_X11 && tells_of_loss(message->msg.x11.event);
  } else if (event.type == SDL_WINDOWEVENT) {
    const Uint8 what = event.window.event;
    lost_ |= what == SDL_WINDOWEVENT_FOCUS_LOST || what == SDL_WINDOWEVENT_HIDDEN || what == SDL_WINDOWEVENT_MINIMIZED;
  }
}

int WindowLock::hold(Uint64 now_ms) {
  if (!lost_) return -1;
  if (now_ms < next_ms_) return static_cast<int>(next_ms_ - now_ms);
  lost_ = false;
  next_ms_ = now_ms + kPauseMs;
  const Uint32 flags = SDL_GetWindowFlags(&window_);
  if ((flags & SDL_WINDOW_HIDDEN) != 0) SDL_ShowWindow(&window_);
  if ((flags & SDL_WINDOW_MINIMIZED) != 0) SDL_RestoreWindow(&window_);
  SDL_RaiseWindow(&window_);
  if (manager_ == Manager::kNone) SDL_SetWindowInputFocus(&window_);
  return -1;
}

}  // namespace kiosk::sdl
