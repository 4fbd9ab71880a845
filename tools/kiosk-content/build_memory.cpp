#include "build_memory.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <type_traits>

namespace kiosk::tool {
namespace {

// The first line names the format and its version, the second is the BLAKE2b of all that follows, which is faster on
// these ten megabytes than SHA-256. Then the fields in the order of `fields` below: numbers as eight bytes, little end
// first; hashes as they are; texts and lists after the number of their bytes or elements.
constexpr std::string_view kName = "kiosk-content build 3\n";
constexpr std::size_t kHashBytes = 64;

class Out {
 public:
  void number(std::uint64_t value) {
    std::array<char, 8> eight{};
    for (std::size_t i = 0; i < 8; ++i) eight[i] = static_cast<char>(value >> (8 * i) & 0xFF);
    bytes.append(eight.data(), eight.size());
  }
  template <class Number>
  void value(Number& value) requires std::is_integral_v<Number> {
    number(static_cast<std::uint64_t>(value));
  }
  void value(std::string& text) {
    number(text.size());
    bytes += text;
  }
  void value(bundle::Sha256& hash) { bytes.append(hash.data(), hash.size()); }
  template <class List, class Each>
  void list(List& list, Each each) {
    number(list.size());
    for (auto& element : list) each(element);
  }
  std::string bytes;
};

class In {
 public:
  explicit In(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    if (rest_.size() < 8) {
      good_ = false;
      return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    rest_.remove_prefix(8);
    return value;
  }
  template <class Number>
  void value(Number& value) requires std::is_integral_v<Number> {
    const std::uint64_t read = number();
    value = static_cast<Number>(read);
    good_ = good_ && static_cast<std::uint64_t>(value) == read;
  }
  void value(std::string& text) {
    const std::uint64_t bytes = number();
    if (bytes > rest_.size()) good_ = false;
    if (!good_) return;
    text = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
  }
  void value(bundle::Sha256& hash) {
    if (hash.size() > rest_.size()) good_ = false;
    if (!good_) return;
    std::copy_n(rest_.begin(), hash.size(), hash.begin());
    rest_.remove_prefix(hash.size());
  }
  // Every element has eight bytes at least: no list is longer than what is left.
  template <class List, class Each>
  void list(List& list, Each each) {
    const std::uint64_t count = number();
    if (count > rest_.size() / 8) good_ = false;
    if (!good_) return;
    list.resize(count);
    for (auto& element : list)
      if (good_) each(element);
  }
  bool good() const { return good_; }
  bool done() const { return good_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

struct Counted {
  std::string page;
  TextCount count;
};

// The memory with its sets and maps as lists: what is written, and read, in this order.
struct Lists {
  BuildMemory memory;
  std::vector<std::vector<std::string>> loose;  // of each catalogue
  std::vector<Counted> counted;
};

template <class Stream>
void fields(Stream& io, FileStamp& stamp) {
  for (std::uint64_t* part : {&stamp.bytes, &stamp.device, &stamp.inode}) io.value(*part);
  for (std::int64_t* part : {&stamp.modified_ns, &stamp.changed_ns}) io.value(*part);
}

template <class Stream>
void fields(Stream& io, BuildMemory::File& file) {
  io.value(file.path);
  io.value(file.sha256);
  fields(io, file.stamp);
}

template <class Stream>
void fields(Stream& io, BuildMemory::Catalogue& catalogue) {
  io.value(catalogue.path);
  fields(io, catalogue.stamp);
  io.list(catalogue.parts, [&](PoPart& part) {
    io.value(part.page);
    io.value(part.sha256);
    io.list(part.ranges, [&](PoRange& range) {
      io.value(range.begin);
      io.value(range.end);
    });
  });
}

template <class Stream>
void fields(Stream& io, Lists& lists) {
  BuildMemory& memory = lists.memory;
  const auto text = [&](std::string& one) { io.value(one); };
  io.value(memory.request);
  io.list(memory.tags, text);
  io.list(memory.surroundings, [&](StampedFile& file) {
    io.value(file.path);
    fields(io, file.stamp);
  });
  for (std::vector<BuildMemory::File>* files : {&memory.sources, &memory.tree})
    io.list(*files, [&](BuildMemory::File& file) { fields(io, file); });
  io.list(memory.catalogues, [&](BuildMemory::Catalogue& catalogue) { fields(io, catalogue); });
  io.list(lists.loose, [&](std::vector<std::string>& pages) { io.list(pages, text); });
  io.list(lists.counted, [&](Counted& counted) {
    io.value(counted.page);
    io.value(counted.count.texts);
    io.value(counted.count.allowed);
  });
}

template <class List, class Key>
bool ascends(const List& list, Key key) {
  return std::adjacent_find(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) >= key(b); }) ==
         list.end();
}

bool in_order(const Lists& lists) {
  const auto path = [](const auto& one) -> const std::string& { return one.path; };
  const auto page = [](const auto& one) -> const std::string& { return one.page; };
  const auto itself = [](const std::string& one) -> const std::string& { return one; };
  const BuildMemory& memory = lists.memory;
  return ascends(memory.sources, path) && ascends(memory.tree, path) && ascends(memory.catalogues, path) &&
         ascends(lists.counted, page) && lists.loose.size() == memory.catalogues.size() &&
         std::all_of(memory.catalogues.begin(), memory.catalogues.end(),
                     [&](const auto& one) { return ascends(one.parts, page); }) &&
         std::all_of(lists.loose.begin(), lists.loose.end(), [&](const auto& one) { return ascends(one, itself); });
}

}  // namespace

const BuildMemory::Catalogue* BuildMemory::catalogue(std::string_view path) const {
  const auto found = std::lower_bound(catalogues.begin(), catalogues.end(), path,
                                      [](const Catalogue& one, std::string_view wanted) { return one.path < wanted; });
  return found == catalogues.end() || found->path != path ? nullptr : &*found;
}

std::string memory_path(const std::string& out) {
  std::error_code error;
  std::filesystem::path path = std::filesystem::absolute(out, error).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();  // "build/town/"
  return path.string() + ".built";
}

std::string write_memory(BuildMemory memory) {
  Lists lists{std::move(memory), {}, {}};
  for (const BuildMemory::Catalogue& catalogue : lists.memory.catalogues)
    lists.loose.emplace_back(catalogue.loose.begin(), catalogue.loose.end());
  for (const auto& [page, count] : lists.memory.counted) lists.counted.push_back({page, count});
  Out out;
  constexpr std::size_t kUsual = 16 << 20;  // costs nothing where it is not filled
  out.bytes.reserve(kUsual);
  fields(out, lists);
  return sealed_memory(std::move(out.bytes));
}

std::string sealed_memory(std::string body) {
  body.insert(0, std::string(kName) + bundle::blake2b_hex(body) + "\n");
  return body;
}

std::optional<BuildMemory> read_memory(std::string_view bytes) {
  constexpr std::size_t kHead = kName.size() + kHashBytes + 1;
  if (!bytes.starts_with(kName) || bytes.size() < kHead || bytes[kHead - 1] != '\n') return std::nullopt;
  const std::string_view body = bytes.substr(kHead);
  if (bundle::blake2b_hex(body) != bytes.substr(kName.size(), kHashBytes)) return std::nullopt;
  Lists lists;
  In in(body);
  fields(in, lists);
  if (!in.done() || !in_order(lists)) return std::nullopt;
  BuildMemory& memory = lists.memory;
  for (std::size_t i = 0; i < lists.loose.size(); ++i)
    memory.catalogues[i].loose.insert(lists.loose[i].begin(), lists.loose[i].end());
  for (Counted& counted : lists.counted) memory.counted[counted.page] = counted.count;
  return std::move(memory);
}

}  // namespace kiosk::tool
