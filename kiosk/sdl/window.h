// Makes the window and the renderer that suits the machine. Sets SDL's hints, which it takes at certain moments only.
#pragma once

#include <SDL.h>

#include <memory>
#include <thread>

#include "base/result.h"
#include "sdl/screen.h"

namespace kiosk::sdl {

struct DestroyWindow {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
struct DestroyRenderer {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};
using WindowPtr = std::unique_ptr<SDL_Window, DestroyWindow>;
using RendererPtr = std::unique_ptr<SDL_Renderer, DestroyRenderer>;

// Nobody manages windows where X11 was started for the kiosk alone; a desktop session names itself in the environment.
// Asking such an X11 for a fullscreen window takes 100 ms and may leave it small.
bool is_bare_x11();

// Before SDL's video is initialised.
void set_early_hints();

// Not for kHeadless. SDL's video is initialised.
[[nodiscard]] Result<WindowPtr> make_window(const ScreenOptions& options);

// The GPU's through OpenGL ES 2 where there is a GPU, else the software renderer. SDL_RENDER_DRIVER in the environment
// overrules.
[[nodiscard]] Result<RendererPtr> make_renderer(SDL_Window& window);

// Brings into memory the picture that SDL's software renderer draws into, while the first frame is being laid out: its
// 2,000 pages, one after the other as they are drawn on, take a third of that frame. Ends by itself; end it before the
// window. Nothing happens on a GPU and before Linux 5.14.
std::jthread fetch_picture(SDL_Window& window, SDL_Renderer& renderer);

}  // namespace kiosk::sdl
