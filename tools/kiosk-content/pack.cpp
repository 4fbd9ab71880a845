#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "base/file.h"
#include "bundle/bundle_manifest.h"
#include "bundle/pack.h"
#include "bundle/sha256.h"
#include "command.h"
#include "content/tree_reader.h"
#include "key_files.h"

namespace kiosk::tool {
namespace {

namespace fs = std::filesystem;

struct PackOptions {
  std::string tree, id, channel, sequence, valid_until, key, next_key, out;
};

// The tree's folders, each a pack. Error: a file besides the manifest that no pack would hold.
Result<std::vector<std::string>> folders_of(const std::string& tree) {
  std::vector<std::string> folders;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(tree, error)) {
    const std::string name = entry.path().filename().string();
    if (name == "manifest.yaml" || name.starts_with('.')) continue;  // hidden: the build's own notes
    if (!entry.is_directory() || !bundle::is_pack_name(name)) return fail(tree + "/" + name + " belongs to no pack");
    folders.push_back(name);
  }
  if (error) return fail("cannot read " + tree + ": " + error.message());
  std::sort(folders.begin(), folders.end());
  return folders;
}

Result<void> pack_tree(const PackOptions& options, const bundle::SecretKey& key, bundle::BundleManifest& manifest) {
  // What no kiosk can open is not worth signing.
  if (const auto readable = content::TreeReader(options.tree).manifest(); !readable)
    return tl::unexpected(readable.error());
  const auto folders = folders_of(options.tree);
  if (!folders) return tl::unexpected(folders.error());
  std::map<std::string, std::string> packs;
  for (const std::string& folder : *folders) {
    auto pack = bundle::make_pack(options.tree + "/" + folder);
    if (!pack) return tl::unexpected(pack.error());
    manifest.packs.push_back({folder, bundle::sha256_hex(*pack), pack->size()});
    packs.emplace(folder, std::move(*pack));
  }
  const std::string path = options.tree + "/manifest.yaml";
  const auto tree_manifest = read_file(path, bundle::kLargestManifest);
  if (!tree_manifest) return tl::unexpected(tree_manifest.error());
  const auto text = bundle::with_bundle(*tree_manifest, path, manifest);
  if (!text) return tl::unexpected(text.error());
  if (const auto same = bundle::read_bundle_manifest(*text, path); !same) return tl::unexpected(same.error());
  const auto signature = bundle::sign(
      *text, key, "kiosk bundle " + manifest.id + " " + manifest.channel + " " + std::to_string(manifest.sequence));
  if (!signature) return tl::unexpected(signature.error());
  // The manifest last: a stick that is pulled out early has none that fits.
  for (const auto& [name, bytes] : packs)
    if (auto written = write_file(options.out + "/" + bundle::pack_file(name), bytes); !written) return written;
  if (auto written = write_file(options.out + "/manifest.yaml", *text); !written) return written;
  return write_file(options.out + "/manifest.yaml.minisig", *signature);
}

int run_pack(const PackOptions& options) {
  const auto stop = [](const Error& error) {
    std::cerr << error.message << "\n";
    return 2;
  };
  bundle::BundleManifest manifest;
  manifest.id = options.id;
  manifest.channel = options.channel;
  manifest.valid_until = options.valid_until;
  const bool digits = !options.sequence.empty() && options.sequence.size() <= 15 &&
                      options.sequence.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) return stop({"--sequence: '" + options.sequence + "' is not a whole number"});
  manifest.sequence = std::stoll(options.sequence);
  if (!options.next_key.empty()) {
    const auto next = load_public_keys({options.next_key});
    if (!next) return stop(next.error());
    manifest.next_key = next->front();
  }
  const auto key = load_secret_key(options.key);
  if (!key) return stop(key.error());
  if (const auto packed = pack_tree(options, *key, manifest); !packed) {
    std::cerr << packed.error().message << "\n";
    return 1;
  }
  std::uint64_t bytes = 0;
  for (const bundle::PackEntry& pack : manifest.packs) bytes += pack.size;
  std::cout << options.out << ": number " << manifest.sequence << " for " << manifest.id << ", "
            << manifest.packs.size() << " packs, " << (bytes + 1023) / 1024 << " KB\n";
  return 0;
}

}  // namespace

void add_pack(CommandLine& line, const Context&) {
  auto options = std::make_shared<PackOptions>();
  Verb verb = line.verb("pack", "Makes the signed bundle that goes onto a stick or a web server",
                        "kiosk-content pack --tree tree --id vasteras --channel stable --sequence 7 --valid-until "
                        "2027-05-01 --key vasteras.key --out /media/stick");
  verb.text("--tree", options->tree, "The folder that build has made").required();
  verb.text("--id", options->id, "Who it is for: only kiosks of this id take it").required();
  verb.text("--channel", options->channel, "Which of several lines: stable, test").required();
  verb.text("--sequence", options->sequence, "A number that grows: a kiosk never takes a smaller one").required();
  verb.text("--valid-until", options->valid_until, "From then on the kiosk warns that its content is old")
      .required()
      .date();
  verb.text("--key", options->key, "The secret key that signs").required();
  verb.text("--next-key", options->next_key, "A public key that kiosks trust from now on, for a change of keys");
  verb.text("--out", options->out, "The folder to write to").required();
  verb.run([options] { return run_pack(*options); });
}

}  // namespace kiosk::tool
