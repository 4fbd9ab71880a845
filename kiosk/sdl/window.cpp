#include "sdl/window.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "sdl/window_lock.h"

namespace kiosk::sdl {
namespace {

bool machine_has_gpu() {
  std::error_code error;
  for (std::filesystem::directory_iterator it("/dev/dri", error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with("renderD")) return true;
  }
  return false;
}

// Mesa's rasterisers on the CPU are slower than SDL's own.
bool opengl_runs_on_cpu() {
  using GetString = const unsigned char* (*)(unsigned);
  constexpr unsigned kGlRenderer = 0x1F01;
  const auto get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
  const auto* const name = get_string != nullptr ? get_string(kGlRenderer) : nullptr;
  if (name == nullptr) return true;
  const std::string_view renderer(reinterpret_cast<const char*>(name));
  return renderer.find("llvmpipe") != renderer.npos || renderer.find("softpipe") != renderer.npos ||
         renderer.find("SwiftShader") != renderer.npos;
}

int driver_index(std::string_view name) {
  SDL_RendererInfo info{};
  for (int i = 0; i < SDL_GetNumRenderDrivers(); ++i) {
    if (SDL_GetRenderDriverInfo(i, &info) == 0 && name == info.name) return i;
  }
  return -1;
}

RendererPtr make_gpu_renderer(SDL_Window& window) {
  const int index = driver_index("opengles2");
  if (index < 0) return nullptr;
  RendererPtr renderer(SDL_CreateRenderer(&window, index, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
  if (renderer && opengl_runs_on_cpu()) renderer.reset();
  return renderer;
}

}  // namespace

bool is_bare_x11() {
  const char* const driver = SDL_GetCurrentVideoDriver();
  return driver != nullptr && std::string_view(driver) == "x11" && std::getenv("XDG_CURRENT_DESKTOP") == nullptr &&
         std::getenv("DESKTOP_SESSION") == nullptr;
}

void set_early_hints() {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  // The touch that also gives the window the focus counts.
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

Result<WindowPtr> make_window(const ScreenOptions& options) {
  SDL_Rect display{0, 0, 1280, 720};
  SDL_GetDisplayBounds(0, &display);
  const bool sized = options.size.w > 0 && options.size.h > 0;
  const Size size = sized ? turned(options.size, options.mounting.screen) : Size{display.w, display.h};
  const bool fullscreen = options.mode == ScreenOptions::Mode::kFullscreen;
  const bool bare = is_bare_x11();
  set_closing(fullscreen ? Closing::kMeansNothing : Closing::kMeansQuit);
  const Uint32 flags = !fullscreen ? SDL_WINDOW_RESIZABLE
                       : bare      ? SDL_WINDOW_BORDERLESS
                                   : SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_ALWAYS_ON_TOP;
  const int x = fullscreen ? display.x : SDL_WINDOWPOS_CENTERED, y = fullscreen ? display.y : SDL_WINDOWPOS_CENTERED;
  WindowPtr window(SDL_CreateWindow(options.title.c_str(), x, y, size.w, size.h, flags));
  if (!window) return fail(std::string("cannot open a window: ") + SDL_GetError());
  // Without a window manager nobody else gives the keyboard to the window.
  if (bare) SDL_SetWindowInputFocus(window.get());
  return window;
}

Result<RendererPtr> make_renderer(SDL_Window& window) {
  RendererPtr renderer;
  if (SDL_GetHint(SDL_HINT_RENDER_DRIVER) != nullptr) {
    renderer.reset(SDL_CreateRenderer(&window, -1, 0));
  } else if (machine_has_gpu()) {
    renderer = make_gpu_renderer(window);
  }
  if (!renderer) {
    // After SDL_Init, which would set it itself, and before the first surface: SDL then shares memory with the X server
    // instead of drawing through OpenGL.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    renderer.reset(SDL_CreateRenderer(&window, driver_index("software"), SDL_RENDERER_SOFTWARE));
  }
  if (!renderer) {
    // A Wayland compositor takes pictures from OpenGL alone, be it Mesa's on the CPU.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "1");
    renderer.reset(SDL_CreateRenderer(&window, driver_index("opengles2"), 0));
  }
  if (!renderer) return fail(std::string("cannot draw on the window: ") + SDL_GetError());
  return renderer;
}

std::jthread fetch_picture(SDL_Window& window, SDL_Renderer& renderer) {
#ifdef MADV_POPULATE_WRITE
  SDL_RendererInfo info{};
  if (SDL_GetRendererInfo(&renderer, &info) != 0 || (info.flags & SDL_RENDERER_SOFTWARE) == 0) return {};
  const SDL_Surface* const picture = SDL_GetWindowSurface(&window);
  if (picture == nullptr) return {};
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto pixels = reinterpret_cast<std::uintptr_t>(picture->pixels);
  const std::uintptr_t begin = (pixels + page - 1) / page * page;
  const std::uintptr_t end = (pixels + static_cast<std::uintptr_t>(picture->pitch) * picture->h) / page * page;
  return std::jthread([=] { ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_POPULATE_WRITE); });
#else
  return {};
#endif
}

}  // namespace kiosk::sdl
