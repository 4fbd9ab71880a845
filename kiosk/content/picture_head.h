// What the head of a picture's file says, read before any decoder sees a byte: how large the picture is, and whether it
// may be decoded at all. PNG, JPEG and WebP.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/geometry.h"
#include "base/result.h"

namespace kiosk::content {

inline constexpr int kLargestPictureSide = 4096;                           // px; what every renderer's texture holds
inline constexpr std::int64_t kMostPicturePixels = std::int64_t{4} << 20;  // 16 MB decoded

enum class PictureFormat { kPng, kJpeg, kWebp };

struct PictureHead {
  PictureFormat format = PictureFormat::kPng;
  Size size_px;
  bool has_camera_data = false;  // Exif: where and when it was taken, which way up; the kiosk turns no picture
};

// `bytes` is the whole file. Error: no such format, cut short, empty, too many pixels, or made to take a decoder's
// time.
[[nodiscard]] Result<PictureHead> read_picture_head(std::string_view bytes);

}  // namespace kiosk::content
