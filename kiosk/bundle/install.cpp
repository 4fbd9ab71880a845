#include "bundle/install.h"

#include <cerrno>

#include "bundle/durable.h"
#include "bundle/pack.h"
#include "bundle/sha256.h"
#include "content/tree_reader.h"

namespace kiosk::bundle {

namespace {

constexpr std::uint64_t kLargestSignature = 4096;
constexpr const char* kManifest = "/manifest.yaml";
constexpr const char* kSignature = "/manifest.yaml.minisig";

using Step = tl::expected<void, Refused>;

tl::unexpected<Refused> refuse(Refusal why, std::string detail) {
  return tl::unexpected<Refused>(Refused{why, std::move(detail)});
}

// An error of a file operation: ours, or the stick's?
tl::unexpected<Refused> refuse_own(const Error& error) { return refuse(Refusal::kNoSpace, error.message); }

Refusal of_fault(SignatureFault fault) {
  switch (fault) {
    case SignatureFault::kNoSignature:
      return Refusal::kNoBundle;
    case SignatureFault::kUnknownKey:
      return Refusal::kUnknownKey;
    case SignatureFault::kWrong:
      break;
  }
  return Refusal::kBadSignature;
}

struct Verified {
  BundleManifest manifest;
  std::string bytes, signature, sha256;
};

// Reads manifest and signature once and verifies what was read: a stick that answers differently the second time
// changes nothing.
tl::expected<Verified, Refused> take_manifest(const std::string& source, const std::vector<PublicKey>& trusted) {
  Verified verified;
  const struct {
    const char* name;
    std::uint64_t most;
    std::string& into;
  } files[] = {{kManifest, kLargestManifest, verified.bytes}, {kSignature, kLargestSignature, verified.signature}};
  for (const auto& file : files) {
    errno = 0;
    auto bytes = read_regular(source + file.name, file.most);
    if (!bytes)
      return refuse(errno == 0 || errno == ENOENT || errno == ELOOP ? Refusal::kNoBundle : Refusal::kCannotRead,
                    bytes.error().message);
    file.into = std::move(*bytes);
  }
  if (const auto good = verify(verified.bytes, verified.signature, trusted); !good)
    return refuse(of_fault(good.error()), source + kManifest + ": the signature is not good");
  auto manifest = read_bundle_manifest(verified.bytes, source + kManifest);
  if (!manifest) return refuse(Refusal::kDamaged, manifest.error().message);
  verified.manifest = std::move(*manifest);
  verified.sha256 = sha256_hex(verified.bytes);
  return verified;
}

// Copies one pack, verifies the copy, unpacks it into `folder` below staging.
Step take_pack(const std::string& source, const PackEntry& pack, const std::string& staging,
               const std::string& folder) {
  const std::string copy = staging + "/" + pack_file(pack.name);
  errno = 0;
  if (auto copied = copy_regular(source + "/" + pack_file(pack.name), copy, pack.size); !copied) {
    const bool ours = errno == ENOSPC || errno == EDQUOT || errno == EROFS || errno == EMFILE || errno == EACCES;
    return refuse(ours                              ? Refusal::kNoSpace
                  : errno == EIO || errno == ENODEV ? Refusal::kCannotRead
                                                    : Refusal::kDamaged,
                  copied.error().message);
  }
  const auto bytes = read_regular(copy, pack.size);
  if (!bytes) return refuse_own(bytes.error());
  if (sha256_hex(*bytes) != pack.sha256)
    return refuse(Refusal::kDamaged, source + "/" + pack_file(pack.name) + " is not what the manifest says");
  errno = 0;
  if (auto unpacked = unpack(copy, folder); !unpacked) {
    const bool ours = errno == ENOSPC || errno == EDQUOT || errno == EROFS || errno == EMFILE || errno == EIO;
    return refuse(ours ? Refusal::kNoSpace : Refusal::kDamaged, unpacked.error().message);
  }
  if (auto removed = remove_all(copy); !removed) return refuse_own(removed.error());
  return {};
}

Step admit(const Store& store, const InstallRules& rules, const Verified& verified) {
  const BundleManifest& manifest = verified.manifest;
  const auto& floor = store.floor();
  const std::string id = !rules.id.empty() ? rules.id : floor ? floor->id : manifest.id;
  const std::string channel = !rules.channel.empty() ? rules.channel : floor ? floor->channel : manifest.channel;
  if (manifest.id != id)
    return refuse(Refusal::kOtherKiosk, "the bundle is for '" + manifest.id + "', this kiosk is '" + id + "'");
  if (manifest.channel != channel)
    return refuse(Refusal::kOtherChannel,
                  "the bundle is of channel '" + manifest.channel + "', this kiosk follows '" + channel + "'");
  if (floor && (manifest.sequence < floor->sequence ||
                (manifest.sequence == floor->sequence && verified.sha256 != floor->manifest_sha256)))
    return refuse(Refusal::kOlder, "the bundle has number " + std::to_string(manifest.sequence) +
                                       ", this kiosk has had " + std::to_string(floor->sequence));
  if (store.is_refused(verified.sha256)) return refuse(Refusal::kFailedBefore, "the same bundle did not work before");
  return {};
}

tl::expected<Verified, Refused> admitted(const Store& store, const std::string& source, const InstallRules& rules) {
  std::vector<PublicKey> trusted = rules.trusted;
  for (const PublicKey& key : store.next_keys()) trusted.push_back(key);
  auto verified = take_manifest(source, trusted);
  if (!verified) return verified;
  if (auto good = admit(store, rules, *verified); !good) return tl::unexpected(good.error());
  return verified;
}

// The tree's folder: manifest, signature and a link for each pack.
Step make_tree(Store& store, const Verified& verified, const std::string& tree) {
  if (is_there(store.tree_folder(tree))) {  // from an earlier try; it may be of a kind that was not finished
    if (auto removed = remove_all(store.tree_folder(tree)); !removed) return refuse_own(removed.error());
  }
  const std::string folder = store.staging() + "/tree";
  Result<void> done = make_folder(folder);
  if (done) done = write_new(folder + kManifest, verified.bytes);
  if (done) done = write_new(folder + kSignature, verified.signature);
  for (const PackEntry& pack : verified.manifest.packs)
    if (done) done = swap_link(folder + "/" + pack.name, "../../packs/" + pack.sha256);
  if (done) done = sync_folder(folder);
  if (done) done = move_to(folder, store.tree_folder(tree));
  if (done) done = sync_folder(store.folder() + "/trees");
  if (!done) return refuse_own(done.error());
  return {};
}

// A tree that no kiosk can open is not worth a try.
Step readable(const std::string& folder) {
  const content::TreeReader reader(folder);
  const auto manifest = reader.manifest();
  if (!manifest) return refuse(Refusal::kDamaged, manifest.error().message);
  for (const content::Language& language : manifest->languages)
    if (const auto site = reader.site(language.tag); !site) return refuse(Refusal::kDamaged, site.error().message);
  return {};
}

}  // namespace

const char* to_string(Refusal refusal) {
  switch (refusal) {
    case Refusal::kNoBundle:
      return "no-bundle";
    case Refusal::kUnknownKey:
      return "unknown-key";
    case Refusal::kBadSignature:
      return "bad-signature";
    case Refusal::kDamaged:
      return "damaged";
    case Refusal::kOtherKiosk:
      return "other-kiosk";
    case Refusal::kOtherChannel:
      return "other-channel";
    case Refusal::kOlder:
      return "older";
    case Refusal::kFailedBefore:
      return "failed-before";
    case Refusal::kNoSpace:
      return "no-space";
    case Refusal::kCannotRead:
      return "cannot-read";
    case Refusal::kNoAnswer:
      return "no-answer";
  }
  return "damaged";
}

tl::expected<BundleManifest, Refused> admit_manifest(const Store& store, const std::string& source,
                                                     const InstallRules& rules) {
  auto verified = admitted(store, source, rules);
  if (!verified) return tl::unexpected(verified.error());
  return verified->manifest;
}

tl::expected<Staged, Refused> stage(Store& store, const std::string& source, const InstallRules& rules,
                                    const Progress& progress) {
  const std::string staging = store.staging();
  if (auto removed = remove_all(staging); !removed) return refuse_own(removed.error());
  if (auto made = make_folder(staging); !made) return refuse_own(made.error());
  const auto verified = admitted(store, source, rules);
  if (!verified) return tl::unexpected(verified.error());

  Staged staged;
  staged.manifest = verified->manifest;
  staged.tree = tree_name(verified->manifest.sequence, verified->sha256);
  staged.floor = {verified->manifest.id, verified->manifest.channel, verified->manifest.sequence, verified->sha256};
  if (store.current() == staged.tree) {
    staged.is_current = true;
    return staged;
  }
  const auto& packs = staged.manifest.packs;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    if (progress) progress(i, packs.size());
    if (is_there(store.pack_folder(packs[i].sha256))) continue;
    const std::string folder = staging + "/pack";
    if (auto taken = take_pack(source, packs[i], staging, folder); !taken) return tl::unexpected(taken.error());
    if (auto moved = move_to(folder, store.pack_folder(packs[i].sha256)); !moved) return refuse_own(moved.error());
    staged.moved.push_back(packs[i].name);
    staged.moved_bytes += packs[i].size;
  }
  // Before a tree leads to them.
  if (auto synced = sync_folder(store.folder() + "/packs"); !synced) return refuse_own(synced.error());
  if (progress) progress(packs.size(), packs.size());
  if (auto made = make_tree(store, *verified, staged.tree); !made) return tl::unexpected(made.error());
  if (auto good = readable(store.tree_folder(staged.tree)); !good) return tl::unexpected(good.error());
  return staged;
}

tl::expected<BundleManifest, Refused> verify_bundle(const std::string& source, const std::string& scratch,
                                                    const std::vector<PublicKey>& trusted) {
  if (auto made = make_folder(scratch); !made) return refuse_own(made.error());
  const auto check = [&]() -> tl::expected<BundleManifest, Refused> {
    auto verified = take_manifest(source, trusted);
    if (!verified) return tl::unexpected(verified.error());
    for (const PackEntry& pack : verified->manifest.packs)
      if (auto taken = take_pack(source, pack, scratch, scratch + "/" + pack.name); !taken)
        return tl::unexpected(taken.error());
    return verified->manifest;
  };
  auto result = check();
  if (auto removed = remove_all(scratch); !removed && result) return refuse_own(removed.error());
  return result;
}

}  // namespace kiosk::bundle
