// Looks at an X screen from outside, whatever program draws it. Times are CLOCK_MONOTONIC, in milliseconds.
//   x_probe text X Y W H TIMEOUT_MS          waits until the area shows text; prints when it was first seen
//   x_probe click AT_X AT_Y X Y W H TIMEOUT_MS   clicks; prints how long until the area's first and last change
// Exit status 1 when nothing happened in time.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <set>
#include <string_view>

namespace {

constexpr double kStillMs = 150;     // without a change for so long, the turn is over
constexpr int kLookEachUs = 500;     // a look at 1920x800 pixels costs about as much
constexpr std::size_t kShades = 24;  // edges of letters are smooth: an empty window has fewer colours

double now_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// An area of the screen, in memory that the X server writes.
class Area {
 public:
  Area(Display* display, char** place) : display_(display), x_(std::atoi(place[0])), y_(std::atoi(place[1])) {
    const int screen = DefaultScreen(display);
    image_ = XShmCreateImage(display, DefaultVisual(display, screen),
                             static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap, nullptr, &memory_,
                             static_cast<unsigned>(std::atoi(place[2])), static_cast<unsigned>(std::atoi(place[3])));
    memory_.shmid = ::shmget(IPC_PRIVATE, bytes(), IPC_CREAT | 0600);
    memory_.shmaddr = image_->data = static_cast<char*>(::shmat(memory_.shmid, nullptr, 0));
    memory_.readOnly = False;
    XShmAttach(display, &memory_);
    XSync(display, False);
    ::shmctl(memory_.shmid, IPC_RMID, nullptr);
  }

  // A mark of its pixels as they are now (FNV-1a on words).
  std::uint64_t look() {
    XShmGetImage(display_, DefaultRootWindow(display_), image_, x_, y_, AllPlanes);
    const auto* word = reinterpret_cast<const std::uint64_t*>(image_->data);
    std::uint64_t mark = 0xcbf29ce484222325;
    for (std::size_t i = 0; i < bytes() / 8; ++i) mark = (mark ^ word[i]) * 0x100000001b3;
    return mark;
  }

  bool shows_text() {
    look();
    const auto* pixel = reinterpret_cast<const std::uint32_t*>(image_->data);
    std::set<std::uint32_t> shades;
    for (std::size_t i = 0; i < bytes() / 4 && shades.size() <= kShades; ++i)
      if (i == 0 || pixel[i] != pixel[i - 1]) shades.insert(pixel[i]);
    return shades.size() > kShades;
  }

 private:
  std::size_t bytes() const {
    return static_cast<std::size_t>(image_->bytes_per_line) * static_cast<std::size_t>(image_->height);
  }

  Display* display_;
  int x_, y_;
  XImage* image_;
  XShmSegmentInfo memory_{};
};

int wait_for_text(Area& area, double timeout_ms) {
  for (const double begin = now_ms(); now_ms() - begin < timeout_ms; ::usleep(kLookEachUs))
    if (area.shows_text()) {
      std::printf("%.3f\n", now_ms());
      return 0;
    }
  return 1;
}

int click(Display* display, int at_x, int at_y, Area& area, double timeout_ms) {
  XTestFakeMotionEvent(display, -1, at_x, at_y, CurrentTime);
  XSync(display, False);
  ::usleep(200'000);  // what the pointer's coming changes is not the turn
  std::uint64_t seen = area.look();
  const double begin = now_ms();
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  XTestFakeButtonEvent(display, 1, False, CurrentTime);
  XSync(display, False);
  double first = -1, last = -1;
  for (double now = begin; now - begin < timeout_ms && (last < 0 || now - begin - last < kStillMs);
       ::usleep(kLookEachUs)) {
    const std::uint64_t mark = area.look();
    now = now_ms();
    if (mark == seen) continue;
    seen = mark;
    last = now - begin;
    if (first < 0) first = last;
  }
  std::printf("%.2f %.2f\n", first, last);
  return first < 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "";
  Display* const display = XOpenDisplay(nullptr);
  if (display == nullptr) return 2;
  if (mode == "text" && argc == 7) {
    Area area(display, argv + 2);
    return wait_for_text(area, std::atof(argv[6]));
  }
  if (mode == "click" && argc == 9) {
    Area area(display, argv + 4);
    return click(display, std::atoi(argv[2]), std::atoi(argv[3]), area, std::atof(argv[8]));
  }
  std::fprintf(stderr, "usage: x_probe text X Y W H TIMEOUT_MS | x_probe click AT_X AT_Y X Y W H TIMEOUT_MS\n");
  return 2;
}
