// Whole files, bounded. Paths are UTF-8. No content is interpreted here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kiosk {

// Error when missing, not a regular file, or larger than max_bytes.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t max_bytes = 64u << 20);

// Writes to a temporary name beside the target, then renames: a reader sees the old file or the new one, never half.
// Makes missing parent folders. A file that already has these bytes is left untouched.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

// Regular files below a folder whose names end with `suffix`, sorted by path, as paths relative to the folder.
// A missing folder is an empty list. Symbolic links are not followed.
std::vector<std::string> list_files(const std::string& folder, std::string_view suffix);

// How many list_files(folder, "") finds.
std::size_t count_files(const std::string& folder);

bool file_exists(const std::string& path);

}  // namespace kiosk
