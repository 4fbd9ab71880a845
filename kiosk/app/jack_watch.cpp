#include "app/jack_watch.h"

#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "app/jack_reader.h"
#include "base/log.h"

namespace kiosk::app {

namespace {

constexpr std::size_t kMostDevices = 32;
constexpr int kMostNames = 256;  // event0 … event255

bool has_bit(const std::array<unsigned char, SW_CNT / 8 + 1>& bits, unsigned bit) {
  return (bits[bit / 8] >> (bit % 8) & 1) != 0;
}

// The switch as the device has it now; none when it does not say.
std::optional<bool> ask(int fd) {
  std::array<unsigned char, SW_CNT / 8 + 1> bits{};
  if (::ioctl(fd, EVIOCGSW(bits.size()), bits.data()) < 0) return std::nullopt;
  return has_bit(bits, SW_HEADPHONE_INSERT);
}

// A pipe that speaks the kernel's structs serves as a device that cannot be asked.
bool has_jack(int fd) {
  struct stat info {};
  if (::fstat(fd, &info) != 0) return false;
  if (S_ISFIFO(info.st_mode)) return true;
  std::array<unsigned char, SW_CNT / 8 + 1> bits{};
  return S_ISCHR(info.st_mode) && ::ioctl(fd, EVIOCGBIT(EV_SW, bits.size()), bits.data()) >= 0 &&
         has_bit(bits, SW_HEADPHONE_INSERT);
}

struct Device {
  int fd = -1;
  JackReader reader;
};

}  // namespace

struct JackWatch::Data {
  std::string folder;
  std::function<void()> wake;
  int changes = -1, end = -1;
  std::map<std::string, Device> devices;  // by name; of the thread
  bool in = false;                        // of the thread
  std::mutex mutex;
  std::optional<bool> change;
  std::thread thread;

  ~Data() {
    for (const auto& [name, device] : devices) ::close(device.fd);
    for (const int fd : {changes, end})
      if (fd >= 0) ::close(fd);
  }

  // Opens what is new. By name, so that a folder of any size costs the same.
  void look_for_devices() {
    for (int i = 0; i < kMostNames && devices.size() < kMostDevices; ++i) {
      const std::string name = "event" + std::to_string(i);
      if (devices.contains(name)) continue;
      const int fd = ::open((folder + "/" + name).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
      if (fd < 0) continue;
      if (has_jack(fd))
        devices.emplace(name, Device{fd, JackReader(ask(fd))});
      else
        ::close(fd);
    }
  }

  // False when the device is gone.
  static bool read_from(Device& device) {
    std::array<char, 64 * sizeof(input_event)> bytes;
    const ssize_t n = ::read(device.fd, bytes.data(), bytes.size());
    if (n < 0) return errno == EAGAIN || errno == EINTR;
    if (n == 0) return false;
    if (device.reader.feed({bytes.data(), static_cast<std::size_t>(n)}) == JackReader::Fed::kLost)
      device.reader.reset(ask(device.fd));
    return true;
  }

  bool some_in() const {
    return std::any_of(devices.begin(), devices.end(),
                       [](const auto& each) { return each.second.reader.in().value_or(false); });
  }

  void tell() {
    if (some_in() == in) return;
    in = !in;
    {
      const std::lock_guard lock(mutex);
      change = in;
    }
    wake();
  }

  // False when the watch ends.
  bool wait_once() {
    std::vector<pollfd> waits{{end, POLLIN, 0}, {changes, POLLIN, 0}};
    std::vector<std::string> names;
    for (const auto& [name, device] : devices) {
      waits.push_back({device.fd, POLLIN, 0});
      names.push_back(name);
    }
    if (::poll(waits.data(), waits.size(), -1) < 0) return true;
    if (waits[0].revents != 0) return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (waits[i + 2].revents == 0) continue;
      Device& device = devices.at(names[i]);
      if ((waits[i + 2].revents & POLLIN) != 0 && read_from(device)) continue;
      ::close(device.fd);
      devices.erase(names[i]);
    }
    if (waits[1].revents != 0) {
      std::array<char, 4096> events;
      while (::read(changes, events.data(), events.size()) > 0) {
      }
      look_for_devices();
    }
    tell();
    return true;
  }
};

JackWatch::JackWatch(std::string folder, std::function<void()> wake) : data_(std::make_unique<Data>()) {
  Data& d = *data_;
  d.folder = std::move(folder);
  d.wake = std::move(wake);
  d.changes = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  d.end = ::eventfd(0, EFD_CLOEXEC);
  if (d.changes < 0 || d.end < 0) return;
  // IN_ATTRIB: the right to read a new device is given a moment after it has come.
  if (::inotify_add_watch(d.changes, d.folder.c_str(), IN_CREATE | IN_ATTRIB | IN_MOVED_TO | IN_ONLYDIR) < 0) {
    log_once("no headset is watched: there is no folder " + d.folder);
    return;
  }
  d.look_for_devices();
  d.in = d.some_in();
  d.thread = std::thread([&d] {
    while (d.wait_once()) {
    }
  });
}

JackWatch::~JackWatch() {
  if (!data_->thread.joinable()) return;
  const std::uint64_t one = 1;
  if (::write(data_->end, &one, sizeof one) == sizeof one) data_->thread.join();
}

std::optional<bool> JackWatch::take_change() {
  const std::lock_guard lock(data_->mutex);
  return std::exchange(data_->change, std::nullopt);
}

}  // namespace kiosk::app
