// The kiosk's own line-break rules on top of UAX 14: Korean breaks at spaces; phone numbers, dates, web and mail
// addresses stay whole. What they forbid stays a last resort for a line on which nothing else fits.
#pragma once

#include <string>
#include <string_view>

#include "text/marks.h"
#include "text/transcode.h"

namespace kiosk::text {

// Turns kBreakBefore into kLastResort where a rule says so.
void apply_house_rules(const Utf16Text& text, const std::string& language, Marks& marks);

// Whether the tag's primary language is `primary`.
bool is_language(std::string_view tag, std::string_view primary);

}  // namespace kiosk::text
