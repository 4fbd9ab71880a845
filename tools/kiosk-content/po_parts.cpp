#include "po_parts.h"

#include <algorithm>
#include <fstream>
#include <map>

namespace kiosk::tool {
namespace {

std::string bytes_of(std::string_view text, const std::vector<PoRange>& ranges) {
  std::string bytes;
  for (const PoRange& range : ranges) bytes += text.substr(range.begin, range.end - range.begin);
  return bytes;
}

}  // namespace

std::set<std::string, std::less<>> pages_of(const Domain& domain) {
  std::set<std::string, std::less<>> pages;
  const std::string* last = nullptr;
  for (const Unit& unit : domain.units) {
    if (unit.page.empty() || (last != nullptr && *last == unit.page)) continue;
    last = &*pages.insert(unit.page).first;
  }
  return pages;
}

std::vector<PoPart> po_parts(std::string_view text, const PoFile& file,
                             const std::set<std::string, std::less<>>& pages) {
  std::map<std::string, PoPart, std::less<>> parts;
  PoPart* last = nullptr;
  for (std::size_t i = 0; i < file.entries.size(); ++i) {
    const PoEntry& entry = file.entries[i];
    if (entry.is_header()) continue;
    const std::string_view of = entry.context ? page_of(*entry.context) : std::string_view();
    const std::string_view page = pages.contains(of) ? of : std::string_view();
    if (last == nullptr || last->page != page) {
      last = &parts[std::string(page)];
      last->page = page;
    }
    const bool end = i + 1 == file.entries.size();
    const PoRange range{entry.begin_utf8,
                        end ? static_cast<std::uint32_t>(text.size()) : file.entries[i + 1].begin_utf8};
    if (!last->ranges.empty() && last->ranges.back().end == range.begin)
      last->ranges.back().end = range.end;
    else
      last->ranges.push_back(range);
  }
  std::vector<PoPart> sorted;
  for (auto& [page, part] : parts) {
    part.sha256 = bundle::sha256(bytes_of(text, part.ranges));
    sorted.push_back(std::move(part));
  }
  return sorted;
}

Result<std::string> read_parts(const std::string& path, const std::vector<PoPart>& parts,
                               const std::set<std::string, std::less<>>& pages) {
  struct Piece {
    PoRange range;
    std::size_t part;
  };
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].page.empty() || pages.contains(parts[i].page))
      for (const PoRange& range : parts[i].ranges) pieces.push_back({range, i});
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.range.begin < b.range.begin; });

  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  std::string text;
  std::map<std::size_t, std::string> bytes;  // by part
  for (const auto& [range, part] : pieces) {
    if (range.begin > range.end || static_cast<std::streamoff>(range.end) > size)
      return fail("a part lies outside " + path);
    std::string piece(range.end - range.begin, '\0');
    file.seekg(range.begin);
    if (!file.read(piece.data(), static_cast<std::streamsize>(piece.size()))) return fail("cannot read " + path);
    text += piece;
    bytes[part] += piece;
  }
  for (const auto& [part, whole] : bytes)
    if (bundle::sha256(whole) != parts[part].sha256) return fail("a part has other bytes in " + path);
  return text;
}

}  // namespace kiosk::tool
