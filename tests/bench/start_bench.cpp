// The whole kiosk from outside, on an X server of its own without a GPU: process start to text on the screen, memory,
// CPU while nobody touches it. Prints medians; asserts nothing.
//   bench_start KIOSK TREE [STARTS] [IDLE SECONDS]
#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "../e2e/x_server.h"

namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Text is on the screen when the middle of it has many shades (anti-aliased edges).
bool shows_text(Display* display) {
  XImage* image = XGetImage(display, DefaultRootWindow(display), 400, 200, 900, 500, AllPlanes, ZPixmap);
  if (image == nullptr) return false;
  std::set<unsigned long> shades;
  for (int y = 0; y < image->height && shades.size() <= 24; ++y)
    for (int x = 0; x < image->width; ++x) shades.insert(XGetPixel(image, x, y));
  XDestroyImage(image);
  return shades.size() > 24;
}

pid_t start_kiosk(char** argv) {
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  const int null = ::open("/dev/null", O_WRONLY);
  ::dup2(null, 2);
  ::execl(argv[1], argv[1], "--bundle", argv[2], "--screen-mm", "476x268", nullptr);
  ::_exit(127);
}

void stop(pid_t pid) {
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
}

double pss_mb(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
  for (std::string line; std::getline(file, line);)
    if (line.rfind("Pss:", 0) == 0) return std::atof(line.c_str() + 4) / 1024;
  return 0;
}

double cpu_s(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0, system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_start KIOSK TREE [STARTS] [IDLE SECONDS]\n");
    return 2;
  }
  const int starts = argc > 3 ? std::atoi(argv[3]) : 11;
  const int idle_s = argc > 4 ? std::atoi(argv[4]) : 20;
  const kiosk::XServer server("1920x1080x24");
  Display* display = XOpenDisplay(nullptr);
  if (!server.running() || display == nullptr) {
    std::fprintf(stderr, "bench_start: no X server\n");
    return 2;
  }
  std::vector<double> first_frame;
  for (int i = 0; i < starts; ++i) {
    XSetWindowBackground(display, DefaultRootWindow(display), BlackPixel(display, 0));
    XClearWindow(display, DefaultRootWindow(display));
    XSync(display, False);
    const auto begin = Clock::now();
    const pid_t pid = start_kiosk(argv);
    while (!shows_text(display) && ms_since(begin) < 10'000) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    first_frame.push_back(ms_since(begin));
    if (i + 1 < starts) {
      stop(pid);
      continue;
    }
    std::this_thread::sleep_for(std::chrono::seconds(2));
    const double pss = pss_mb(pid), before = cpu_s(pid);
    std::this_thread::sleep_for(std::chrono::seconds(idle_s));
    const double idle = 100 * (cpu_s(pid) - before) / idle_s;
    stop(pid);
    std::sort(first_frame.begin(), first_frame.end());
    std::printf("start to text on the screen: median %.0f ms, best %.0f, worst %.0f (%d starts)\n",
                first_frame[first_frame.size() / 2], first_frame.front(), first_frame.back(), starts);
    std::printf("memory (PSS) after 2 s: %.1f MB\nidle CPU over %d s: %.2f %% of a core\n", pss, idle_s, idle);
  }
  XCloseDisplay(display);
  return 0;
}
