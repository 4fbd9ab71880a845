#include "sdl/screen.h"

#include <SDL.h>
#include <SDL_image.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "sdl/events.h"
#include "sdl/painter.h"
#include "sdl/window.h"
#include "sdl/window_lock.h"

namespace kiosk::sdl {
namespace {

struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfacePtr = std::unique_ptr<SDL_Surface, FreeSurface>;
struct DestroyTexture {
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
using TexturePtr = std::unique_ptr<SDL_Texture, DestroyTexture>;

class Subsystem {
 public:
  Subsystem() = default;
  ~Subsystem() {
    if (flags_ != 0) SDL_QuitSubSystem(flags_);
  }
  Subsystem(const Subsystem&) = delete;
  Subsystem& operator=(const Subsystem&) = delete;
  bool start(Uint32 flags) {
    if (SDL_InitSubSystem(flags) != 0) return false;
    flags_ = flags;
    return true;
  }

 private:
  Uint32 flags_ = 0;
};

constexpr Size kHeadlessSize{1920, 1080};
constexpr int kMaxHeadlessSide = 8192;

}  // namespace

// In the order in which it is made; it goes in the reverse.
struct Screen::Data {
  Subsystem subsystem, sound;
  WindowPtr window;                // none: headless
  std::optional<WindowLock> lock;  // of a fullscreen window
  SurfacePtr surface;
  RendererPtr renderer;
  Mounting mounting;
  TexturePtr sheet;  // the upright picture of a turned screen; none where it is not turned
  Size sheet_size;
  std::unique_ptr<Painter> painter;
  EventTranslator translator;
  ui::DisplayList last;
  bool fullscreen = false;
  std::jthread fetching;

  Result<void> open_headless(const ScreenOptions& options);
  Result<void> open_window(const ScreenOptions& options);
  Size panel_size() const;
  Size size() const { return turned(panel_size(), mounting.screen); }
  // Draws the upright picture where pixels() can read it; present() then shows it.
  void paint(const ui::DisplayList& list);
  void present();
  void receive(const SDL_Event& event, std::vector<ui::Event>& out);
  void show_cursor_for_pointer();
};

Result<void> Screen::Data::open_headless(const ScreenOptions& options) {
  // Events alone: they bring SIGTERM as kQuit and need no display.
  if (!subsystem.start(SDL_INIT_EVENTS)) return fail(std::string("cannot start SDL: ") + SDL_GetError());
  const Size size = options.size.w > 0 && options.size.h > 0 ? options.size : kHeadlessSize;
  if (size.w > kMaxHeadlessSide || size.h > kMaxHeadlessSide) return fail("the picture is larger than 8192 px");
  surface.reset(SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888));
  if (surface) renderer.reset(SDL_CreateSoftwareRenderer(surface.get()));
  if (!renderer) return fail(std::string("cannot draw off screen: ") + SDL_GetError());
  return {};
}

Result<void> Screen::Data::open_window(const ScreenOptions& options) {
  set_early_hints();
  if (!subsystem.start(SDL_INIT_VIDEO)) return fail(std::string("no display: ") + SDL_GetError());
  auto made_window = make_window(options);
  if (!made_window) return tl::unexpected(made_window.error());
  window = std::move(*made_window);
  auto made_renderer = make_renderer(*window);
  if (!made_renderer) return tl::unexpected(made_renderer.error());
  renderer = std::move(*made_renderer);
  fetching = fetch_picture(*window, *renderer);
  mounting = options.mounting;
  translator = EventTranslator(mounting);
  fullscreen = options.mode == ScreenOptions::Mode::kFullscreen;
  if (fullscreen) lock.emplace(*window, is_bare_x11() ? WindowLock::Manager::kNone : WindowLock::Manager::kSomebody);
  show_cursor_for_pointer();
  return {};
}

// Over a touchscreen a cursor only hides what is under it; it comes when a mouse moves.
void Screen::Data::show_cursor_for_pointer() {
  if (!fullscreen) return;
  SDL_ShowCursor(translator.last_pointer() == EventTranslator::Pointer::kMouse ? SDL_ENABLE : SDL_DISABLE);
}

Size Screen::Data::panel_size() const {
  Size size;
  SDL_GetRendererOutputSize(renderer.get(), &size.w, &size.h);
  return size;
}

void Screen::Data::paint(const ui::DisplayList& list) {
  const Size upright = size();
  if (mounting.screen != Turn::kNone) {
    if (!sheet || sheet_size != upright) {
      sheet.reset(
          SDL_CreateTexture(renderer.get(), SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_TARGET, upright.w, upright.h));
      SDL_SetTextureBlendMode(sheet.get(), SDL_BLENDMODE_NONE);
      sheet_size = upright;
    }
    SDL_SetRenderTarget(renderer.get(), sheet.get());
  }
  painter->paint(list, upright);
}

void Screen::Data::present() {
  if (sheet) {
    SDL_SetRenderTarget(renderer.get(), nullptr);
    const Size panel = panel_size();
    // Round the middle of the panel, where both have theirs.
    const SDL_Rect to{(panel.w - sheet_size.w) / 2, (panel.h - sheet_size.h) / 2, sheet_size.w, sheet_size.h};
    SDL_RenderCopyEx(renderer.get(), sheet.get(), nullptr, &to, degrees(mounting.screen), nullptr, SDL_FLIP_NONE);
  }
  SDL_RenderPresent(renderer.get());
}

void Screen::Data::receive(const SDL_Event& event, std::vector<ui::Event>& out) {
  if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) {
    painter->forget_textures();
    sheet.reset();
  }
  if (lock) lock->hear(event);
  const auto before = translator.last_pointer();
  translator.translate(event, panel_size(), out);
  if (translator.last_pointer() != before) show_cursor_for_pointer();
}

