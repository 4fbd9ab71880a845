// A tree's files on their way into its folder: all are written beside it first, then renamed, the manifest last. A
// build that fails or is killed before that leaves the tree as it was; one that is killed later is mended by the next.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"
#include "bundle/sha256.h"

namespace kiosk::tool {

inline constexpr const char* kTreeManifest = "manifest.yaml";

class StagedTree {
 public:
  // Forgets what an earlier build left unfinished.
  explicit StagedTree(std::string out);
  ~StagedTree();
  StagedTree(const StagedTree&) = delete;
  StagedTree& operator=(const StagedTree&) = delete;

  // Whether the folder is missing, empty, a tree, or a build that was not finished: nothing else is ours to clear.
  static bool may_fill(const std::string& out);

  // `path` relative to the tree. Files that the folder has already, byte for byte, are left alone. From any thread.
  [[nodiscard]] Result<void> add(const std::string& path, std::string_view bytes);

  // Counts a file of the folder as added, as it is: its SHA-256 is known.
  void keep(const std::string& path, const bundle::Sha256& sha256);

  // Counts the folder's other files as added, as they are.
  [[nodiscard]] Result<void> keep_others();

  // A mark of all files added so far: equal trees have equal marks.
  std::string version() const;
  std::size_t size() const { return hashes_.size(); }
  // Of what was added or kept, by path.
  const std::map<std::string, bundle::Sha256>& hashes() const { return hashes_; }

  // Puts everything in its place, and takes away what was not added, unless the folder is known to hold nothing else.
  enum class Others { kRemove, kNone };
  [[nodiscard]] Result<void> commit(std::string_view manifest, Others others = Others::kRemove);

  // The second half of it: files of ours that were not added, and the folders that they leave empty. Best effort.
  void remove_stale() const;

 private:
  std::string out_, stage_;
  std::mutex mutex_;
  std::map<std::string, bundle::Sha256> hashes_;
  // Those that differ from the folder's, with the path that they have until the commit.
  std::map<std::string, std::string> staged_;
};

}  // namespace kiosk::tool
