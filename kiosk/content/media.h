// Files beside the texts (pictures, recordings): which formats there are, how large a file of each may be, and how it
// is called in the compiled tree. A name there is made of the file's bytes: the same file is there once, a changed one
// is another. A new kind of media is a row of the table. Knows no decoder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

enum class MediaKind { kPicture, kSound };

struct MediaFormat {
  std::string_view extension;  // without the dot, small letters
  MediaKind kind = MediaKind::kPicture;
  std::size_t largest_bytes = 0;
  bool (*begins_so)(std::string_view bytes) = nullptr;  // the format's own first bytes
};

const std::vector<MediaFormat>& media_formats();
// By what stands after the name's last dot; null where the kiosk knows no such format.
const MediaFormat* media_format_of(std::string_view name);

// The folder of the tree that holds them, and so its pack.
inline constexpr std::string_view kMediaFolder = "media";

// "0f1e2d3c4b5a69788796a5b4c3d2e1f0.png": the first half of the file's SHA-256 in hex, and its format's extension.
std::string media_name(std::string_view sha256_hex, const MediaFormat& format);
bool is_media_name(std::string_view name);
bool is_media_name(std::string_view name, MediaKind kind);
// The format of a name that is_media_name takes.
const MediaFormat& format_of_media(std::string_view name);

}  // namespace kiosk::content
