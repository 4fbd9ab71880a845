#include "sdl/events.h"

#include <algorithm>
#include <cmath>

namespace kiosk::sdl {
namespace {

using Kind = ui::Event::Kind;

ui::Event of_kind(Kind kind) {
  ui::Event event;
  event.kind = kind;
  return event;
}

// X11 gives F13 to F20 meanings of its own ("XF86AudioMicMute"), which SDL cannot name; key pads send them.
std::string name_of(const SDL_Keysym& key) {
  const bool is_function_key = (key.scancode >= SDL_SCANCODE_F1 && key.scancode <= SDL_SCANCODE_F12) ||
                               (key.scancode >= SDL_SCANCODE_F13 && key.scancode <= SDL_SCANCODE_F24);
  const std::string name = is_function_key ? "" : SDL_GetKeyName(key.sym);
  return name.empty() ? SDL_GetScancodeName(key.scancode) : name;
}

ui::Event key_event(const SDL_KeyboardEvent& key) {
  ui::Event event = of_kind(key.type == SDL_KEYDOWN ? Kind::kKeyDown : Kind::kKeyUp);
  event.key = name_of(key.keysym);
  event.scancode = key.keysym.scancode;
  event.shift = (key.keysym.mod & KMOD_SHIFT) != 0;
  event.ctrl = (key.keysym.mod & KMOD_CTRL) != 0;
  event.alt = (key.keysym.mod & KMOD_ALT) != 0;
  event.gui = (key.keysym.mod & KMOD_GUI) != 0;
  event.repeat = key.repeat != 0;
  return event;
}

}  // namespace

// SDL gives fingers as parts of the window.
Point EventTranslator::finger_at(const SDL_TouchFingerEvent& finger, Size window) const {
  const auto place = [](double part, int size) {
    return std::clamp(static_cast<int>(std::floor(std::clamp(part, 0.0, 1.0) * size)), 0, std::max(0, size - 1));
  };
  const Part part = on_screen(mounting_.calibration({finger.x, finger.y}), mounting_.touch);
  return upright({place(part.x, window.w), place(part.y, window.h)}, window, mounting_.screen);
}

void EventTranslator::pointer(Kind kind, Owner who, Point at, std::vector<ui::Event>& out) {
  if (down_ && *down_ != who) return;
  if (kind == Kind::kPointerDown) {
    if (down_) return;
    down_ = who;
  } else if (kind == Kind::kPointerUp) {
    if (!down_) return;
    down_.reset();
  } else if (!down_ && !who.mouse) {
    return;
  }
  last_pointer_ = who.mouse ? Pointer::kMouse : Pointer::kTouch;
  if (kind == Kind::kPointerMove && !out.empty() && out.back().kind == kind) {
    out.back().at = at;
    return;
  }
  out.push_back(of_kind(kind));
  out.back().at = at;
}

void EventTranslator::translate(const SDL_Event& event, Size window, std::vector<ui::Event>& out) {
  constexpr Owner kMouse{true, 0};
  const auto place = [&](int x, int y) { return upright({x, y}, window, mounting_.screen); };
  switch (event.type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT) return;
      return pointer(event.type == SDL_MOUSEBUTTONDOWN ? Kind::kPointerDown : Kind::kPointerUp, kMouse,
                     place(event.button.x, event.button.y), out);
    case SDL_MOUSEMOTION:
      if (event.motion.which == SDL_TOUCH_MOUSEID) return;
      return pointer(Kind::kPointerMove, kMouse, place(event.motion.x, event.motion.y), out);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION: {
      if (event.tfinger.touchId == SDL_MOUSE_TOUCHID) return;
      const Kind kind = event.type == SDL_FINGERDOWN ? Kind::kPointerDown
                        : event.type == SDL_FINGERUP ? Kind::kPointerUp
                                                     : Kind::kPointerMove;
      return pointer(kind, {false, event.tfinger.fingerId}, finger_at(event.tfinger, window), out);
    }
    case SDL_MOUSEWHEEL: {
      if (event.wheel.which == SDL_TOUCH_MOUSEID || event.wheel.y == 0) return;
      ui::Event wheel = of_kind(Kind::kWheel);
      wheel.at = place(event.wheel.mouseX, event.wheel.mouseY);
      wheel.wheel = event.wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -event.wheel.y : event.wheel.y;
      return out.push_back(wheel);
    }
    case SDL_KEYDOWN:
      // X11 gives letters with Super and Alt, too; those of AltGr are meant.
      is_shortcut_ = (event.key.keysym.mod & (KMOD_GUI | KMOD_LALT | KMOD_CTRL)) != 0;
      [[fallthrough]];
    case SDL_KEYUP:
      return out.push_back(key_event(event.key));
    case SDL_TEXTINPUT: {
      if (is_shortcut_) return;
      ui::Event text = of_kind(Kind::kText);
      text.text = event.text.text;
      return out.push_back(text);
    }
    case SDL_AUDIODEVICEADDED:
    case SDL_AUDIODEVICEREMOVED:
      if (!watches_sound_devices_ || event.adevice.iscapture != 0) return;
      out.push_back(of_kind(Kind::kHeadset));
      out.back().headset_in = event.type == SDL_AUDIODEVICEADDED;
      return;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        out.push_back(of_kind(Kind::kResized));
        out.back().size = turned({event.window.data1, event.window.data2}, mounting_.screen);
      } else if (event.window.event == SDL_WINDOWEVENT_EXPOSED) {
        out.push_back(of_kind(Kind::kExposed));
      }
      return;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      return out.push_back(of_kind(Kind::kExposed));
    case SDL_QUIT:
      return out.push_back(of_kind(Kind::kQuit));
    default:
      return;
  }
}

}  // namespace kiosk::sdl
