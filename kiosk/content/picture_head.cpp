#include "content/picture_head.h"

#include <array>
#include <string>

namespace kiosk::content {

namespace {

using namespace std::string_view_literals;

// Numbers of the file; reading beyond its end gives 0 and is remembered.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t at(std::size_t offset) {
    if (offset >= bytes_.size()) {
      short_ = true;
      return 0;
    }
    return static_cast<unsigned char>(bytes_[offset]);
  }
  std::uint32_t big16(std::size_t offset) { return at(offset) << 8 | at(offset + 1); }
  std::uint32_t big32(std::size_t offset) { return big16(offset) << 16 | big16(offset + 2); }
  std::uint32_t little16(std::size_t offset) { return at(offset) | at(offset + 1) << 8; }
  std::uint32_t little24(std::size_t offset) { return little16(offset) | at(offset + 2) << 16; }
  std::uint32_t little32(std::size_t offset) { return little24(offset) | at(offset + 3) << 24; }
  std::string_view part(std::size_t offset, std::size_t size) const {
    return offset < bytes_.size() ? bytes_.substr(offset, size) : std::string_view();
  }
  std::size_t size() const { return bytes_.size(); }
  bool was_short() const { return short_; }

 private:
  std::string_view bytes_;
  bool short_ = false;
};

struct Sides {
  PictureFormat format = PictureFormat::kPng;
  std::uint32_t width = 0, height = 0;
  bool exif = false;
};

// CRC-32 of ISO 3309, as the PNG specification has it (annex D).
std::uint32_t crc_of(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < table.size(); ++n) {
      std::uint32_t c = n;
      for (int bit = 0; bit < 8; ++bit) c = (c & 1) != 0 ? 0xEDB88320 ^ c >> 1 : c >> 1;
      table[n] = c;
    }
    return table;
  }();
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) crc = kTable[(crc ^ static_cast<unsigned char>(byte)) & 255] ^ crc >> 8;
  return ~crc;
}

// Every part's own sum is held against it: libpng goes on with some that are wrong.
Result<Sides> png_sides(Bytes& file) {
  if (file.part(12, 4) != "IHDR") return fail("a PNG without its first part");
  Sides sides{PictureFormat::kPng, file.big32(16), file.big32(20)};
  for (std::size_t at = 8; file.part(at + 4, 4) != "IEND";) {
    const std::size_t length = file.big32(at);
    if (file.was_short() || length > file.size() || at + length + 12 > file.size())
      return fail("the picture's file is cut short");
    if (crc_of(file.part(at + 4, length + 4)) != file.big32(at + 8 + length))
      return fail("the picture's file is damaged");
    if (file.part(at + 4, 4) == "eXIf") sides.exif = true;
    at += length + 12;
  }
  return sides;
}

// How often the data goes over the picture's pixels; in it a byte FF begins a marker only. Error where the picture's
// end is missing: libjpeg would fill up what is not there.
Result<int> count_scans(std::string_view bytes) {
  int scans = 0;
  std::size_t last = 0;
  for (std::size_t at = bytes.find("\xFF\xDA"sv); at != std::string_view::npos; at = bytes.find("\xFF\xDA"sv, at + 2)) {
    ++scans;
    last = at;
  }
  if (bytes.find("\xFF\xD9"sv, last) == std::string_view::npos) return fail("the picture's file is cut short");
  return scans;
}

// Markers up to the frame (ITU T.81, B.1.1).
Result<Sides> jpeg_sides(Bytes& file) {
  constexpr int kMostScans = 64;  // a progressive picture may have as many as it likes, and each takes its time
  const Result<int> scans = count_scans(file.part(0, file.size()));
  if (!scans) return tl::unexpected(scans.error());
  if (*scans > kMostScans) return fail("a JPEG of more than " + std::to_string(kMostScans) + " scans");
  Sides sides{PictureFormat::kJpeg};
  for (std::size_t at = 2; at + 4 <= file.size();) {
    if (file.at(at) != 0xFF) break;
    const std::uint32_t marker = file.at(at + 1);
    if (marker == 0xFF) {  // a byte that fills
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (marker == 0xE1 && file.part(at + 4, 4) == "Exif") sides.exif = true;
    if (frame) {
      sides.height = file.big16(at + 5);
      sides.width = file.big16(at + 7);
      return sides;
    }
    at += std::size_t{2} + file.big16(at + 2);
  }
  return fail("a JPEG without a frame");
}

// RIFF container (RFC 9649): plain VP8, VP8L, or VP8X with its canvas.
Result<Sides> webp_sides(Bytes& file) {
  const std::string_view chunk = file.part(12, 4);
  if (chunk == "VP8X") {
    constexpr std::uint32_t kAnimated = 0x02, kExif = 0x08;
    if ((file.at(20) & kAnimated) != 0) return fail("a picture that moves");
    return Sides{PictureFormat::kWebp, file.little24(24) + 1, file.little24(27) + 1, (file.at(20) & kExif) != 0};
  }
  if (chunk == "VP8L") {
    const std::uint32_t packed = file.little32(21);
    return Sides{PictureFormat::kWebp, (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1};
  }
  if (chunk == "VP8 ") return Sides{PictureFormat::kWebp, file.little16(26) & 0x3FFF, file.little16(28) & 0x3FFF};
  return fail("a WebP of an unknown kind");
}

Result<Sides> sides_of(Bytes& file) {
  if (file.part(0, 8) == "\x89PNG\r\n\x1a\n"sv) return png_sides(file);
  if (file.part(0, 3) == "\xFF\xD8\xFF"sv) return jpeg_sides(file);
  if (file.part(0, 4) == "RIFF" && file.part(8, 4) == "WEBP") return webp_sides(file);
  return fail("neither PNG nor JPEG nor WebP");
}

}  // namespace

Result<PictureHead> read_picture_head(std::string_view bytes) {
  Bytes file(bytes);
  const Result<Sides> sides = sides_of(file);
  if (!sides) return tl::unexpected(sides.error());
  if (file.was_short()) return fail("the picture's file is cut short");
  const std::int64_t pixels = std::int64_t{sides->width} * sides->height;
  if (pixels == 0) return fail("a picture without pixels");
  if (sides->width > kLargestPictureSide || sides->height > kLargestPictureSide || pixels > kMostPicturePixels)
    return fail("a picture of " + std::to_string(sides->width) + "x" + std::to_string(sides->height) + " px; at most " +
                std::to_string(kLargestPictureSide) + " a side and " + std::to_string(kMostPicturePixels) + " in all");
  return PictureHead{sides->format, {static_cast<int>(sides->width), static_cast<int>(sides->height)}, sides->exif};
}

}  // namespace kiosk::content
