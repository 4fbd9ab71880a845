#include "app/stick_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <thread>

#include "base/file.h"
#include "bundle/pin_order.h"

namespace kiosk::app {

namespace fs = std::filesystem;

struct StickWatch::Data {
  std::vector<std::string> folders;
  std::function<void()> wake;
  int mounts = -1, changes = -1, end = -1;
  std::atomic<bool> news = true;
  std::thread thread;

  ~Data() {
    for (const int fd : {mounts, changes, end})
      if (fd >= 0) ::close(fd);
  }

  // The folder and two levels below it, where find() looks. Again after every change: a folder may have come into
  // being. Watching one twice is one watch.
  void watch_folder(const std::string& folder, int levels) const {
    constexpr int kMostEntries = 64;
    ::inotify_add_watch(changes, folder.c_str(), IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR);
    if (levels == 0) return;
    std::error_code error;
    int entries = 0;
    for (fs::directory_iterator it(folder, error), last; !error && it != last && entries < kMostEntries;
         it.increment(error), ++entries) {
      std::error_code gone;
      if (it->is_directory(gone)) watch_folder(it->path().string(), levels - 1);
    }
  }

  void loop() {
    for (;;) {
      // News after the watches: what came before they stood is found, what comes later is news again.
      for (const std::string& folder : folders) watch_folder(folder, 2);
      news = true;
      wake();
      // The mount table raises POLLPRI when it changes (proc(5)).
      std::array<pollfd, 3> waits{{{end, POLLIN, 0}, {changes, POLLIN, 0}, {mounts, POLLPRI | POLLERR, 0}}};
      if (::poll(waits.data(), waits.size(), -1) < 0) continue;
      if (waits[0].revents != 0) return;
      std::array<char, 4096> events;
      while (::read(changes, events.data(), events.size()) > 0) {
      }
      if (waits[2].revents != 0) {
        ::lseek(mounts, 0, SEEK_SET);
        while (::read(mounts, events.data(), events.size()) > 0) {
        }
      }
    }
  }
};

StickWatch::StickWatch(std::vector<std::string> folders, std::function<void()> wake) : data_(std::make_unique<Data>()) {
  data_->folders = std::move(folders);
  data_->wake = std::move(wake);
  data_->mounts = ::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
  data_->changes = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  data_->end = ::eventfd(0, EFD_CLOEXEC);
  if (data_->end >= 0 && data_->changes >= 0) data_->thread = std::thread([data = data_.get()] { data->loop(); });
}

StickWatch::~StickWatch() {
  if (!data_->thread.joinable()) return;
  const std::uint64_t one = 1;
  if (::write(data_->end, &one, sizeof one) == sizeof one) data_->thread.join();
}

bool StickWatch::take_news() { return data_->news.exchange(false) || !data_->thread.joinable(); }

std::string StickWatch::find() const {
  for (const std::string& candidate : below_stick_folders(data_->folders))
    if (file_exists(candidate + "/manifest.yaml") || bundle::has_pin_order(candidate)) return candidate;
  return {};
}

static std::vector<std::string> entries_of(const std::string& folder) {
  constexpr std::size_t kMostEntries = 1024;
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), last; !error && it != last && found.size() < kMostEntries;
       it.increment(error))
    found.push_back(it->path().string());
  return found;
}

std::vector<std::string> below_stick_folders(const std::vector<std::string>& folders) {
  std::vector<std::string> all;
  for (const std::string& folder : folders) {
    std::vector<std::string> found = entries_of(folder);
    const std::size_t first_level = found.size();
    for (std::size_t i = 0; i < first_level; ++i)
      for (std::string& below : entries_of(found[i])) found.push_back(std::move(below));
    std::sort(found.begin(), found.end());
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace kiosk::app
