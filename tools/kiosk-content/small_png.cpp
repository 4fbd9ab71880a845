#include "small_png.h"

#include <zlib.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/check.h"

namespace kiosk::tool {
namespace {

constexpr std::size_t kMostColours = 256, kExactColours = 64;

using Colours = std::unordered_set<std::uint32_t>;  // 0x00RRGGBB

void put_number(std::string& out, std::uint32_t number) {
  for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(number >> shift & 0xFF);
}

void put_chunk(std::string& out, const char* type, const std::string& data) {
  put_number(out, static_cast<std::uint32_t>(data.size()));
  const std::string checked = type + data;
  out += checked;
  put_number(out, static_cast<std::uint32_t>(
                      crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()))));
}

// The nearest of 2^bits levels that reach from 0 to 255, so that white stays white.
std::uint32_t level(std::uint32_t channel, int bits) {
  const std::uint32_t most = (1u << bits) - 1;
  return (channel * most + 127) / 255 * 255 / most;
}

struct Paletted {
  std::string palette;  // three bytes a colour
  std::string rows;     // each after its filter byte: none
};

Colours most_frequent(const std::vector<std::uint32_t>& pixels) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (const std::uint32_t pixel : pixels) ++counts[pixel & 0xFFFFFF];
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  for (const auto& [colour, count] : counts) order.emplace_back(count, colour);
  std::sort(order.rbegin(), order.rend());
  Colours out;
  for (std::size_t i = 0; i < std::min(order.size(), kExactColours); ++i) out.insert(order[i].second);
  return out;
}

std::optional<Paletted> with_levels(const std::vector<std::uint32_t>& pixels, Size size, const Colours& exact,
                                    int bits) {
  Paletted out;
  std::unordered_map<std::uint32_t, char> colours;
  out.rows.reserve(pixels.size() + static_cast<std::size_t>(size.h));
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    if (i % static_cast<std::size_t>(size.w) == 0) out.rows += '\0';
    std::uint32_t colour = pixels[i] & 0xFFFFFF;
    if (!exact.contains(colour))
      for (const int shift : {16, 8, 0}) colour = (colour << 8 | level(pixels[i] >> shift & 0xFF, bits)) & 0xFFFFFF;
    const auto [known, fresh] = colours.try_emplace(colour, static_cast<char>(colours.size()));
    if (fresh) {
      if (colours.size() > kMostColours) return std::nullopt;
      for (const int shift : {16, 8, 0}) out.palette += static_cast<char>(colour >> shift & 0xFF);
    }
    out.rows += known->second;
  }
  return out;
}

std::string deflated(const std::string& bytes) {
  uLongf length = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(length, '\0');
  const int status =
      compress2(reinterpret_cast<Bytef*>(out.data()), &length, reinterpret_cast<const Bytef*>(bytes.data()),
                static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
  KIOSK_CHECK(status == Z_OK);
  out.resize(length);
  return out;
}

}  // namespace

std::string small_png(const std::vector<std::uint32_t>& pixels, Size size) {
  KIOSK_CHECK(size.w > 0 && size.h > 0 &&
              pixels.size() == static_cast<std::size_t>(size.w) * static_cast<std::size_t>(size.h));
  std::optional<Paletted> picture;
  const Colours exact = most_frequent(pixels);
  // 2 bits make 64 colours at most, beside the exact ones.
  for (int bits = 4; !picture; --bits) picture = with_levels(pixels, size, exact, bits);
  std::string header;
  put_number(header, static_cast<std::uint32_t>(size.w));
  put_number(header, static_cast<std::uint32_t>(size.h));
  header += std::string("\x08\x03\0\0\0", 5);  // 8 bits, palette, deflate, no filter, not interlaced
  std::string out = "\x89PNG\r\n\x1A\n";
  put_chunk(out, "IHDR", header);
  put_chunk(out, "PLTE", picture->palette);
  put_chunk(out, "IDAT", deflated(picture->rows));
  put_chunk(out, "IEND", {});
  return out;
}

}  // namespace kiosk::tool
