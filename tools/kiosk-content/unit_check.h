// What can be wrong with one translation, seen beside its source. Knows no files: the caller places the findings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "units.h"

namespace kiosk::tool {

struct UnitFinding {
  std::string check;
  Severity severity = Severity::kError;
  std::size_t offset_utf8 = 0;  // in the translation
  std::string message, hint;
};

// Errors are what must never reach a resident: other facts, numbers, links or marks than the source has, an
// invalid message, control characters. `text` is not empty.
std::vector<UnitFinding> check_unit(const Unit& unit, std::string_view text, std::string_view language);

// Whether check_unit finds an error: such a translation is not shown, whatever its state.
bool any_error(const std::vector<UnitFinding>& found);
bool has_error(const Unit& unit, std::string_view text, std::string_view language);

}  // namespace kiosk::tool
