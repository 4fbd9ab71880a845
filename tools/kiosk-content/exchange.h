// Tables of translations that come back from translators: CSV as spreadsheets write it, or JSON lines. Bytes in, rows
// out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace kiosk::tool {

struct ExchangeRow {
  std::string context, source, target;
  int line = 0;
};

// CSV: a header with context, source and target in any order among others; comma, semicolon or tab; UTF-8 with or
// without byte order mark, or Windows-1252. JSON lines: {"context": …, "source": …, "target": …} on each line. Which of
// the two shows in the first character. Faults are diagnostics; the other rows are read.
std::vector<ExchangeRow> read_exchange(std::string_view bytes, std::string_view path, DiagnosticSink& sink);

}  // namespace kiosk::tool
