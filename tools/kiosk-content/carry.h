// Carries a language's translations over a changed source, keyed by page and block: exact, then similar within the
// block, then by place within the block. Nothing is matched across the whole file, and never a sentence with other
// numbers: "Ring 112" must not get the translation of "Ring 1177". What vanished becomes obsolete and comes back if its
// sentence does. Pure values in and out.
#pragma once

#include <string>
#include <vector>

#include "po.h"
#include "units.h"

namespace kiosk::tool {

// What a changed sentence means for its translations: spelling leaves them as they are, meaning makes them outdated,
// and danger takes them off the screen at once (they stay in the file as obsolete).
enum class ChangeKind { kSpelling, kMeaning, kDanger };

struct CarryCount {
  int kept = 0, restored = 0, moved = 0, outdated = 0, added = 0, vanished = 0;
  int words_outdated = 0;  // of the sources whose translations are outdated now
};

// A live unit of the file that no unit of the source is equal to.
struct LeftOver {
  std::string context, source;
};

struct Carried {
  PoFile file;
  CarryCount count;
  std::vector<LeftOver> left_over;  // what the source has changed: all that may be carried to another page
  std::vector<std::string> moved;   // contexts of units that got theirs from another context
};

// `old` has no damaged units (a caller with faults in the file reports those and writes nothing). Its header is kept;
// without one there is none in the result.
Carried carry(PoFile old, const std::vector<Unit>& units, ChangeKind kind = ChangeKind::kMeaning);

// 0 to 1: how much two sentences have in common (pairs of neighbouring bytes).
double similarity(std::string_view a, std::string_view b);

}  // namespace kiosk::tool
