// What later stages must know of each place between two UTF-16 units, and of the unit after it: one byte per unit.
#pragma once

#include <cstdint>
#include <vector>

namespace kiosk::text {

enum Mark : std::uint8_t {
  kGraphemeStart = 1 << 0,  // UAX 29: a grapheme cluster starts at the unit
  kBreakBefore = 1 << 1,    // UAX 14: the line may break before the unit
  kMustBreak = 1 << 2,      // ... and must
  kLastResort = 1 << 3,     // a UAX 14 opportunity that a house rule took away; used only where nothing else fits
  kSafeBefore = 1 << 4,     // HarfBuzz: shaping both sides apart gives the same glyphs
  kHangs = 1 << 5,          // the unit is white space that hangs at the line's end
  kResets = 1 << 6,         // UAX 9 L1 applies to the unit at the line's end
  kClusterStart = 1 << 7,   // HarfBuzz: glyphs of their own start at the unit (a ligature's inside has none)
};

// One more than units: the last stands for the end of the text.
using Marks = std::vector<std::uint8_t>;

}  // namespace kiosk::text
