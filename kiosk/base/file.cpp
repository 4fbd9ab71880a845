#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace kiosk {

namespace fs = std::filesystem;

static std::string reason() { return std::strerror(errno); }

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return fail("cannot read " + path + ": " + reason());
  struct stat info {};
  if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
    ::close(fd);
    return fail("cannot read " + path + ": not a regular file");
  }
  const auto too_large = [&] {
    return fail("cannot read " + path + ": larger than " + std::to_string(max_bytes) + " bytes");
  };
  if (static_cast<std::size_t>(info.st_size) > max_bytes) {
    ::close(fd);
    return too_large();
  }
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(info.st_size) + 1);
  std::size_t got = 0;
  for (;;) {
    const ssize_t n = ::read(fd, bytes.data() + got, bytes.size() - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const std::string why = reason();
      ::close(fd);
      return fail("cannot read " + path + ": " + why);
    }
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
    if (got > max_bytes) {
      ::close(fd);
      return too_large();
    }
    if (got == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  ::close(fd);
  bytes.resize(got);
  return bytes;
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  if (const auto old = read_file(path); old && *old == bytes) return {};
  std::error_code error;
  const fs::path parent = fs::path(path).parent_path();
  if (!parent.empty()) fs::create_directories(parent, error);
  const std::string temporary = path + ".new-" + std::to_string(::getpid());
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return fail("cannot write " + path + ": " + reason());
  std::size_t done = 0;
  bool ok = true;
  while (ok && done < bytes.size()) {
    const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    ok = n >= 0;
    if (ok) done += static_cast<std::size_t>(n);
  }
  std::string why = ok ? "" : reason();
  if (::close(fd) != 0 && ok) {
    ok = false;
    why = reason();
  }
  if (ok && ::rename(temporary.c_str(), path.c_str()) != 0) {
    ok = false;
    why = reason();
  }
  if (ok) return {};
  ::unlink(temporary.c_str());
  return fail("cannot write " + path + ": " + why);
}

// Every regular file below the open folder `fd`, which is closed; `path` is what stands before their names.
// The kernel's own calls: a path of <filesystem> for each of 40,000 files costs more than to read their folders.
template <class Use>
static void each_file(int fd, const std::string& path, const Use& use) {
  DIR* const folder = ::fdopendir(fd);
  if (folder == nullptr) {
    ::close(fd);
    return;
  }
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    unsigned char type = entry->d_type;
    if (type == DT_UNKNOWN) {
      struct stat info {};
      if (::fstatat(fd, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
      type = S_ISREG(info.st_mode) ? DT_REG : S_ISDIR(info.st_mode) ? DT_DIR : DT_UNKNOWN;
    }
    if (type == DT_REG) use(path, name);
    if (type != DT_DIR) continue;
    const int below = ::openat(fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (below >= 0) each_file(below, path + std::string(name) + "/", use);
  }
  ::closedir(folder);
}

template <class Use>
static void each_file(const std::string& folder, const Use& use) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0) each_file(fd, "", use);
}

std::vector<std::string> list_files(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> found;
  each_file(folder, [&](const std::string& path, std::string_view name) {
    if (name.ends_with(suffix)) found.push_back(path + std::string(name));
  });
  std::sort(found.begin(), found.end());
  return found;
}

std::size_t count_files(const std::string& folder) {
  std::size_t count = 0;
  each_file(folder, [&](const std::string&, std::string_view) { ++count; });
  return count;
}

bool file_exists(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0;
}

}  // namespace kiosk
