#include "staged_tree.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/file.h"
#include "content/media.h"

namespace kiosk::tool {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStage = "/.unfinished";

// What a build writes; everything else in the folder is somebody's own.
bool is_ours(const std::string& path) {
  const std::string media = std::string(content::kMediaFolder) + "/";
  return path.ends_with(".yaml") || (path.starts_with(media) && content::is_media_name(path.substr(media.size())));
}

// The folder itself stays: it says whose the folder around it is.
void empty_folder(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    fs::remove_all(it->path(), ignored);
  }
}

bool holds_nothing_else(const std::string& folder, const fs::path& entry) {
  std::error_code error;
  return std::all_of(fs::directory_iterator(folder, error), fs::directory_iterator(),
                     [&](const fs::directory_entry& found) { return found.path() == entry; });
}

}  // namespace

StagedTree::StagedTree(std::string out) : out_(std::move(out)), stage_(out_ + kStage) { empty_folder(stage_); }

// Files without a manifest, from a first build that failed half-way, keep the stage: may_fill knows them by it.
StagedTree::~StagedTree() {
  empty_folder(stage_);
  std::error_code error;
  if (file_exists(out_ + "/" + kTreeManifest) || holds_nothing_else(out_, stage_)) fs::remove(stage_, error);
}

bool StagedTree::may_fill(const std::string& out) {
  std::error_code error;
  return !fs::exists(out, error) || fs::is_empty(out, error) || file_exists(out + "/" + kTreeManifest) ||
         file_exists(out + kStage);
}

Result<void> StagedTree::add(const std::string& path, std::string_view bytes) {
  const bundle::Sha256 hash = bundle::sha256(bytes);
  const auto there = read_file(out_ + "/" + path);
  const bool same = there && *there == bytes;
  std::string staged;
  {
    const std::lock_guard lock(mutex_);
    hashes_[path] = hash;
    if (same) return {};
    // All in one folder: to make and to remove those of the tree for a while costs more than the files.
    std::string& known = staged_[path];
    if (known.empty()) known = stage_ + "/" + std::to_string(staged_.size());
    staged = known;
  }
  return write_file(staged, bytes);
}

void StagedTree::keep(const std::string& path, const bundle::Sha256& sha256) {
  const std::lock_guard lock(mutex_);
  hashes_.emplace_hint(hashes_.end(), path, sha256);
}

Result<void> StagedTree::keep_others() {
  for (const std::string& path : list_files(out_, "")) {
    if (!is_ours(path) || path == kTreeManifest || path.starts_with(kStage + 1) || hashes_.contains(path)) continue;
    const auto bytes = read_file(out_ + "/" + path);
    if (!bytes) return tl::unexpected(bytes.error());
    hashes_[path] = bundle::sha256(*bytes);
  }
  return {};
}

std::string StagedTree::version() const {
  std::string all;
  for (const auto& [path, hash] : hashes_) all.append(path).append(1, '\0').append(hash.data(), hash.size());
  return bundle::blake2b_hex(all).substr(0, 12);
}

Result<void> StagedTree::commit(std::string_view manifest, Others others) {
  if (auto added = add(kTreeManifest, manifest); !added) return added;
  const auto place = [&](const std::string& path, const std::string& staged) -> Result<void> {
    const fs::path to = out_ + "/" + path;
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::rename(staged, to, error);
    if (error) return fail("cannot write " + to.string() + ": " + error.message());
    return {};
  };
  for (const auto& [path, staged] : staged_)
    if (path != kTreeManifest)
      if (auto placed = place(path, staged); !placed) return placed;
  // Until now the old manifest spoke of files that are there.
  if (const auto staged = staged_.find(kTreeManifest); staged != staged_.end())
    if (auto placed = place(kTreeManifest, staged->second); !placed) return placed;
  if (others == Others::kRemove) remove_stale();
  return {};
}

void StagedTree::remove_stale() const {
  std::error_code error;
  for (const std::string& path : list_files(out_, "")) {
    if (!is_ours(path) || path.starts_with(kStage + 1) || hashes_.contains(path)) continue;
    fs::remove(out_ + "/" + path, error);
    // And the folders that it leaves empty: of folders remove() takes no others.
    for (fs::path folder = fs::path(path).parent_path(); !folder.empty(); folder = folder.parent_path())
      if (!fs::remove(out_ / folder, error)) break;
  }
}

}  // namespace kiosk::tool
