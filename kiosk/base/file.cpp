#include "base/file.h"

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

std::vector<std::string> list_files(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> found;
  std::error_code error;
  const std::size_t above =
      folder.size() + (folder.ends_with('/') ? 0 : 1);  // an entry's path begins with the folder's
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
  while (!error && it != end) {
    if (it->is_regular_file(error) && !it->is_symlink(error)) {
      const std::string& path = it->path().native();
      if (path.ends_with(suffix)) found.push_back(path.substr(above));
    }
    it.increment(error);
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool file_exists(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0;
}

}  // namespace kiosk
