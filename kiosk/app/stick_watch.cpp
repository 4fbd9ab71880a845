#include "app/stick_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <thread>

#include "base/file.h"

namespace kiosk::app {

namespace fs = std::filesystem;

struct StickWatch::Data {
  std::vector<std::string> folders;
  std::function<void()> wake;
  int mounts = -1, changes = -1, end = -1;
  std::thread thread;

  ~Data() {
    for (const int fd : {mounts, changes, end})
      if (fd >= 0) ::close(fd);
  }

  void watch_folders() const {
    // Again after every change: a folder may have come into being. Watching one twice is one watch.
    for (const std::string& folder : folders) {
      const auto watch = [&](const std::string& path) {
        ::inotify_add_watch(changes, path.c_str(), IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR);
      };
      watch(folder);
      std::error_code error;
      for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.is_directory(error)) watch(entry.path().string());
    }
  }

  void loop() {
    for (;;) {
      watch_folders();
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
      wake();
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

std::string StickWatch::find() const {
  for (const std::string& folder : data_->folders) {
    std::vector<std::string> candidates;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      candidates.push_back(entry.path().string());
      std::error_code inner;
      for (const auto& below : fs::directory_iterator(entry.path(), inner)) candidates.push_back(below.path().string());
    }
    std::sort(candidates.begin(), candidates.end());
    for (const std::string& candidate : candidates)
      if (file_exists(candidate + "/manifest.yaml")) return candidate;
  }
  return {};
}

}  // namespace kiosk::app
