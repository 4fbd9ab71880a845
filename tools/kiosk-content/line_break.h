// Line break opportunities by the pair rules of UAX 14 without dictionaries, as gettext's writer uses them: only for
// wrapping PO files. What residents read is broken by text/.
#pragma once

#include <string>
#include <vector>

namespace kiosk::tool {

struct PoCharacter {
  char32_t character = 0;
  std::string bytes;
  bool glued = false;  // never a break before it (the second half of an escape)
};

// For each character whether a line may begin with it.
std::vector<bool> line_break_opportunities(const std::vector<PoCharacter>& text);

}  // namespace kiosk::tool
