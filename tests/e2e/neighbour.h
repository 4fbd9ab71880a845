// Another program on the kiosk's display: a bright window that waits to be seen and to be touched, and a desktop that
// listens for every shortcut. What reaches it has left the kiosk.
#pragma once

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/check.h"

namespace kiosk {

class Neighbour {
 public:
  static constexpr std::uint32_t kColour = 0xFFFF00FF;

  Neighbour() : display_(XOpenDisplay(nullptr)) {
    KIOSK_CHECK(display_ != nullptr);
    const int screen = DefaultScreen(display_);
    window_ = XCreateSimpleWindow(display_, root(), 0, 0, static_cast<unsigned>(DisplayWidth(display_, screen)),
                                  static_cast<unsigned>(DisplayHeight(display_, screen)), 0, 0, kColour & 0xFFFFFF);
    XSelectInput(display_, window_,
                 KeyPressMask | KeyReleaseMask | ButtonPressMask | ButtonReleaseMask | FocusChangeMask);
    XStoreName(display_, window_, "Neighbour");
    XMapWindow(display_, window_);
    XSync(display_, False);
  }
  ~Neighbour() { XCloseDisplay(display_); }
  Neighbour(const Neighbour&) = delete;
  Neighbour& operator=(const Neighbour&) = delete;

  Display* display() const { return display_; }
  Window root() const { return DefaultRootWindow(display_); }

  // As a desktop does for its menus, its switcher, its pictures of the screen: every key, whatever is held with it.
  void listen_for_shortcuts() {
    XGrabKey(display_, AnyKey, AnyModifier, root(), False, GrabModeAsync, GrabModeAsync);
    XSync(display_, False);
  }
  void come_to_the_top() {
    XRaiseWindow(display_, window_);
    XSync(display_, False);
  }
  void take_the_focus() {
    XSetInputFocus(display_, window_, RevertToPointerRoot, CurrentTime);
    XSync(display_, False);
  }

  // The window of this name that the kiosk has on the display; none: 0.
  Window kiosk() const {
    Window parent = 0, top = 0, *children = nullptr;
    unsigned count = 0;
    if (XQueryTree(display_, root(), &top, &parent, &children, &count) == 0) return 0;
    Window found = 0;
    for (unsigned i = 0; i < count; ++i) {
      char* name = nullptr;
      if (XFetchName(display_, children[i], &name) != 0 && name != nullptr) {
        if (std::string(name) == "Kiosk") found = children[i];
        XFree(name);
      }
    }
    if (children != nullptr) XFree(children);
    return found;
  }
  Window focused() const {
    Window focused = 0;
    int revert = 0;
    XGetInputFocus(display_, &focused, &revert);
    return focused;
  }
  bool has(Window window, const char* property) const {
    int count = 0;
    Atom* const all = XListProperties(display_, window, &count);
    const bool found = std::count(all, all + count, XInternAtom(display_, property, False)) > 0;
    if (all != nullptr) XFree(all);
    return found;
  }
  // As a desktop's close button and Alt+F4 do it.
  void ask_to_close(Window window) {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = XInternAtom(display_, "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = static_cast<long>(XInternAtom(display_, "WM_DELETE_WINDOW", False));
    XSendEvent(display_, window, False, NoEventMask, &event);
    XSync(display_, False);
  }
  void unmap(Window window) {
    XUnmapWindow(display_, window);
    XSync(display_, False);
  }

  // Keys and buttons that came here since the last call.
  int heard() {
    XSync(display_, False);
    int heard = 0;
    while (XPending(display_) > 0) {
      XEvent event;
      XNextEvent(display_, &event);
      heard += event.type == KeyPress || event.type == ButtonPress ? 1 : 0;
    }
    return heard;
  }

 private:
  Display* display_;
  Window window_ = 0;
};

}  // namespace kiosk
