// What comes back from translators: CSV as spreadsheets write it, JSON lines, or XLIFF (xliff.h). Bytes in, rows out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace kiosk::tool {

struct ExchangeRow {
  std::string context, source, target;
  int line = 0;
  std::string language;     // of the target; empty where the file does not say
  bool unfinished = false;  // the translator marked it as not done
};

// CSV: a header with context, source and target in any order among others; comma, semicolon or tab; UTF-8 with or
// without byte order mark, or Windows-1252. JSON lines: {"context": …, "source": …, "target": …} on each line.
// XLIFF 1.2 or 2.1. Which it is shows in the first character. Faults are diagnostics; the other rows are read.
std::vector<ExchangeRow> read_exchange(std::string_view bytes, std::string_view path, DiagnosticSink& sink);

}  // namespace kiosk::tool
