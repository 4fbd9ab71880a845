// The one way to pixels: a window (X11, Wayland, KMSDRM: whatever SDL finds) or an off-screen surface, and the events
// that come from it. Draws a display list, nothing else; draws only when asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/turn.h"
#include "ui/display_list.h"
#include "ui/event.h"

namespace kiosk::sdl {

struct ScreenOptions {
  enum class Mode { kFullscreen, kWindowed, kHeadless };
  Mode mode = Mode::kFullscreen;
  Size size;          // of the upright picture; 0 x 0: the display's size (headless: 1920x1080)
  Mounting mounting;  // of a window; an off-screen picture is upright in any case
  std::string title = "Kiosk";
};

// While one lives that has been kept, the connection to the display outlasts the screens that are opened one after the
// other. (An X server without clients begins anew, and refuses who comes in that moment.)
class DisplayConnection {
 public:
  // Before any thread: changes the environment. Where no session bus is, SDL would have one started (dbus-launch).
  DisplayConnection();
  ~DisplayConnection();
  DisplayConnection(const DisplayConnection&) = delete;
  DisplayConnection& operator=(const DisplayConnection&) = delete;
  // After a screen with a window has been opened; the second time and without a window it does nothing.
  void keep();

 private:
  bool kept_ = false;
};

class Screen {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Screen>> open(const ScreenOptions& options);
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // Of the upright picture.
  Size size() const;
  // Rasterises and uploads every glyph of the list first, then draws and presents: never a half-drawn frame.
  void draw(const ui::DisplayList& list);
  // Rasterises what the list needs without drawing it (the neighbouring page, while idle).
  void prepare(const ui::DisplayList& list);
  // Fonts, glyphs and pictures that were drawn are let go; the next draw opens what it needs.
  void forget();
  // Waits until something happens, at most timeout_ms (0: does not wait), then returns all that is pending, in order.
  std::vector<ui::Event> wait(int timeout_ms);
  // Ends a wait that goes on. From any thread, while a Screen is open.
  static void wake();
  // Sound devices that come or go are told as a headset's events; those that are there already are not. Error when
  // there is no sound system.
  [[nodiscard]] Result<void> watch_sound_devices();
  // The last frame drawn, upright. Error when it cannot be written.
  [[nodiscard]] Result<void> save_png(const std::string& path);
  // Of all textures that are kept from frame to frame.
  std::size_t texture_bytes() const;
  // Its pixels, 0xAARRGGBB row by row, for tests that look for ink.
  std::vector<std::uint32_t> pixels();

 private:
  Screen();
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::sdl
