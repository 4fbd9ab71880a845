// Where a translation stands (DESIGN, "Sources that staff write"). `fuzzy` is the truth; a translator comment
// `# kiosk: reviewed by=… on=… src=… sum=…` is the stamp that says of what and by whom.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "po.h"

namespace kiosk::tool {

enum class UnitState { kMissing, kMachine, kReview, kOutdated, kTranslated, kReviewed };
const char* to_string(UnitState state);  // missing | machine | review | outdated | translated | reviewed

struct Stamp {
  enum class Kind { kReviewed, kMachine };
  Kind kind = Kind::kReviewed;
  std::string by;        // who reviewed; empty in a machine stamp
  std::string on;        // ISO date; may be empty
  std::string src, sum;  // stamp_hash of msgid and of msgstr as they stood
  bool operator==(const Stamp&) const = default;
};

// The first 8 hex digits of SHA-256. A plural unit's strings are hashed joined by U+0000.
std::string stamp_hash(std::string_view text);
std::string source_hash(const PoEntry& entry);
std::string target_hash(const PoEntry& entry);

std::optional<Stamp> find_stamp(const PoEntry& entry);
// Replaces a stamp that is there. A name's spaces are written as '_'.
void set_stamp(PoEntry& entry, const Stamp& stamp);

UnitState state_of(const PoEntry& entry);

// Makes the unit's present text a reviewed one, or a machine draft.
void mark_reviewed(PoEntry& entry, std::string_view by, std::string_view on);
void mark_machine(PoEntry& entry, std::string_view on);

}  // namespace kiosk::tool
