#include "sdl/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace kiosk::sdl {

Result<SharedBytes> map_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail("cannot open " + path + ": " + std::strerror(errno));
  struct stat status {};
  const bool usable = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
  const std::size_t size = usable ? static_cast<std::size_t>(status.st_size) : 0;
  void* const start = usable ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
  ::close(fd);
  if (start == MAP_FAILED) return fail("cannot map " + path + ": not a readable, non-empty file");
  std::shared_ptr<const void> owner(start, [size](void* mapping) { ::munmap(mapping, size); });
  return SharedBytes{std::move(owner), {static_cast<const std::uint8_t*>(start), size}};
}

}  // namespace kiosk::sdl
