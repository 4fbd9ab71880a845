// Resolved script per unit (UAX 24 §5): common and inherited characters take the script before them, leading ones the
// one after; script extensions are considered; a closing bracket follows its opener. One grapheme cluster has one
// script.
#pragma once

#include <cstdint>
#include <vector>

#include "text/marks.h"
#include "text/transcode.h"

namespace kiosk::text {

// UScriptCode values; USCRIPT_COMMON only where the whole text has no script. `marks` has the graphemes.
std::vector<std::uint8_t> resolve_scripts(const Utf16Text& text, const Marks& marks);

// The ISO 15924 code as HarfBuzz's tag.
std::uint32_t script_tag(std::uint8_t script);

}  // namespace kiosk::text
