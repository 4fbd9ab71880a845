// A font file mapped read-only into memory, so that a 30 MB collection costs only the pages that are read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

namespace kiosk::sdl {

// Bytes and whoever keeps them alive.
struct SharedBytes {
  std::shared_ptr<const void> owner;
  std::span<const std::uint8_t> bytes;
};

// Error names the path when the file is missing, empty or not a regular file.
[[nodiscard]] Result<SharedBytes> map_file(const std::string& path);

}  // namespace kiosk::sdl
