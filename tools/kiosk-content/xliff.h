// XLIFF 1.2 and 2.1, the translation agencies' exchange format, over pugixml. Bytes in, rows out; units in, bytes out.
// Facts such as {tel_1177} travel as <ph> elements, which translators' programs protect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange.h"
#include "po_state.h"
#include "units.h"

namespace kiosk::tool {

enum class XliffVersion { k12, k21 };

struct XliffUnit {
  const Unit* unit = nullptr;
  std::string target;
  UnitState state = UnitState::kMissing;
};

std::string write_xliff(XliffVersion version, std::string_view language, std::string_view domain,
                        const std::vector<XliffUnit>& units);

// Whether the bytes begin as XML does; UTF-16 too.
bool looks_like_xml(std::string_view bytes);

// Either version, whatever program re-wrote it. Inline elements give back the text they stand for. Faults are
// diagnostics; the other units are read.
std::vector<ExchangeRow> read_xliff(std::string_view bytes, std::string_view path, DiagnosticSink& sink);

}  // namespace kiosk::tool
