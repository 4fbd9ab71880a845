// Takes rows of a translator's table into a language's carried PO file. Pure values; import.cpp reads and writes.
#pragma once

#include <string>
#include <vector>

#include "exchange.h"
#include "po.h"
#include "units.h"

namespace kiosk::tool {

struct TakeInOptions {
  std::string language;
  bool machine = false;  // the texts are a machine's drafts
  std::string on;        // ISO date of the drafts
};

struct TakeInCount {
  int taken = 0, same = 0, kept = 0, outdated = 0, empty = 0, refused = 0, unknown = 0;
};

struct TakenIn {
  PoFile file;
  TakeInCount count;
  struct Change {
    std::string context, source, before, after;
  };
  std::vector<Change> changes;
};

// A row whose text fails a check is refused with an error. A row whose source is not today's comes in as outdated,
// unless there is a translation of today's source. One that its translator left unfinished waits for a review. A
// machine's draft never replaces what a person wrote.
TakenIn take_in(PoFile carried, const std::vector<Unit>& units, const std::vector<ExchangeRow>& rows,
                const TakeInOptions& options, std::string_view path, DiagnosticSink& sink);

}  // namespace kiosk::tool
