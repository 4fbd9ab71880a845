// File operations for what must survive a power cut. What goes live is synced by its bytes here; names are synced where
// the order matters, by sync_folder, once for all that was renamed before. Every sync is needed:
// tests/e2e/power_cut.py takes each one away and sees a bad state. No symbolic link is followed for the last part of a
// path. Errors name the path and the reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk::bundle {

// "cannot write PATH: no space left on device", from errno.
Error system_error(std::string_view what, const std::string& path);

// Not synced; a folder that is there already is fine.
[[nodiscard]] Result<void> make_folder(const std::string& path);
[[nodiscard]] Result<void> sync_folder(const std::string& path);

// A new file, synced; error when it exists. Its folder is not synced.
[[nodiscard]] Result<void> write_new(const std::string& path, std::string_view bytes);
// Replaces a small file: temporary name, sync, rename. Its folder is not synced.
[[nodiscard]] Result<void> replace_file(const std::string& path, std::string_view bytes);
// A new file that its owner alone may read, from its first byte on: temporary name, sync, rename, sync of its folder.
// Error when it exists; a kill leaves the whole file or none of that name.
[[nodiscard]] Result<void> write_secret(const std::string& path, std::string_view bytes);

// A regular file of at most `most` bytes; a link, a device or a longer file is an error.
[[nodiscard]] Result<std::string> read_regular(const std::string& path, std::uint64_t most);
// Copies exactly `size` bytes of a regular file into a new one, not synced. Error when it is shorter or longer.
[[nodiscard]] Result<void> copy_regular(const std::string& from, const std::string& to, std::uint64_t size);

// Renames within one file system. Folders are not synced.
[[nodiscard]] Result<void> move_to(const std::string& from, const std::string& to);

// Makes `link` point to `target` (relative to the link's folder) in one step: readers see the old or the new. Not
// synced.
[[nodiscard]] Result<void> swap_link(const std::string& link, const std::string& target);
// Where a link points; empty when there is none.
std::string link_target(const std::string& link);
// Only "is not there" is false; what cannot be looked at counts as there.
bool is_there(const std::string& path);

// Everything below, links themselves and not what they point to; a path that is not there is fine.
[[nodiscard]] Result<void> remove_all(const std::string& path);

}  // namespace kiosk::bundle
