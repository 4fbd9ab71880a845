// Where in a PO file's bytes the units of each page stand, so that a page's units can be read without the others'. The
// parts' bytes, in the order of the file, are again a PO file.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bundle/sha256.h"
#include "po.h"
#include "units.h"

namespace kiosk::tool {

struct PoRange {
  std::uint32_t begin = 0, end = 0;  // bytes of the file
};

struct PoPart {
  std::string page;       // empty: of no page
  bundle::Sha256 sha256;  // of the ranges' bytes
  std::vector<PoRange> ranges;
};

// The domain's pages.
std::set<std::string, std::less<>> pages_of(const Domain& domain);

// The header is of no part. `file` is what read_po makes of the text, without faults. Sorted by page.
std::vector<PoPart> po_parts(std::string_view text, const PoFile& file,
                             const std::set<std::string, std::less<>>& pages);

// Reads these pages' parts and those of no page, and nothing else of the file. Error where their bytes are not what the
// parts say.
Result<std::string> read_parts(const std::string& path, const std::vector<PoPart>& parts,
                               const std::set<std::string, std::less<>>& pages);

}  // namespace kiosk::tool
