// Where lines may break: UAX 14 with ICU's dictionaries for the language, and the house rules on top.
#pragma once

#include <string>

#include "text/marks.h"
#include "text/paragraph.h"
#include "text/transcode.h"

namespace kiosk::text {

// Sets kBreakBefore, kMustBreak, kLastResort; never at the start, always at the end of a text.
void mark_breaks(const Utf16Text& text, const std::string& language, BreakRules rules, Marks& marks);

// ICU's iterators of the last languages are kept, by each thread its own; now this thread's are let go.
void forget_line_iterators();

}  // namespace kiosk::text
