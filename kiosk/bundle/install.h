// From a stick's folder to a tree that is whole on disk, and from there to the live one. The stick is hostile until its
// manifest's signature and every pack's hash were verified from our own copy.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bundle/store.h"

namespace kiosk::bundle {

// Why a bundle is not taken in; the screen has one plain sentence for each.
enum class Refusal {
  kNoBundle,      // no manifest or no signature there
  kUnknownKey,    // signed by somebody this kiosk does not know
  kBadSignature,  // changed after it was signed
  kDamaged,       // a pack is missing, cut short, changed, or holds what no pack may hold
  kOtherKiosk,    // for another id
  kOtherChannel,
  kOlder,         // older than what was accepted before
  kFailedBefore,  // came in once and did not work here
  kNoSpace,       // or another fault of our own disk
  kCannotRead,    // the stick gave an error, or is gone
  kNoAnswer       // the web server did not answer, or not with files
};
const char* to_string(Refusal refusal);  // no-bundle | unknown-key | …

struct Refused {
  Refusal why = Refusal::kDamaged;
  std::string detail;  // for the log: paths and reasons
};

struct InstallRules {
  std::vector<PublicKey> trusted;
  std::string id, channel;  // empty: what the store had before, any on a first install
};

struct Staged {
  bool is_current = false;  // the live tree is this one already: nothing to do
  std::string tree;
  Floor floor;
  BundleManifest manifest;
  std::vector<std::string> moved;  // names of the packs that were not there before
  std::uint64_t moved_bytes = 0;
};

// What is going on, for the status screen: packs done and in all. Called from the installing thread.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

// Copies, verifies, unpacks. The live tree is not touched; what is left after a refusal is removed at the next start.
[[nodiscard]] tl::expected<Staged, Refused> stage(Store& store, const std::string& source, const InstallRules& rules,
                                                  const Progress& progress = {});

// The manifest of a source after its signature was verified and the store would take it; no pack is looked at.
[[nodiscard]] tl::expected<BundleManifest, Refused> admit_manifest(const Store& store, const std::string& source,
                                                                   const InstallRules& rules);

// Signature, hashes and the packs' inner form alone, without a store: for `kiosk-content verify`. `scratch` is a folder
// that does not exist; it is removed.
[[nodiscard]] tl::expected<BundleManifest, Refused> verify_bundle(const std::string& source, const std::string& scratch,
                                                                  const std::vector<PublicKey>& trusted);

}  // namespace kiosk::bundle
