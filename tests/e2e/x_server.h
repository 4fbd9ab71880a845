// An X server of the test's own (Xvfb on a free display), without a window manager, and what its screen shows.
#pragma once

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace kiosk {

class XServer {
 public:
  // Returns when the server is ready, and makes it the DISPLAY of this process.
  explicit XServer(const std::string& screen = "1280x800x24") {
    int ready[2];
    if (::pipe(ready) != 0) return;
    pid_ = ::fork();
    if (pid_ == 0) {
      ::close(ready[0]);
      const std::string fd = std::to_string(ready[1]);
      ::execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", screen.c_str(), "-nolisten", "tcp", "-noreset",
               nullptr);
      ::_exit(127);
    }
    ::close(ready[1]);
    std::string number;
    for (char c = 0; ::read(ready[0], &c, 1) == 1 && c != '\n';) number += c;
    ::close(ready[0]);
    ::setenv("DISPLAY", (":" + number).c_str(), 1);
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
    ::unsetenv("XDG_CURRENT_DESKTOP");
    ::unsetenv("DESKTOP_SESSION");
    running_ = !number.empty();
  }
  ~XServer() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;

  bool running() const { return running_; }

  // What a person in front of it sees, 0xAARRGGBB row by row.
  std::vector<std::uint32_t> pixels() const {
    std::vector<std::uint32_t> all;
    Display* const display = XOpenDisplay(nullptr);
    if (display == nullptr) return all;
    const int screen = DefaultScreen(display), width = DisplayWidth(display, screen),
              height = DisplayHeight(display, screen);
    XImage* const image = XGetImage(display, RootWindow(display, screen), 0, 0, static_cast<unsigned>(width),
                                    static_cast<unsigned>(height), AllPlanes, ZPixmap);
    for (int y = 0; image != nullptr && y < height; ++y) {
      for (int x = 0; x < width; ++x) all.push_back(0xFF000000 | static_cast<std::uint32_t>(XGetPixel(image, x, y)));
    }
    if (image != nullptr) XDestroyImage(image);
    XCloseDisplay(display);
    return all;
  }

 private:
  pid_t pid_ = -1;
  bool running_ = false;
};

}  // namespace kiosk
