// The files beside the texts: pictures that pages name, right in a folder media, and (recordings.h) recordings. Read
// once, for their name in the tree and their first bytes; kept on disk. Whether they can be decoded, the checks say.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/result.h"
#include "content/media.h"

namespace kiosk::tool {

struct MediaSource {
  std::string path;  // relative to the project's root, for findings
  std::string file;  // where it is
  const content::MediaFormat* format = nullptr;
  std::string name;  // in the compiled tree: of its bytes
};

// By id: the file's name without its extension.
using MediaSources = std::map<std::string, MediaSource, std::less<>>;

// One file; nullopt, and a finding, where it is none of this kind, too large, or something else inside.
std::optional<MediaSource> load_media_file(const std::string& root, const std::string& path, content::MediaKind kind,
                                           DiagnosticSink& sink);

// The pictures. `folder` is relative to the root; one that is not there holds nothing.
void load_media(const std::string& root, const std::string& folder, MediaSources& media, DiagnosticSink& sink);

// The bytes again. Error when they are not what they were.
[[nodiscard]] Result<std::string> read_media(const MediaSource& media);

}  // namespace kiosk::tool
