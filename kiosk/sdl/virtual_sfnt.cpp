#include "sdl/virtual_sfnt.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace kiosk::sdl {
namespace {

constexpr std::uint32_t tag(std::string_view name) {
  return std::uint32_t(std::uint8_t(name[0])) << 24 | std::uint32_t(std::uint8_t(name[1])) << 16 |
         std::uint32_t(std::uint8_t(name[2])) << 8 | std::uint8_t(name[3]);
}

// What FreeType reads to draw unhinted glyphs. head is rewritten, cmap is ours.
constexpr std::array kPassedOn = {tag("CBDT"), tag("CBLC"), tag("CFF "), tag("OS/2"), tag("glyf"),
                                  tag("hhea"), tag("hmtx"), tag("loca"), tag("maxp"), tag("sbix")};
constexpr std::uint32_t kHeadSize = 54;
constexpr std::uint32_t kHeadFlags = 16;          // offset of `flags` in head
constexpr std::uint16_t kRoundPpemToWhole = 8;    // its bit 3
constexpr std::uint32_t kMaxFileSize = 1u << 30;  // keeps every shifted offset below 2^32

struct Table {
  std::uint32_t tag = 0, offset = 0, length = 0;
};

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  bool has(std::uint64_t offset, std::uint64_t length) const {
    return offset <= bytes_.size() && length <= bytes_.size() - offset;
  }
  // The caller has checked has(offset, 2 or 4).
  std::uint32_t u16(std::size_t offset) const { return std::uint32_t(bytes_[offset]) << 8 | bytes_[offset + 1]; }
  std::uint32_t u32(std::size_t offset) const { return u16(offset) << 16 | u16(offset + 2); }

 private:
  std::span<const std::uint8_t> bytes_;
};

class Writer {
 public:
  explicit Writer(std::vector<std::uint8_t>& out) : out_(out) {}
  void u16(std::uint32_t value) {
    out_.push_back(static_cast<std::uint8_t>(value >> 8));
    out_.push_back(static_cast<std::uint8_t>(value));
  }
  void u32(std::uint32_t value) {
    u16(value >> 16);
    u16(value);
  }
  void bytes(std::span<const std::uint8_t> bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }
  void table(const Table& table) {
    u32(table.tag);
    u32(0);  // the checksum is not checked
    u32(table.offset);
    u32(table.length);
  }

 private:
  std::vector<std::uint8_t>& out_;
};

// Where the face's table directory starts.
Result<std::uint32_t> directory_of(const Reader& file, unsigned face_index) {
  if (!file.has(0, 12)) return fail("too short for a font");
  if (file.u32(0) != tag("ttcf")) {
    if (face_index != 0) return fail("a single font, so it has no face " + std::to_string(face_index));
    return 0;
  }
  const std::uint64_t record = 12 + 4 * std::uint64_t{face_index};
  if (face_index >= file.u32(8) || !file.has(record, 4)) {
    return fail("the collection has no face " + std::to_string(face_index));
  }
  return file.u32(record);
}

// The tables that lie wholly inside the file; of two with one tag, the first.
Result<std::vector<Table>> tables_of(const Reader& file, std::uint32_t directory) {
  if (!file.has(directory, 12)) return fail("the table directory lies outside the file");
  const std::uint32_t version = file.u32(directory);
  if (version != 0x00010000 && version != tag("OTTO") && version != tag("true")) return fail("not an sfnt font");
  const std::uint32_t count = file.u16(directory + 4);
  if (!file.has(directory, 12 + 16 * std::uint64_t{count})) return fail("the table directory is cut off");
  std::vector<Table> tables;
  for (std::size_t record = directory + 12; record < directory + 12 + 16 * std::size_t{count}; record += 16) {
    const Table table{file.u32(record), file.u32(record + 8), file.u32(record + 12)};
    const bool known = std::any_of(tables.begin(), tables.end(), [&](const Table& t) { return t.tag == table.tag; });
    const bool wanted =
        table.tag == tag("head") || std::find(kPassedOn.begin(), kPassedOn.end(), table.tag) != kPassedOn.end();
    if (wanted && !known && file.has(table.offset, table.length)) tables.push_back(table);
  }
  return tables;
}

std::optional<Table> find(const std::vector<Table>& tables, std::uint32_t tag) {
  const auto it = std::find_if(tables.begin(), tables.end(), [tag](const Table& t) { return t.tag == tag; });
  return it == tables.end() ? std::nullopt : std::optional(*it);
}

