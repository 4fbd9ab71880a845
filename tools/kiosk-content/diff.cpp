#include <iostream>
#include <map>

#include "base/file.h"
#include "bundle/bundle_manifest.h"
#include "command.h"

namespace kiosk::tool {
namespace {

struct DiffOptions {
  std::string before, after;
};

// Name -> what tells whether it is the same: a pack's hash, or a file's bytes.
using Parts = std::map<std::string, std::string>;

struct Side {
  Parts parts;
  std::map<std::string, std::uint64_t> sizes;
  std::string about;
};

// A bundle by its packs, a tree by its files.
Result<Side> load(const std::string& folder) {
  const std::string path = folder + "/manifest.yaml";
  const auto text = read_file(path, bundle::kLargestManifest);
  if (!text) return tl::unexpected(text.error());
  Side side;
  if (const auto manifest = bundle::read_bundle_manifest(*text, path)) {
    side.about = "number " + std::to_string(manifest->sequence) + " for " + manifest->id;
    for (const bundle::PackEntry& pack : manifest->packs) {
      side.parts[pack.name] = pack.sha256;
      side.sizes[pack.name] = pack.size;
    }
    return side;
  }
  side.about = "a tree";
  for (const std::string& file : list_files(folder, "")) {
    auto bytes = read_file(folder + "/" + file);
    if (!bytes) return tl::unexpected(bytes.error());
    side.sizes[file] = bytes->size();
    side.parts[file] = std::move(*bytes);
  }
  return side;
}

int run_diff(const DiffOptions& options) {
  const auto before = load(options.before), after = load(options.after);
  for (const auto* side : {&before, &after})
    if (!*side) {
      std::cerr << side->error().message << "\n";
      return 2;
    }
  std::cout << options.before << ": " << before->about << "\n" << options.after << ": " << after->about << "\n";
  std::uint64_t bytes = 0;
  int changed = 0;
  for (const auto& [name, part] : before->parts)
    if (!after->parts.contains(name)) {
      std::cout << "- " << name << "\n";
      ++changed;
    }
  for (const auto& [name, part] : after->parts) {
    const auto old = before->parts.find(name);
    if (old != before->parts.end() && old->second == part) continue;
    std::cout << (old == before->parts.end() ? "+ " : "~ ") << name << "\n";
    bytes += after->sizes.at(name);
    ++changed;
  }
  std::cout << changed << " changed, " << (bytes + 1023) / 1024 << " KB to move\n";
  return 0;
}

}  // namespace

void add_diff(CommandLine& line, const Context&) {
  auto options = std::make_shared<DiffOptions>();
  Verb verb = line.verb("diff", "What differs between two bundles or two trees, and how much would move",
                        "kiosk-content diff last/ /media/stick");
  verb.text("old", options->before, "The bundle or tree before").required();
  verb.text("new", options->after, "The bundle or tree after").required();
  verb.run([options] { return run_diff(*options); });
}

}  // namespace kiosk::tool
