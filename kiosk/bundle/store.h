// Where a kiosk keeps its content, and the only way that content becomes current. A reader opens STORE/current and
// finds a whole tree at any moment, also after a power cut at any moment. Layout:
//
//   current -> trees/7-0a1b2c3d     the live tree
//   trees/<sequence>-<hash>/        manifest.yaml, manifest.yaml.minisig, and a link to each pack's folder
//   packs/<sha256>/                 what a pack held; shared by the trees that name it
//   floor.yaml                      what was accepted last: nothing older comes in
//   pending.yaml                    the live tree has not proved itself yet, and the one to go back to
//   refused.yaml                    manifests that came in and did not work here
//   keys.yaml                       public keys that a signed manifest has named as the next ones
//   staging/                        work under way; worthless after a restart
//
// One process writes to a store at a time (a lock file). Not a word of it knows screens.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "bundle/bundle_manifest.h"

namespace kiosk::bundle {

struct Floor {
  std::string id, channel;
  std::int64_t sequence = 0;
  std::string manifest_sha256;
};

struct Pending {
  std::string tree;      // a folder's name below trees/
  std::string previous;  // to go back to; empty on a first install
  int starts = 0;        // how many starts have tried it
};

class Store {
 public:
  // Makes the folders, takes the lock, and puts right what a power cut has left. Error: no permission, the lock is
  // taken, or the floor cannot be read (then nothing is taken in: fail closed).
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::string& folder);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  const std::string& folder() const { return folder_; }
  std::string current_path() const { return folder_ + "/current"; }
  // The live tree's name; empty before the first install.
  std::string current() const;
  const std::optional<Floor>& floor() const { return floor_; }
  std::optional<Pending> pending() const;
  bool is_refused(const std::string& manifest_sha256) const;
  // Keys that manifests have named, in order.
  std::vector<PublicKey> next_keys() const;

  // Paths for the installer.
  std::string staging() const { return folder_ + "/staging"; }
  std::string pack_folder(const std::string& sha256) const { return folder_ + "/packs/" + sha256; }
  std::string tree_folder(const std::string& tree) const { return folder_ + "/trees/" + tree; }

  // Makes a tree that is whole on disk the live one, pending. The manifest is the tree's.
  [[nodiscard]] Result<void> activate(const std::string& tree, const Floor& floor,
                                      const std::optional<PublicKey>& next_key);
  // The live tree has proved itself: what it replaced is removed.
  [[nodiscard]] Result<void> confirm();
  // Back to the tree before; the live one's manifest is refused from now on. Error when there is none to go back to.
  [[nodiscard]] Result<void> revert();
  // A start with a pending tree. At the fourth the tree is reverted; true then.
  [[nodiscard]] Result<bool> count_start();
  // Removes trees and packs that nothing leads to.
  [[nodiscard]] Result<void> collect_garbage();

 private:
  explicit Store(std::string folder);
  Result<void> recover();
  Result<void> write_pending(const Pending& pending);
  Result<void> clear_pending();
  Result<void> trust(const PublicKey& key);

  std::string folder_;
  int lock_ = -1;
  std::optional<Floor> floor_;
};

// "7-0a1b2c3d": a tree's name from its sequence and its manifest's SHA-256.
std::string tree_name(std::int64_t sequence, const std::string& manifest_sha256);

}  // namespace kiosk::bundle