// One format 12 group under (3,10), which SDL2_ttf prefers.
void write_cmap(Writer& out, std::uint32_t glyph_count) {
  out.u16(0);
  out.u16(1);
  out.u16(3);
  out.u16(10);
  out.u32(12);
  out.u16(12);
  out.u16(0);
  out.u32(28);
  out.u32(0);
  out.u32(1);
  out.u32(VirtualSfnt::character_of(0));
  out.u32(VirtualSfnt::character_of(glyph_count - 1));
  out.u32(0);
}
constexpr std::uint32_t kCmapSize = 12 + 28;

// `tables` without head; the layout is header, directory, cmap, head, then the file as it is.
std::vector<std::uint8_t> header_for(std::span<const std::uint8_t> file, std::uint32_t version, const Table& head,
                                     std::vector<Table> tables, std::uint32_t glyph_count) {
  const auto table_count = static_cast<std::uint32_t>(tables.size() + 2);
  const std::uint32_t cmap_at = 12 + 16 * table_count, head_at = cmap_at + kCmapSize;
  const std::uint32_t file_at = (head_at + kHeadSize + 3) & ~3u;
  for (Table& table : tables) table.offset += file_at;
  tables.push_back({tag("cmap"), cmap_at, kCmapSize});
  tables.push_back({tag("head"), head_at, kHeadSize});
  std::sort(tables.begin(), tables.end(), [](const Table& a, const Table& b) { return a.tag < b.tag; });

  std::vector<std::uint8_t> header;
  header.reserve(file_at);
  Writer out(header);
  std::uint32_t power = 1, log = 0;
  for (; power * 2 <= table_count; power *= 2) ++log;
  out.u32(version);
  out.u16(table_count);
  out.u16(power * 16);
  out.u16(log);
  out.u16((table_count - power) * 16);
  for (const Table& table : tables) out.table(table);
  write_cmap(out, glyph_count);
  out.bytes(file.subspan(head.offset, kHeadSize));
  // Without this, FreeType draws such a font at a rounded size while its advances keep the true one.
  header[head_at + kHeadFlags + 1] = static_cast<std::uint8_t>(header[head_at + kHeadFlags + 1] & ~kRoundPpemToWhole);
  header.resize(file_at, 0);
  return header;
}

}  // namespace

Result<std::shared_ptr<const VirtualSfnt>> VirtualSfnt::create(SharedBytes file, unsigned face_index) {
  if (file.bytes.size() > kMaxFileSize) return fail("larger than 1 GiB");
  const Reader reader(file.bytes);
  const auto directory = directory_of(reader, face_index);
  if (!directory) return tl::unexpected(directory.error());
  auto tables = tables_of(reader, *directory);
  if (!tables) return tl::unexpected(tables.error());

  const auto head = find(*tables, tag("head")), maxp = find(*tables, tag("maxp"));
  if (!head || head->length < kHeadSize) return fail("no usable 'head' table");
  if (!maxp || maxp->length < 6) return fail("no usable 'maxp' table");
  if (!find(*tables, tag("hhea")) || !find(*tables, tag("hmtx"))) return fail("no horizontal metrics");
  const auto glyf = find(*tables, tag("glyf")), cff = find(*tables, tag("CFF "));
  const auto cbdt = find(*tables, tag("CBDT")), sbix = find(*tables, tag("sbix"));
  const auto glyph_data = glyf ? glyf : cff ? cff : cbdt ? cbdt : sbix;
  if (!glyph_data || (glyf && !find(*tables, tag("loca")))) return fail("no glyph data");

  std::shared_ptr<VirtualSfnt> sfnt(new VirtualSfnt);
  sfnt->glyph_count_ = reader.u16(maxp->offset + 4);
  if (sfnt->glyph_count_ == 0) return fail("no glyphs");
  sfnt->glyph_data_offset_ = glyph_data->offset;
  sfnt->in_collection_ = reader.u32(0) == tag("ttcf");
  sfnt->is_color_bitmap_ = !glyf && !cff;
  std::erase_if(*tables, [](const Table& table) { return table.tag == tag("head"); });
  sfnt->header_ = header_for(file.bytes, reader.u32(*directory), *head, std::move(*tables), sfnt->glyph_count_);
  sfnt->file_ = std::move(file);
  return sfnt;
}

std::size_t VirtualSfnt::read(std::size_t offset, void* to, std::size_t count) const {
  auto* out = static_cast<std::uint8_t*>(to);
  std::size_t copied = 0;
  if (offset < header_.size()) {
    copied = std::min(count, header_.size() - offset);
    std::memcpy(out, header_.data() + offset, copied);
  }
  const std::size_t in_file = offset + copied - header_.size();
  if (copied < count && in_file < file_.bytes.size()) {
    const std::size_t rest = std::min(count - copied, file_.bytes.size() - in_file);
    std::memcpy(out + copied, file_.bytes.data() + in_file, rest);
    copied += rest;
  }
  return copied;
}

}  // namespace kiosk::sdl
