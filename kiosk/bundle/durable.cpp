#include "bundle/durable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace kiosk::bundle {

namespace {

// An open file; closed at the end. close() of what was synced can lose nothing.
class File {
 public:
  File(const std::string& path, int flags, mode_t mode = 0644) : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  explicit operator bool() const { return fd_ >= 0; }
  int fd() const { return fd_; }

 private:
  int fd_;
};

bool write_whole(int fd, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(fd, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

ssize_t read_some(int fd, char* into, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(fd, into, size);
    if (got >= 0 || errno != EINTR) return got;
  }
}

// O_NONBLOCK: a FIFO on a stick must not hold us up before it is refused.
constexpr int kReadFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

bool is_regular(int fd, std::uint64_t& size) {
  struct stat about {};
  if (::fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) return false;
  size = static_cast<std::uint64_t>(about.st_size);
  return true;
}

}  // namespace

Error system_error(std::string_view what, const std::string& path) {
  const int code = errno;
  return {"cannot " + std::string(what) + " " + path + ": " + std::strerror(code)};
}

Result<void> make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0755) == 0 || errno == EEXIST) return {};
  return tl::unexpected(system_error("make", path));
}

Result<void> sync_folder(const std::string& path) {
  const File folder(path, O_RDONLY | O_DIRECTORY);
  if (!folder || ::fsync(folder.fd()) != 0) return tl::unexpected(system_error("sync", path));
  return {};
}

static Result<void> write_with_mode(const std::string& path, std::string_view bytes, mode_t mode) {
  const File file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  if (!file || !write_whole(file.fd(), bytes.data(), bytes.size()) || ::fsync(file.fd()) != 0)
    return tl::unexpected(system_error("write", path));
  return {};
}

Result<void> write_new(const std::string& path, std::string_view bytes) { return write_with_mode(path, bytes, 0644); }

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".new";
  if (auto removed = remove_all(temporary); !removed) return removed;
  if (auto written = write_new(temporary, bytes); !written) return written;
  return move_to(temporary, path);
}

// Never over a file; not every file system can say so in one step.
static bool move_to_new(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL) return false;
  errno = EEXIST;
  return !is_there(to) && ::rename(from.c_str(), to.c_str()) == 0;
}

Result<void> write_secret(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".new";
  if (auto removed = remove_all(temporary); !removed) return removed;
  auto done = write_with_mode(temporary, bytes, 0600);
  if (done && !move_to_new(temporary, path)) done = tl::unexpected(system_error("write", path));
  if (done) return sync_folder(std::filesystem::absolute(path).parent_path().native());
  ::unlink(temporary.c_str());
  return done;
}

Result<std::string> read_regular(const std::string& path, std::uint64_t most) {
  const File file(path, kReadFlags);
  std::uint64_t size = 0;
  if (!file) return tl::unexpected(system_error("read", path));
  if (!is_regular(file.fd(), size)) return fail("cannot read " + path + ": this is no plain file");
  std::string bytes;
  std::array<char, 65536> part;
  for (;;) {
    const ssize_t got = read_some(file.fd(), part.data(), part.size());
    if (got < 0) return tl::unexpected(system_error("read", path));
    if (got == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) return fail("cannot read " + path + ": it is larger than " + std::to_string(most) + " B");
  }
}

Result<void> copy_regular(const std::string& from, const std::string& to, std::uint64_t size) {
  const File source(from, kReadFlags);
  std::uint64_t found = 0;
  if (!source) return tl::unexpected(system_error("read", from));
  if (!is_regular(source.fd(), found)) return fail("cannot read " + from + ": this is no plain file");
  if (found != size)
    return fail(from + " has " + std::to_string(found) + " B, the manifest says " + std::to_string(size));
  const File target(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
  if (!target) return tl::unexpected(system_error("write", to));
  std::array<char, 65536> part;
  std::uint64_t copied = 0;
  while (copied < size) {
    const std::uint64_t left = size - copied;
    const ssize_t got = read_some(source.fd(), part.data(), left < part.size() ? std::size_t(left) : part.size());
    if (got < 0) return tl::unexpected(system_error("read", from));
    if (got == 0) return fail(from + " ends too early");
    if (!write_whole(target.fd(), part.data(), static_cast<std::size_t>(got)))
      return tl::unexpected(system_error("write", to));
    copied += static_cast<std::uint64_t>(got);
  }
  return {};
}

Result<void> move_to(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return tl::unexpected(system_error("move to", to));
  return {};
}

Result<void> swap_link(const std::string& link, const std::string& target) {
  const std::string temporary = link + ".new";
  if (auto removed = remove_all(temporary); !removed) return removed;
  if (::symlink(target.c_str(), temporary.c_str()) != 0) return tl::unexpected(system_error("make", temporary));
  return move_to(temporary, link);
}

std::string link_target(const std::string& link) {
  std::array<char, 4096> text;
  const ssize_t size = ::readlink(link.c_str(), text.data(), text.size());
  return size <= 0 || std::size_t(size) == text.size() ? "" : std::string(text.data(), std::size_t(size));
}

bool is_there(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) == 0 || errno != ENOENT;
}

Result<void> remove_all(const std::string& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (error) return fail("cannot remove " + path + ": " + error.message());
  return {};
}

}  // namespace kiosk::bundle
