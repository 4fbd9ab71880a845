#include "bundle/pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include "base/file.h"
#include "bundle/durable.h"

namespace kiosk::bundle {

namespace {

struct ReadFree {
  void operator()(archive* a) const { archive_read_free(a); }
};
struct WriteFree {
  void operator()(archive* a) const { archive_write_free(a); }
};
struct EntryFree {
  void operator()(archive_entry* e) const { archive_entry_free(e); }
};

Error archive_failure(archive* a, const std::string& what) {
  const char* reason = archive_error_string(a);
  return {what + ": " + (reason != nullptr ? reason : "unknown reason")};
}

bool is_tame_part(std::string_view part) {
  return !part.empty() && part.size() <= 100 && part.front() != '.' && part.front() != '-' &&
         std::all_of(part.begin(), part.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                  c == '.';
         });
}

constexpr std::size_t kDeepest = 3;

// The parts of a relative path without anything that could lead out of its folder; empty when it has something else.
std::vector<std::string> tame_parts(std::string_view path) {
  std::vector<std::string> parts;
  if (path.size() > 250) return {};
  for (;;) {
    const std::size_t end = path.find('/');
    const std::string_view part = path.substr(0, end);
    if (!is_tame_part(part) || parts.size() == kDeepest) return {};
    parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    path.remove_prefix(end + 1);
  }
}

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

// Folders below the target as they are needed, and synced at the end, deepest first.
class Folders {
 public:
  explicit Folders(std::string root) : root_(std::move(root)) {}

  Result<void> make_for(const std::vector<std::string>& parts) {
    std::string path = root_;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      path += "/" + parts[i];
      if (!made_.insert(path).second) continue;
      if (auto made = make_folder(path); !made) return made;
    }
    return {};
  }
  Result<void> sync() const {
    for (auto path = made_.rbegin(); path != made_.rend(); ++path)
      if (auto synced = sync_folder(*path); !synced) return synced;
    return sync_folder(root_);
  }

 private:
  std::string root_;
  std::set<std::string> made_;
};

Result<std::string> entry_bytes(archive* a, std::uint64_t size, const std::string& pack) {
  std::string bytes;
  bytes.resize(size);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const la_ssize_t got = archive_read_data(a, bytes.data() + at, bytes.size() - at);
    if (got < 0) return tl::unexpected(archive_failure(a, "the pack " + pack + " is damaged"));
    if (got == 0) return fail("the pack " + pack + " ends too early");
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

Result<std::string> make_pack(const std::string& folder, const PackLimits& limits) {
  const std::vector<std::string> files = list_files(folder, "");
  if (files.empty()) return fail(folder + " holds no file");
  if (files.size() > limits.files) return fail(folder + " holds more than " + std::to_string(limits.files) + " files");
  std::string out;
  const std::unique_ptr<archive, WriteFree> writer(archive_write_new());
  archive_write_set_format_ustar(writer.get());
  archive_write_add_filter_zstd(writer.get());
  // One thread and a fixed level: the same folder gives the same bytes.
  archive_write_set_filter_option(writer.get(), "zstd", "compression-level", "12");
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  if (archive_write_open(writer.get(), &out, nullptr, append, nullptr) != ARCHIVE_OK)
    return tl::unexpected(archive_failure(writer.get(), "cannot make a pack of " + folder));
  std::uint64_t total = 0;
  for (const std::string& file : files) {
    if (tame_parts(file).empty()) return fail(folder + "/" + file + ": no kiosk takes a file of this name");
    const auto bytes = read_file(folder + "/" + file, limits.file_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    total += bytes->size();
    if (total > limits.bytes) return fail(folder + " is larger than a pack may be");
    const std::unique_ptr<archive_entry, EntryFree> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), file.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes->size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 0, 0);
    if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK ||
        archive_write_data(writer.get(), bytes->data(), bytes->size()) < 0)
      return tl::unexpected(archive_failure(writer.get(), "cannot pack " + file));
  }
  if (archive_write_close(writer.get()) != ARCHIVE_OK)
    return tl::unexpected(archive_failure(writer.get(), "cannot make a pack of " + folder));
  return out;
}

Result<void> unpack(const std::string& pack, const std::string& folder, const PackLimits& limits) {
  const std::unique_ptr<archive, ReadFree> reader(archive_read_new());
  archive_read_support_filter_zstd(reader.get());
  archive_read_support_format_tar(reader.get());
  constexpr std::size_t kBlock = 65536;
  if (archive_read_open_filename(reader.get(), pack.c_str(), kBlock) != ARCHIVE_OK)
    return tl::unexpected(archive_failure(reader.get(), "the pack " + pack + " is damaged"));
  if (is_there(folder)) return fail(folder + " is there already");
  if (auto made = make_folder(folder); !made) return made;
  Folders folders(folder);
  std::set<std::string> seen;
  std::uint64_t total = 0;
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK) return tl::unexpected(archive_failure(reader.get(), "the pack " + pack + " is damaged"));
    const char* name = archive_entry_pathname(entry);
    const std::vector<std::string> parts = tame_parts(name != nullptr ? name : "");
    if (parts.empty()) return fail("the pack " + pack + " holds a file with a name that is not allowed");
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr ||
        archive_entry_symlink(entry) != nullptr)
      return fail("the pack " + pack + " holds something that is no plain file: " + name);
    const la_int64_t size = archive_entry_size(entry);
    if (size < 0 || static_cast<std::uint64_t>(size) > limits.file_bytes)
      return fail("the pack " + pack + " holds a file that is too large: " + name);
    total += static_cast<std::uint64_t>(size);
    if (!seen.insert(name).second || seen.size() > limits.files || total > limits.bytes)
      return fail("the pack " + pack + " holds too much, or a file twice: " + name);
    if (auto made = folders.make_for(parts); !made) return made;
    auto bytes = entry_bytes(reader.get(), static_cast<std::uint64_t>(size), pack);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto written = write_new(folder + "/" + name, *bytes); !written) return written;
  }
  return folders.sync();
}

}  // namespace kiosk::bundle
