// What the file system says of a file without opening it: equal stamps of a settled file mean equal bytes. A program
// can set back a file's time of modification, but not the time at which its inode changed, nor write in its place
// without another inode; on file systems that keep those two, this is as good as reading.
#pragma once

#include <cstdint>
#include <string>

namespace kiosk::tool {

struct FileStamp {
  std::uint64_t bytes = 0, device = 0, inode = 0;
  std::int64_t modified_ns = 0, changed_ns = 0;
  bool operator==(const FileStamp&) const = default;
};

struct StampedFile {
  std::string path;
  FileStamp stamp;
  bool operator==(const StampedFile&) const = default;
};

// All zero where there is no regular file. A link counts as what it leads to, unless links are refused.
enum class Links { kFollow, kRefuse };
FileStamp stamp_of(const std::string& path, Links links = Links::kFollow);

// Nanoseconds since 1970-01-01T00:00Z.
std::int64_t now_ns();

// The stamp, where the file had rested for a while when it was looked at; else all zero, which no file has. Within one
// tick of the kernel's clock a file can be written twice and keep its stamp.
FileStamp settled(const FileStamp& stamp, std::int64_t looked_at_ns);

}  // namespace kiosk::tool
