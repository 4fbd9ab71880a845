// Any bytes as what comes back from a translator (XLIFF of either version, a table, JSON lines): faults have a place,
// rows are text, and a row of words survives being sent out as XLIFF and read again.
#include "xliff.h"

#include <algorithm>
#include <cstdint>

#include "base/check.h"
#include "base/utf8.h"

using kiosk::tool::ExchangeRow;

static bool is_words(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  kiosk::DiagnosticSink sink;
  const std::vector<ExchangeRow> rows = kiosk::tool::read_exchange(bytes, "x.xlf", sink);
  for (const kiosk::Diagnostic& d : sink.all()) KIOSK_CHECK(d.at.line > 0 && d.at.column > 0 && !d.hint.empty());
  for (const ExchangeRow& row : rows) {
    for (const std::string* text : {&row.context, &row.source, &row.target})
      KIOSK_CHECK(kiosk::find_invalid_utf8(*text) == std::string_view::npos);
    if (row.context.empty() || row.source.empty() || !is_words(row.context + row.source + row.target)) continue;
    const kiosk::tool::Unit unit{row.context, row.source, {}, {{"p.md", 1, 1}}, {}, {}, false};
    for (const auto version : {kiosk::tool::XliffVersion::k12, kiosk::tool::XliffVersion::k21}) {
      const std::string sent =
          write_xliff(version, "ar", "core", {{&unit, row.target, kiosk::tool::UnitState::kTranslated}});
      kiosk::DiagnosticSink again_sink;
      const std::vector<ExchangeRow> again = kiosk::tool::read_xliff(sent, "x.xlf", again_sink);
      KIOSK_CHECK(again.size() == 1 && again_sink.errors() == 0);
      KIOSK_CHECK(again[0].context == row.context && again[0].source == row.source && again[0].target == row.target);
    }
  }
  return 0;
}
