// Any bytes as a pack: refused with a reason, or unpacked into plain files below its folder and nowhere else.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/check.h"
#include "bundle/pack.h"

namespace fs = std::filesystem;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fs::path parent = fs::temp_directory_path() / ("kiosk-fuzz-archive-" + std::to_string(::getpid()));
  const fs::path folder = parent / "pack";
  fs::remove_all(parent);
  fs::create_directories(parent);
  const int fd = ::memfd_create("pack", 0);
  KIOSK_CHECK(fd >= 0 && ::write(fd, data, size) == static_cast<ssize_t>(size));
  kiosk::bundle::PackLimits limits;
  limits.files = 100;
  limits.file_bytes = 1u << 16;
  limits.bytes = 1u << 18;
  const auto unpacked = kiosk::bundle::unpack("/proc/self/fd/" + std::to_string(fd), folder.string(), limits);
  ::close(fd);
  if (!unpacked) KIOSK_CHECK(!unpacked.error().message.empty());
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(parent)) {
    KIOSK_CHECK(!entry.is_symlink() && (entry.is_directory() || entry.is_regular_file()));
    KIOSK_CHECK(entry.path() == folder || entry.path().string().starts_with(folder.string() + "/"));
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  KIOSK_CHECK(bytes <= limits.bytes);
  fs::remove_all(parent);
  return 0;
}
