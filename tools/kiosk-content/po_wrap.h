// Where gettext's tools break a PO string into quoted lines, so that a file keeps its bytes through msgcat and Poedit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::tool {

inline constexpr int kPoColumns = 79;

// The lines of `keyword "value"` without line ends: one line when all fits, else `keyword ""` and a quoted line for
// each piece. Every line begins with `prefix` ("" or "#~ " or "#| "). An invalid byte counts as one column.
std::vector<std::string> wrap_po_string(std::string_view prefix, std::string_view keyword, std::string_view value);

}  // namespace kiosk::tool
