// What a build remembers of what it was made from and of the tree that it made, so that the next one need only look at
// what has changed since. It lies beside the tree and never in it: nothing of it is signed or packed, and it may be
// deleted. Its file is bounded and carries its own hash; one that is damaged, cut short, of another version or odd in
// any way is no memory at all, and the next build is a whole one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bundle/sha256.h"
#include "file_stamp.h"
#include "po_parts.h"
#include "project.h"

namespace kiosk::tool {

struct BuildMemory {
  // A file as the build read or wrote it. The stamp is all zero where it was not settled: then its bytes are compared.
  struct File {
    std::string path;
    bundle::Sha256 sha256;
    FileStamp stamp;
  };
  // A PO file, by its parts.
  struct Catalogue {
    std::string path;
    FileStamp stamp;
    std::vector<PoPart> parts;                 // sorted by page
    std::set<std::string, std::less<>> loose;  // TranslatedDomain
  };

  std::string request;                    // what the command line asked for
  std::vector<std::string> tags;          // of the languages whose PO files were read
  std::vector<StampedFile> surroundings;  // surroundings()
  std::vector<File> sources, tree;        // sorted by path, which is relative to the root and to the tree
  std::vector<Catalogue> catalogues;      // so, too
  std::map<std::string, TextCount, std::less<>> counted;  // Project

  const Catalogue* catalogue(std::string_view path) const;
};

// "build/town" has "build/town.built".
std::string memory_path(const std::string& out);

std::string write_memory(BuildMemory memory);
// A file of this body: its head goes before it.
std::string sealed_memory(std::string body);
std::optional<BuildMemory> read_memory(std::string_view bytes);

}  // namespace kiosk::tool
