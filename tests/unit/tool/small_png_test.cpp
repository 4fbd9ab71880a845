#include "small_png.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace kiosk::tool {
namespace {

// The data of a chunk, by its name.
std::string chunk(const std::string& png, const char* name) {
  for (std::size_t at = 8; at + 12 <= png.size();) {
    std::size_t length = 0;
    for (std::size_t i = at; i < at + 4; ++i) length = length << 8 | static_cast<unsigned char>(png[i]);
    if (png.compare(at + 4, 4, name) == 0) return png.substr(at + 8, length);
    at += length + 12;
  }
  return {};
}

std::string inflated(const std::string& bytes, std::size_t expected) {
  std::string out(expected + 1, '\0');
  uLongf length = out.size();
  if (uncompress(reinterpret_cast<Bytef*>(out.data()), &length, reinterpret_cast<const Bytef*>(bytes.data()),
                 bytes.size()) != Z_OK)
    return "(broken)";
  out.resize(length);
  return out;
}

TEST(SmallPng, PixelsAreIndexesOfAPaletteAndWhiteStaysWhite) {
  const std::string png = small_png({0xFFFFFFFF, 0xFF000000, 0xFF000000, 0xFFFF0000}, {2, 2});
  EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1A\n");
  EXPECT_EQ(chunk(png, "IHDR"), std::string("\0\0\0\x02\0\0\0\x02\x08\x03\0\0\0", 13));
  EXPECT_EQ(chunk(png, "PLTE"), std::string("\xFF\xFF\xFF\0\0\0\xFF\0\0", 9));
  EXPECT_EQ(inflated(chunk(png, "IDAT"), 6), std::string("\0\0\x01\0\x01\x02", 6));
  // The CRC of an empty IEND, as every PNG ends.
  EXPECT_TRUE(png.ends_with(std::string("\0\0\0\0IEND\xAE\x42\x60\x82", 12)));
}

TEST(SmallPng, FrequentColoursStayAsTheyAre) {
  std::vector<std::uint32_t> pixels(1000, 0xFFF7F6F2);
  for (std::uint32_t i = 0; i < 1000; ++i) pixels.push_back(0xFF000000 | i);
  const std::string palette = chunk(small_png(pixels, {100, 20}), "PLTE");
  EXPECT_EQ(palette.substr(0, 3), "\xF7\xF6\xF2");
  EXPECT_GT(palette.size(), 3 * 64u) << "the others are rounded";
}

TEST(SmallPng, NeverHasMoreThan256Colours) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < 256 * 256; ++i) all.push_back(0xFF000000 | i * 257);
  const std::string png = small_png(all, {256, 256});
  EXPECT_LE(chunk(png, "PLTE").size(), 3 * 256u);
  EXPECT_EQ(inflated(chunk(png, "IDAT"), 257 * 256).size(), 257u * 256);
}

}  // namespace
}  // namespace kiosk::tool
