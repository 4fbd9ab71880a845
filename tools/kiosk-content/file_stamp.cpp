#include "file_stamp.h"

#include <sys/stat.h>

#include <ctime>

namespace kiosk::tool {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kTick = 50'000'000;  // the kernel's is 10 ms at most

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * kSecond + time.tv_nsec; }

}  // namespace

FileStamp stamp_of(const std::string& path, Links links) {
  struct stat info {};
  const int failed = links == Links::kFollow ? ::stat(path.c_str(), &info) : ::lstat(path.c_str(), &info);
  if (failed != 0 || !S_ISREG(info.st_mode)) return {};
  return {static_cast<std::uint64_t>(info.st_size), info.st_dev, info.st_ino, nanoseconds(info.st_mtim),
          nanoseconds(info.st_ctim)};
}

std::int64_t now_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now);
}

FileStamp settled(const FileStamp& stamp, std::int64_t looked_at_ns) {
  return stamp.changed_ns < looked_at_ns - kTick ? stamp : FileStamp{};
}

}  // namespace kiosk::tool
