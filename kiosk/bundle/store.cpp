#include "bundle/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "bundle/durable.h"
#include "bundle/sha256.h"
#include "content/yaml.h"

namespace kiosk::bundle {

using content::Yaml;
using content::yaml_list;
using content::yaml_map;
using content::yaml_number;
using content::yaml_text;

namespace {

constexpr std::uint64_t kSmallFile = 64u << 10;
constexpr int kMostStarts = 3;
constexpr std::size_t kMostRefused = 100;

Result<Yaml> load_small(const std::string& path) {
  const auto bytes = read_regular(path, kSmallFile);
  if (!bytes) return tl::unexpected(bytes.error());
  return content::parse_yaml(*bytes, path);
}

std::string tree_of_link(const std::string& link) {
  constexpr std::string_view kFolder = "trees/";
  const std::string target = link_target(link);
  return target.starts_with(kFolder) ? target.substr(kFolder.size()) : "";
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Result<Floor> read_floor(const std::string& path) {
  const auto yaml = load_small(path);
  if (!yaml) return tl::unexpected(yaml.error());
  const auto sequence = yaml->integer("sequence");
  Floor floor{yaml->text("id"), yaml->text("channel"), sequence.value_or(-1), yaml->text("manifest-sha256")};
  if (floor.sequence < 0 || floor.id.empty()) return fail(path + ": the version floor is damaged");
  return floor;
}

std::string write_floor(const Floor& floor) {
  return content::write_yaml(yaml_map({{"channel", yaml_text(floor.channel)},
                                       {"id", yaml_text(floor.id)},
                                       {"manifest-sha256", yaml_text(floor.manifest_sha256)},
                                       {"sequence", yaml_number(floor.sequence)}}));
}

// The floor that a tree on disk stands for.
Result<Floor> floor_of_tree(const std::string& folder) {
  const std::string path = folder + "/manifest.yaml";
  const auto bytes = read_regular(path, kLargestManifest);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto manifest = read_bundle_manifest(*bytes, path);
  if (!manifest) return tl::unexpected(manifest.error());
  return Floor{manifest->id, manifest->channel, manifest->sequence, sha256_hex(*bytes)};
}

}  // namespace

std::string tree_name(std::int64_t sequence, const std::string& manifest_sha256) {
  return std::to_string(sequence) + "-" + manifest_sha256.substr(0, 16);
}

Store::Store(std::string folder) : folder_(std::move(folder)) {}

Store::~Store() {
  if (lock_ >= 0) ::close(lock_);  // and with it the lock
}

Result<std::unique_ptr<Store>> Store::open(const std::string& folder) {
  std::unique_ptr<Store> store(new Store(folder));
  for (const char* part : {"", "/trees", "/packs"})
    if (auto made = make_folder(folder + part); !made) return tl::unexpected(made.error());
  store->lock_ = ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (store->lock_ < 0) return tl::unexpected(system_error("open", folder + "/lock"));
  if (::flock(store->lock_, LOCK_EX | LOCK_NB) != 0)
    return fail(folder + " is being changed by another program; try again");
  if (auto recovered = store->recover(); !recovered) return tl::unexpected(recovered.error());
  return store;
}

Result<void> Store::recover() {
  if (auto removed = remove_all(staging()); !removed) return removed;
  const std::string floor_path = folder_ + "/floor.yaml";
  if (is_there(floor_path)) {
    auto floor = read_floor(floor_path);
    if (!floor) return tl::unexpected(floor.error());
    floor_ = *floor;
  }
  const std::string live = current();
  if (live.empty()) {
    if (floor_ && is_there(current_path())) return fail(current_path() + " leads to no tree");
    return clear_pending();
  }
  // A cut between the swap and the floor: the live tree was accepted, so nothing older may come in.
  const auto own = floor_of_tree(tree_folder(live));
  if (own && (!floor_ || own->sequence > floor_->sequence)) {
    if (auto written = replace_file(floor_path, write_floor(*own)); !written) return written;
    if (auto synced = sync_folder(folder_); !synced) return synced;
    floor_ = *own;
  }
  if (!own && !floor_) return fail("the version floor is missing and the live tree cannot be read");
  // A cut between the note and the swap: the new tree never became the live one.
  if (const auto waiting = pending(); waiting && waiting->tree != live) return clear_pending();
  return {};
}

std::string Store::current() const { return tree_of_link(current_path()); }

std::optional<Pending> Store::pending() const {
  const auto yaml = load_small(folder_ + "/pending.yaml");
  if (!yaml || yaml->text("tree").empty()) return std::nullopt;
  return Pending{yaml->text("tree"), yaml->text("previous"), static_cast<int>(yaml->integer("starts").value_or(0))};
}

Result<void> Store::write_pending(const Pending& pending) {
  auto written =
      replace_file(folder_ + "/pending.yaml", content::write_yaml(yaml_map({{"previous", yaml_text(pending.previous)},
                                                                            {"starts", yaml_number(pending.starts)},
                                                                            {"tree", yaml_text(pending.tree)}})));
  if (!written) return written;
  return sync_folder(folder_);
}

Result<void> Store::clear_pending() {
  const std::string path = folder_ + "/pending.yaml";
  if (!is_there(path)) return {};
  if (auto removed = remove_all(path); !removed) return removed;
  return sync_folder(folder_);
}

bool Store::is_refused(const std::string& manifest_sha256) const {
  const auto yaml = load_small(folder_ + "/refused.yaml");
  if (!yaml) return false;
  const auto hashes = yaml->texts("manifests");
  return std::find(hashes.begin(), hashes.end(), manifest_sha256) != hashes.end();
}

std::vector<PublicKey> Store::next_keys() const {
  std::vector<PublicKey> keys;
  const auto yaml = load_small(folder_ + "/keys.yaml");
  if (!yaml) return keys;
  for (const std::string& line : yaml->texts("keys"))
    if (const auto key = parse_key_text(line)) keys.push_back(*key);
  return keys;
}

Result<void> Store::activate(const std::string& tree, const Floor& floor, const std::optional<PublicKey>& next_key) {
  const std::string before = current();
  // While a tree is pending the one to go back to stays the last that has proved itself.
  const auto waiting = pending();
  if (auto noted = write_pending({tree, waiting ? waiting->previous : before, 0}); !noted) return noted;
  if (auto swapped = swap_link(current_path(), "trees/" + tree); !swapped) return swapped;
  if (auto written = replace_file(folder_ + "/floor.yaml", write_floor(floor)); !written) return written;
  floor_ = floor;
  if (next_key)
    if (auto trusted = trust(*next_key); !trusted) return trusted;
  return sync_folder(folder_);  // link, floor and keys
}

Result<void> Store::trust(const PublicKey& key) {
  std::vector<PublicKey> keys = next_keys();
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) return {};
  keys.push_back(key);
  std::vector<Yaml> lines;
  for (const PublicKey& one : keys) lines.push_back(yaml_text(key_text(one)));
  return replace_file(folder_ + "/keys.yaml", content::write_yaml(yaml_map({{"keys", yaml_list(std::move(lines))}})));
}

Result<void> Store::confirm() {
  if (auto cleared = clear_pending(); !cleared) return cleared;
  return collect_garbage();
}

Result<void> Store::revert() {
  const auto waiting = pending();
  if (!waiting || waiting->previous.empty() || !is_there(tree_folder(waiting->previous)))
    return fail("there is no older content to go back to");
  // Refused first: a cut from here on must not let the same bundle in again.
  std::vector<std::string> hashes;
  if (const auto yaml = load_small(folder_ + "/refused.yaml")) hashes = yaml->texts("manifests");
  if (const auto own = floor_of_tree(tree_folder(waiting->tree))) hashes.push_back(own->manifest_sha256);
  if (hashes.size() > kMostRefused) hashes.erase(hashes.begin());
  std::vector<Yaml> lines;
  for (const std::string& hash : hashes) lines.push_back(yaml_text(hash));
  if (auto written = replace_file(folder_ + "/refused.yaml",
                                  content::write_yaml(yaml_map({{"manifests", yaml_list(std::move(lines))}})));
      !written)
    return written;
  if (auto synced = sync_folder(folder_); !synced) return synced;
  if (auto swapped = swap_link(current_path(), "trees/" + waiting->previous); !swapped) return swapped;
  if (auto cleared = clear_pending(); !cleared) return cleared;
  return collect_garbage();
}

Result<bool> Store::count_start() {
  auto waiting = pending();
  if (!waiting) return false;
  if (waiting->starts >= kMostStarts && !waiting->previous.empty()) {
    if (auto reverted = revert(); !reverted) return tl::unexpected(reverted.error());
    return true;
  }
  ++waiting->starts;
  if (auto written = write_pending(*waiting); !written) return tl::unexpected(written.error());
  return false;
}

Result<void> Store::collect_garbage() {
  std::set<std::string> trees = {current()};
  if (const auto waiting = pending()) trees.insert(waiting->previous);
  std::set<std::string> packs;
  for (const std::string& tree : trees)
    if (!tree.empty())
      for (const std::string& name : names_in(tree_folder(tree))) {
        const std::string target = link_target(tree_folder(tree) + "/" + name);
        if (!target.empty()) packs.insert(std::filesystem::path(target).filename().string());
      }
  for (const std::string& name : names_in(folder_ + "/trees"))
    if (!trees.contains(name))
      if (auto removed = remove_all(tree_folder(name)); !removed) return removed;
  for (const std::string& name : names_in(folder_ + "/packs"))
    if (!packs.contains(name))
      if (auto removed = remove_all(pack_folder(name)); !removed) return removed;
  return {};
}

}  // namespace kiosk::bundle
