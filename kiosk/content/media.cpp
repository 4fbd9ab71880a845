#include "content/media.h"

#include <algorithm>

#include "base/check.h"

namespace kiosk::content {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHashDigits = 32;
// A photograph of the kiosk's largest screen has some hundred kilobytes.
constexpr std::size_t kLargestPicture = 1u << 20;
// Two minutes of speech in Opus are a third of it.
constexpr std::size_t kLargestSound = 1u << 20;

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"sv); }
bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"sv); }
bool is_riff(std::string_view bytes, std::string_view form) {
  return bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with(form);
}
bool is_webp(std::string_view bytes) { return is_riff(bytes, "WEBP"sv); }
bool is_ogg(std::string_view bytes) { return bytes.starts_with("OggS"sv); }
bool is_wav(std::string_view bytes) { return is_riff(bytes, "WAVE"sv); }

}  // namespace

const std::vector<MediaFormat>& media_formats() {
  static const std::vector<MediaFormat> kFormats = {
      {"png", MediaKind::kPicture, kLargestPicture, is_png},   {"jpg", MediaKind::kPicture, kLargestPicture, is_jpeg},
      {"jpeg", MediaKind::kPicture, kLargestPicture, is_jpeg}, {"webp", MediaKind::kPicture, kLargestPicture, is_webp},
      {"opus", MediaKind::kSound, kLargestSound, is_ogg},      {"wav", MediaKind::kSound, kLargestSound, is_wav}};
  return kFormats;
}

const MediaFormat* media_format_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  const auto& formats = media_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const MediaFormat& format) { return format.extension == name.substr(dot + 1); });
  return found == formats.end() ? nullptr : &*found;
}

std::string media_name(std::string_view sha256_hex, const MediaFormat& format) {
  KIOSK_CHECK(sha256_hex.size() >= kHashDigits);
  return std::string(sha256_hex.substr(0, kHashDigits)) + "." + std::string(format.extension);
}

bool is_media_name(std::string_view name) {
  const MediaFormat* const format = media_format_of(name);
  return format != nullptr && name.size() == kHashDigits + 1 + format->extension.size() && name[kHashDigits] == '.' &&
         name.substr(0, kHashDigits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_media_name(std::string_view name, MediaKind kind) {
  return is_media_name(name) && format_of_media(name).kind == kind;
}

const MediaFormat& format_of_media(std::string_view name) {
  const MediaFormat* const format = media_format_of(name);
  KIOSK_CHECK(is_media_name(name) && format != nullptr);
  return *format;
}

}  // namespace kiosk::content