Result<std::unique_ptr<Screen>> Screen::open(const ScreenOptions& options) {
  std::unique_ptr<Screen> screen(new Screen);
  Data& data = *screen->data_;
  const bool headless = options.mode == ScreenOptions::Mode::kHeadless;
  auto opened = headless ? data.open_headless(options) : data.open_window(options);
  if (!opened) return tl::unexpected(opened.error());
  data.painter = std::make_unique<Painter>(*data.renderer);
  return screen;
}

DisplayConnection::DisplayConnection() {
  const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
  const bool users_bus = runtime != nullptr && ::access((std::string(runtime) + "/bus").c_str(), F_OK) == 0;
  constexpr int kKeepOther = 0;
  if (!users_bus) ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", kKeepOther);
}

DisplayConnection::~DisplayConnection() {
  if (kept_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void DisplayConnection::keep() {
  if (kept_ || SDL_WasInit(SDL_INIT_VIDEO) == 0) return;
  kept_ = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
}

Screen::Screen() : data_(std::make_unique<Data>()) {}
Screen::~Screen() = default;

Size Screen::size() const { return data_->size(); }

void Screen::draw(const ui::DisplayList& list) {
  data_->paint(list);
  data_->present();
  data_->last = list;
}

void Screen::prepare(const ui::DisplayList& list) { data_->painter->prepare(list, size()); }

void Screen::forget() {
  data_->last = {};
  data_->painter = std::make_unique<Painter>(*data_->renderer);
}

std::vector<ui::Event> Screen::wait(int timeout_ms) {
  std::vector<ui::Event> events;
  const Uint64 end = SDL_GetTicks64() + static_cast<Uint64>(std::max(0, timeout_ms));
  Uint64 now = 0;
  bool woken = false;
  do {  // again when what happened means nothing to the program
    now = SDL_GetTicks64();
    int left_ms = end > now ? static_cast<int>(end - now) : 0;
    if (const int again_ms = data_->lock ? data_->lock->hold(now) : -1; again_ms >= 0)
      left_ms = std::min(left_ms, again_ms);
    SDL_Event event;
    if (SDL_WaitEventTimeout(&event, left_ms) == 0) continue;
    do {
      woken |= event.type == SDL_USEREVENT;
      data_->receive(event, events);
    } while (SDL_PollEvent(&event) != 0);
  } while (events.empty() && !woken && now < end);
  return events;
}

Result<void> Screen::watch_sound_devices() {
  if (!data_->sound.start(SDL_INIT_AUDIO)) return fail(std::string("no sound devices: ") + SDL_GetError());
  SDL_PumpEvents();
  SDL_FlushEvent(SDL_AUDIODEVICEADDED);  // SDL tells of each that was there before
  data_->translator.watch_sound_devices();
  return {};
}

void Screen::wake() {
  SDL_Event event{};
  event.type = SDL_USEREVENT;
  SDL_PushEvent(&event);
}

std::size_t Screen::texture_bytes() const {
  return data_->painter->atlas().bytes() + data_->painter->pictures().bytes();
}

std::vector<std::uint32_t> Screen::pixels() {
  // What was presented need not be readable any more, so it is drawn again and not presented.
  const Size screen = size();
  data_->paint(data_->last);
  std::vector<std::uint32_t> pixels(std::size_t(screen.w) * std::size_t(screen.h));
  SDL_RenderReadPixels(data_->renderer.get(), nullptr, SDL_PIXELFORMAT_ARGB8888, pixels.data(), 4 * screen.w);
  SDL_SetRenderTarget(data_->renderer.get(), nullptr);
  for (std::uint32_t& pixel : pixels) pixel |= 0xFF000000;
  return pixels;
}

Result<void> Screen::save_png(const std::string& path) {
  std::vector<std::uint32_t> drawn = pixels();
  const Size screen = size();
  const SurfacePtr picture(
      SDL_CreateRGBSurfaceWithFormatFrom(drawn.data(), screen.w, screen.h, 32, 4 * screen.w, SDL_PIXELFORMAT_RGB888));
  // Under another name first: whoever looks sees the old picture or the new one.
  const std::string unfinished = path + ".new-" + std::to_string(::getpid());
  std::string why;
  if (!picture || IMG_SavePNG(picture.get(), unfinished.c_str()) != 0)
    why = SDL_GetError();
  else if (std::rename(unfinished.c_str(), path.c_str()) != 0)
    why = std::strerror(errno);
  if (why.empty()) return {};
  std::remove(unfinished.c_str());
  return fail("cannot write " + path + ": " + why);
}

}  // namespace kiosk::sdl
