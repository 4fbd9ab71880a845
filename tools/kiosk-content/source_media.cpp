#include "source_media.h"

#include "base/file.h"
#include "bundle/sha256.h"
#include "content/value_formats.h"

namespace kiosk::tool {
namespace {

std::string known_extensions() {
  std::string all;
  for (const content::MediaFormat& format : content::media_formats())
    all += (all.empty() ? "" : ", ") + std::string(format.extension);
  return all;
}

std::string kilobytes(std::size_t bytes) { return std::to_string(bytes >> 10) + " KB"; }

}  // namespace

void load_media(const std::string& root, const std::string& folder, MediaSources& media, DiagnosticSink& sink) {
  for (const std::string& file : list_files(root + "/" + folder, "")) {
    if (file.starts_with('.')) continue;
    const std::string path = folder + "/" + file;
    const content::MediaFormat* const format = content::media_format_of(file);
    if (format == nullptr) {
      sink.warning("media", {path, 0, 0}, "no file that the kiosk can show",
                   "the kiosk knows " + known_extensions() + "; save it as one of these, or take it away");
      continue;
    }
    const std::string id = file.substr(0, file.size() - format->extension.size() - 1);
    if (!content::kBlockId.matches(id)) {
      sink.error("syntax", {path, 0, 0}, "'" + id + "' cannot be a file's name here",
                 "name it with small letters a-z, digits and '-', right in the folder media");
      continue;
    }
    const Result<std::string> bytes = read_file(root + "/" + path, format->largest_bytes);
    if (!bytes) {
      sink.error("limit", {path, 0, 0}, "cannot be read, or is larger than " + kilobytes(format->largest_bytes),
                 "save it smaller: a picture 1600 px wide is sharp on every kiosk");
      continue;
    }
    if (!format->begins_so(*bytes)) {
      sink.error("media", {path, 0, 0}, "is no " + std::string(format->extension) + " inside",
                 "open it in a program for pictures and save it anew");
      continue;
    }
    MediaSource source{path, root + "/" + path, format, content::media_name(bundle::sha256_hex(*bytes), *format)};
    if (const auto [there, fresh] = media.emplace(id, std::move(source)); !fresh)
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
