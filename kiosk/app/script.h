// AUTOMATION.md "Script" as values: a YAML list of steps, read and checked before the first one runs.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

namespace kiosk::app {

struct TapStep {
  std::string id, text;  // exactly one of id, text, at is given
  std::optional<Point> at;
};
struct KeyStep {
  std::string key;
  bool shift = false, ctrl = false, alt = false, gui = false;
};
struct TypeStep {
  std::string text;
};
struct SwipeStep {
  Point from, to;
};
struct WaitStep {
  std::int64_t ms = 0;
};
// What is outside the kiosk: a stick's folder, its removal, the headset. `argument` is the path, or "in"/"out".
struct WorldStep {
  std::string kind;  // insert | remove | headset
  std::string argument;
};
struct ExpectStep {
  bool negated = false;
  std::string element;                                      // the fields are this element's; empty = the screen's
  std::vector<std::pair<std::string, std::string>> fields;  // dump field -> value as JSON would print it, unquoted
};
struct SaveStep {
  bool picture = false;  // else a dump
  std::string file;
};

struct Step {
  int line = 0;
  std::variant<TapStep, KeyStep, TypeStep, SwipeStep, WaitStep, WorldStep, ExpectStep, SaveStep> what;
};

// Error: "FILE:LINE:COLUMN: …".
[[nodiscard]] Result<std::vector<Step>> load_script(const std::string& path);

}  // namespace kiosk::app
