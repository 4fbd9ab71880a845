#include "bundle/bundle_manifest.h"

#include <algorithm>

#include "content/field_reader.h"
#include "content/first_error.h"
#include "content/yaml.h"

namespace kiosk::bundle {

using content::FieldReader;
using content::Format;
using content::MapShape;
using content::Yaml;

namespace {

bool is_hex_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}
bool is_name(std::string_view text) { return content::kBlockId.matches(text) && text.size() <= 64; }
bool is_key(std::string_view text) { return parse_key_text(text).has_value(); }

constexpr Format kPackName{is_pack_name, "a pack's name"};
constexpr Format kHash{is_hex_hash, "a SHA-256 in hex"};
constexpr Format kName{is_name, "a name of small letters, digits and '-'"};
constexpr Format kKey{is_key, "a public key of minisign"};

std::int64_t number_of(const Yaml& map, const char* key, std::int64_t most, FieldReader& fields) {
  const auto number = map.integer(key);
  if (number && *number >= 0 && *number <= most) return *number;
  if (const Yaml* at = map.find(key))
    fields.error(*at, "'" + std::string(key) + "' must be from 0 to " + std::to_string(most));
  return 0;
}

constexpr std::int64_t kLargestSequence = std::int64_t{1} << 52;

std::vector<PackEntry> read_packs(const Yaml& bundle, FieldReader& fields) {
  static const MapShape kShape{"a pack", {"name", "sha256", "size"}, {}};
  std::vector<PackEntry> packs;
  for (const Yaml& item : fields.items(bundle, "packs")) {
    if (!fields.map(item, kShape)) continue;
    PackEntry pack;
    pack.name = fields.required(item, "name", kPackName);
    pack.sha256 = fields.required(item, "sha256", kHash);
    pack.size = static_cast<std::uint64_t>(number_of(item, "size", kLargestPack, fields));
    const auto same = [&](const PackEntry& other) { return other.name == pack.name; };
    if (std::any_of(packs.begin(), packs.end(), same)) fields.error(item, "the pack '" + pack.name + "' stands twice");
    packs.push_back(std::move(pack));
    if (packs.size() > kMostPacks) {
      fields.error(item, "more than " + std::to_string(kMostPacks) + " packs");
      break;
    }
  }
  std::sort(packs.begin(), packs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return packs;
}

bool is_bare_word(std::string_view text) {
  return text == "true" || (!text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos);
}

// What a writer may leave unquoted: numbers and `true`, as tree_writer does.
void quote_words(Yaml& value) {
  value.plain = value.plain && is_bare_word(value.scalar);
  for (Yaml& item : value.list) quote_words(item);
  for (auto& [key, item] : value.map) quote_words(item);
}

// As the tree's own reader allows for a manifest.
content::YamlLimits manifest_limits() {
  content::YamlLimits limits;
  limits.bytes = kLargestManifest;
  limits.nodes = 20000;
  return limits;
}

}  // namespace

bool is_pack_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && name.front() != '-' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string pack_file(const std::string& name) { return name + ".tar.zst"; }

Result<BundleManifest> read_bundle_manifest(std::string_view file, std::string_view path) {
  const auto root = content::parse_yaml(file, path, manifest_limits());
  if (!root) return tl::unexpected(root.error());
  const Yaml* bundle = root->find("bundle");
  if (bundle == nullptr) return fail(std::string(path) + ": the manifest has no 'bundle'");
  DiagnosticSink sink;
  FieldReader fields(path, sink);
  static const MapShape kShape{"a bundle", {"channel", "id", "packs", "sequence", "valid-until"}, {"next-key"}};
  BundleManifest manifest;
  if (fields.map(*bundle, kShape)) {
    manifest.id = fields.required(*bundle, "id", kName);
    manifest.channel = fields.required(*bundle, "channel", kName);
    manifest.sequence = number_of(*bundle, "sequence", kLargestSequence, fields);
    manifest.valid_until = fields.required(*bundle, "valid-until", content::kIsoDate);
    const std::string next = fields.text(*bundle, "next-key", kKey);
    if (!next.empty() && sink.errors() == 0) manifest.next_key = *parse_key_text(next);
    manifest.packs = read_packs(*bundle, fields);
    if (manifest.packs.empty()) fields.error(*bundle, "a bundle needs a pack");
  }
  manifest.version = root->text("version");
  manifest.built = root->text("built");
  if (sink.errors() > 0) return fail(content::first_error(sink));
  return manifest;
}

Result<std::string> with_bundle(std::string_view file, std::string_view path, const BundleManifest& manifest) {
  auto root = content::parse_yaml(file, path, manifest_limits());
  if (!root) return tl::unexpected(root.error());
  if (!root->is_map()) return fail(std::string(path) + ": this is no manifest");
  std::vector<Yaml> packs;
  for (const PackEntry& pack : manifest.packs)
    packs.push_back(content::yaml_map({{"name", content::yaml_text(pack.name)},
                                       {"sha256", content::yaml_text(pack.sha256)},
                                       {"size", content::yaml_number(static_cast<std::int64_t>(pack.size))}}));
  std::vector<std::pair<std::string, Yaml>> fields = {{"channel", content::yaml_text(manifest.channel)},
                                                      {"id", content::yaml_text(manifest.id)},
                                                      {"packs", content::yaml_list(std::move(packs))},
                                                      {"sequence", content::yaml_number(manifest.sequence)},
                                                      {"valid-until", content::yaml_text(manifest.valid_until)}};
  if (manifest.next_key) fields.emplace_back("next-key", content::yaml_text(key_text(*manifest.next_key)));
  quote_words(*root);
  std::erase_if(root->map, [](const auto& entry) { return entry.first == "bundle"; });
  root->key_positions.clear();
  root->map.emplace_back("bundle", content::yaml_map(std::move(fields)));
  std::string text = content::write_yaml(*root);
  if (text.size() > kLargestManifest) return fail(std::string(path) + ": the manifest is larger than 256 KB");
  return text;
}

}  // namespace kiosk::bundle
