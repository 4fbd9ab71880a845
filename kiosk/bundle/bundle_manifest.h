// The `bundle` part of a tree's manifest: which packs belong to it, who it is for, which of two is newer. The whole
// manifest file is signed, so this part vouches for every byte of the tree. Format:
//
//   bundle:
//     channel: "stable"
//     id: "vasteras"               only a kiosk of this id takes it
//     next-key: "RW…"              optional: a key that is trusted from now on
//     packs:                       one for each folder of the tree, <name>.tar.zst
//       - {name: "ar", sha256: "…", size: 12345}
//     sequence: 7                  never goes down
//     valid-until: "2027-05-01"    afterwards the kiosk warns, and goes on
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bundle/minisign.h"

namespace kiosk::bundle {

inline constexpr std::uint64_t kLargestManifest = 256u << 10;
inline constexpr std::uint64_t kLargestPack = 256u << 20;
inline constexpr std::size_t kMostPacks = 256;

struct PackEntry {
  std::string name;    // a folder of the tree: "ar", "images"
  std::string sha256;  // of the .tar.zst, lower-case hex
  std::uint64_t size = 0;
};

struct BundleManifest {
  std::string id, channel;
  std::int64_t sequence = 0;
  std::string valid_until;  // ISO date
  std::optional<PublicKey> next_key;
  std::vector<PackEntry> packs;  // by name
  std::string version, built;    // the tree's own, for people
};

// Of a whole manifest.yaml. Error: "path:line:column: …".
[[nodiscard]] Result<BundleManifest> read_bundle_manifest(std::string_view file, std::string_view path);
// A tree's manifest.yaml with the bundle part put in (or replaced). The same input gives the same bytes.
[[nodiscard]] Result<std::string> with_bundle(std::string_view file, std::string_view path,
                                              const BundleManifest& manifest);

// What may be a pack's name and so a folder's: letters, digits, '-'; 1 to 64.
bool is_pack_name(std::string_view name);
std::string pack_file(const std::string& name);  // "ar.tar.zst"

}  // namespace kiosk::bundle
