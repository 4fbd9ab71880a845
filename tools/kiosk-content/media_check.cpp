#include "media_check.h"

#include <set>
#include <vector>

#include "content/picture_head.h"
#include "on_all_cores.h"
#include "sdl/decode_picture.h"

namespace kiosk::tool {
namespace {

void check_picture(const MediaSource& media, DiagnosticSink& sink) {
  const SourcePosition at{media.path, 0, 0};
  const Result<std::string> bytes = read_media(media);
  if (!bytes) return sink.error("media", at, bytes.error().message, "run the check again");
  const auto head = content::read_picture_head(*bytes);
  if (!head)
    return sink.error("media", at, head.error().message, "open it in a program for pictures and save it anew, smaller");
  if (const auto picture = sdl::decode_picture(*bytes); !picture)
    return sink.error("media", at, picture.error().message, "open it in a program for pictures and save it anew");
  if (head->has_camera_data)
    sink.warning("media", at, "the picture holds what a camera wrote: where, when, which way up",
                 "the kiosk turns no picture; save it without: mogrify -auto-orient -strip FILE");
}

void report_unused(const std::string& id, const MediaSource& media, DiagnosticSink& sink) {
  Diagnostic d;
  d.severity = Severity::kHint;
  d.check = "media";
  d.at = {media.path, 0, 0};
  d.message = "no page shows the picture '" + id + "'";
  d.hint = "write [bild]: image:" + id + " \"what it shows\" in a page, or take the file away";
  sink.add(std::move(d));
}

std::set<std::string> used_names(const Sources& sources) {
  std::set<std::string> used;
  const auto collect = [&](const SourcePart& part) {
    for (const SourcePage& page : part.pages)
      for (const SourceBlock& block : page.blocks)
        if (block.kind == content::BlockKind::kImage) used.insert(block.names.front().text);
  };
  collect(sources.core);
  for (const SourcePart& site : sources.sites) collect(site);
  return used;
}

}  // namespace

void check_media(const Sources& sources, DiagnosticSink& sink) {
  std::vector<const MediaSource*> files;
  const std::set<std::string> used = used_names(sources);
  const auto add = [&](const SourcePart& part) {
    for (const auto& [id, media] : part.media) {
      files.push_back(&media);
      if (!used.contains(id)) report_unused(id, media, sink);
    }
  };
  add(sources.core);
  for (const SourcePart& site : sources.sites) {
    add(site);
    for (const auto& [id, media] : site.media)
      if (sources.core.media.contains(id))
        sink.error("duplicate-id", {media.path, 0, 0}, "the picture '" + id + "' is the core's already",
                   "give it another name");
  }
  std::vector<DiagnosticSink> found(files.size());
  on_all_cores(files.size(), [&](std::size_t i) { check_picture(*files[i], found[i]); });
  for (const DiagnosticSink& one : found)
    for (const Diagnostic& d : one.all()) sink.add(d);
}

}  // namespace kiosk::tool
