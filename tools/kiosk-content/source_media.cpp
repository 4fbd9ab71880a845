#include "source_media.h"

#include "base/file.h"
#include "bundle/sha256.h"
#include "content/value_formats.h"

namespace kiosk::tool {
namespace {

// What the author of a file that cannot be used is told.
struct Advice {
  const char* check;
  const char* unknown;
  const char* too_large;
  const char* another_inside;
};

const Advice& advice_for(content::MediaKind kind) {
  static constexpr Advice kPicture{"media", "no file that the kiosk can show",
                                   "save it smaller: a picture 1600 px wide is sharp on every kiosk",
                                   "open it in a program for pictures and save it anew"};
  static constexpr Advice kSound{"recording", "no file that the kiosk can play",
                                 "save it as Opus: two minutes of speech are a third of that",
                                 "open it in a program for sound and save it anew"};
  return kind == content::MediaKind::kSound ? kSound : kPicture;
}

std::string known_extensions(content::MediaKind kind) {
  std::string all;
  for (const content::MediaFormat& format : content::media_formats())
    if (format.kind == kind) all += (all.empty() ? "" : ", ") + std::string(format.extension);
  return all;
}

std::string kilobytes(std::size_t bytes) { return std::to_string(bytes >> 10) + " KB"; }

}  // namespace

std::optional<MediaSource> load_media_file(const std::string& root, const std::string& path, content::MediaKind kind,
                                           DiagnosticSink& sink) {
  const Advice& advice = advice_for(kind);
  const content::MediaFormat* const format = content::media_format_of(path);
  if (format == nullptr || format->kind != kind) {
    sink.warning(advice.check, {path, 0, 0}, advice.unknown,
                 "the kiosk knows " + known_extensions(kind) + "; save it as one of these, or take it away");
    return std::nullopt;
  }
  const Result<std::string> bytes = read_file(root + "/" + path, format->largest_bytes);
  if (!bytes) {
    sink.error("limit", {path, 0, 0}, "cannot be read, or is larger than " + kilobytes(format->largest_bytes),
               advice.too_large);
    return std::nullopt;
  }
  if (!format->begins_so(*bytes)) {
    sink.error(advice.check, {path, 0, 0}, "is no " + std::string(format->extension) + " inside",
               advice.another_inside);
    return std::nullopt;
  }
  return MediaSource{path, root + "/" + path, format, content::media_name(bundle::sha256_hex(*bytes), *format)};
}

void load_media(const std::string& root, const std::string& folder, MediaSources& media, DiagnosticSink& sink) {
  for (const std::string& file : list_files(root + "/" + folder, "")) {
    if (file.starts_with('.')) continue;
    const std::string path = folder + "/" + file;
    std::optional<MediaSource> source = load_media_file(root, path, content::MediaKind::kPicture, sink);
    if (!source) continue;
    const std::string id = file.substr(0, file.size() - source->format->extension.size() - 1);
    if (!content::kBlockId.matches(id)) {
      sink.error("syntax", {path, 0, 0}, "'" + id + "' cannot be a file's name here",
                 "name it with small letters a-z, digits and '-', right in the folder media");
      continue;
    }
    if (const auto [there, fresh] = media.emplace(id, std::move(*source)); !fresh)
      sink.error("duplicate-id", {path, 0, 0}, "'" + id + "' is there as " + there->second.path + " too",
                 "give one of them another name");
  }
}

Result<std::string> read_media(const MediaSource& media) {
  Result<std::string> bytes = read_file(media.file, media.format->largest_bytes);
  if (bytes && content::media_name(bundle::sha256_hex(*bytes), *media.format) != media.name)
    return fail(media.path + " has changed meanwhile");
  return bytes;
}

}  // namespace kiosk::tool
