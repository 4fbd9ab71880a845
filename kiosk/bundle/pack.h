// A pack: one folder of the tree as ustar in zstd, the only form in which content travels. libarchive reads and writes.
// Reproducible: entries sorted, no dates, no owners. What is unpacked is hostile until checked: plain files with tame
// names alone, few, small, and all below the target.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace kiosk::bundle {

struct PackLimits {
  std::size_t files = 20000;
  std::uint64_t file_bytes = 8u << 20;
  std::uint64_t bytes = 512u << 20;
};

// The files below `folder` (at most two folders deep) as bytes of a .tar.zst. Error names the file that cannot be read
// or has a name that no kiosk takes.
[[nodiscard]] Result<std::string> make_pack(const std::string& folder, const PackLimits& limits = {});

// Unpacks a .tar.zst into `folder`, which must not exist. Every file and folder is synced. On an error the folder may
// be half there: the caller has it below its staging folder.
[[nodiscard]] Result<void> unpack(const std::string& pack, const std::string& folder, const PackLimits& limits = {});

}  // namespace kiosk::bundle
