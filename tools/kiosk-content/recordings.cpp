#include "recordings.h"

#include <optional>

#include "base/file.h"
#include "content/value_formats.h"
#include "recorded_text.h"

namespace kiosk::tool {
namespace {

// "ti/health/care/advice.3fa2b1c9.opus"; "advice.opus" has no sum yet.
std::optional<Recording> place_of(std::string_view file) {
  const std::size_t slash = file.find('/'), last = file.rfind('/'), dot = file.find('.', last + 1);
  if (slash == std::string_view::npos || last == slash || dot == std::string_view::npos) return std::nullopt;
  Recording recording;
  recording.language = file.substr(0, slash);
  recording.page = file.substr(slash + 1, last - slash - 1);
  recording.block = file.substr(last + 1, dot - last - 1);
  if (const std::size_t extension = file.rfind('.'); extension != dot) {
    recording.sum = file.substr(dot + 1, extension - dot - 1);
    if (!is_sum(recording.sum)) return std::nullopt;
  }
  const bool named = content::kLanguageTag.matches(recording.language) && content::kPageId.matches(recording.page) &&
                     content::kBlockId.matches(recording.block);
  return named ? std::optional(std::move(recording)) : std::nullopt;
}

}  // namespace

void load_recordings(const std::string& root, const std::string& folder, Recordings& recordings, DiagnosticSink& sink) {
  for (const std::string& file : list_files(root + "/" + folder, "")) {
    if (file[file.rfind('/') + 1] == '.') continue;
    const std::string path = folder + "/" + file;
    std::optional<MediaSource> media = load_media_file(root, path, content::MediaKind::kSound, sink);
    if (!media) continue;
    std::optional<Recording> recording = place_of(file);
    if (!recording) {
      sink.error("recording", {path, 0, 0}, "is not named as a recording",
                 "name it audio/LANGUAGE/PAGE/BLOCK.SUM.opus; kiosk-content speak tells the name of each block");
      continue;
    }
    recording->media = std::move(*media);
    std::vector<Recording>& of_page = recordings[recording->page];
    of_page.push_back(std::move(*recording));
  }
}

}  // namespace kiosk::tool
