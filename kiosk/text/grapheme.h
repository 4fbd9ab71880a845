// Extended grapheme clusters (UAX 29, Unicode 15.0) by a pair rule over the traits; no ICU iterator, which costs ten
// times as much.
#pragma once

#include "text/marks.h"
#include "text/transcode.h"

namespace kiosk::text {

// Sets kGraphemeStart at every cluster's first unit and at the end of the text.
void mark_graphemes(const Utf16Text& text, Marks& marks);

}  // namespace kiosk::text
