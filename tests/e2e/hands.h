// A person's hands at the X server's own keyboard and mouse (XTEST).
#pragma once

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <initializer_list>

#include "base/check.h"
#include "base/geometry.h"

namespace kiosk {

class Hands {
 public:
  Hands() : display_(XOpenDisplay(nullptr)) { KIOSK_CHECK(display_ != nullptr); }
  ~Hands() { XCloseDisplay(display_); }
  Hands(const Hands&) = delete;
  Hands& operator=(const Hands&) = delete;

  // All pressed in this order, and released in the reverse.
  void press(std::initializer_list<KeySym> keys) {
    for (const KeySym* key = keys.begin(); key != keys.end(); ++key) code(code_of(*key), true);
    for (const KeySym* key = keys.end(); key != keys.begin();) code(code_of(*--key), false);
    XSync(display_, False);
  }
  unsigned code_of(KeySym key) const { return XKeysymToKeycode(display_, key); }
  void code(unsigned keycode, bool down) {
    if (keycode != 0) XTestFakeKeyEvent(display_, keycode, down ? True : False, CurrentTime);
  }
  void move(Point to) { XTestFakeMotionEvent(display_, -1, to.x, to.y, CurrentTime); }
  void button(unsigned number, bool down) { XTestFakeButtonEvent(display_, number, down ? True : False, CurrentTime); }
  void click(Point at, unsigned number = 1) {
    move(at);
    button(number, true);
    button(number, false);
    XSync(display_, False);
  }
  // What was done has arrived at the server.
  void sync() { XSync(display_, False); }

 private:
  Display* display_;
};

}  // namespace kiosk
