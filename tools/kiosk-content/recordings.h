// Recordings that staff add: audio/<language>/<page>/<block>.<sum>.opus (or .wav), where <sum> is that of the text they
// say (recorded_text.h). Read once, for their name in the tree and their first bytes; kept on disk.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "source_media.h"

namespace kiosk::tool {

struct Recording {
  MediaSource media;
  std::string language, page, block;  // as the path says; the block "title" is the page's title
  std::string sum;                    // empty where the name has none
};

// By page, in the order of their paths.
using Recordings = std::map<std::string, std::vector<Recording>, std::less<>>;

// `folder` is relative to the root; one that is not there holds nothing.
void load_recordings(const std::string& root, const std::string& folder, Recordings& recordings, DiagnosticSink& sink);

}  // namespace kiosk::tool
