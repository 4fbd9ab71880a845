#include "text/grapheme.h"

#include <unicode/uchar.h>

namespace kiosk::text {

namespace {

bool is_control(unsigned c) { return c == U_GCB_CONTROL || c == U_GCB_CR || c == U_GCB_LF; }

// The rules that look at two characters only (GB3-GB9b); GB11 and GB12 are the caller's.
bool joins(unsigned before, unsigned after) {
  if (before == U_GCB_CR && after == U_GCB_LF) return true;   // GB3
  if (is_control(before) || is_control(after)) return false;  // GB4, GB5
  const bool leading = before == U_GCB_L, vowel = before == U_GCB_LV || before == U_GCB_V,
             trailing = before == U_GCB_LVT || before == U_GCB_T;
  if (leading && (after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT)) return true;  // GB6
  if (vowel && (after == U_GCB_V || after == U_GCB_T)) return true;                                               // GB7
  if (trailing && after == U_GCB_T) return true;                                                                  // GB8
  if (after == U_GCB_EXTEND || after == U_GCB_ZWJ || after == U_GCB_SPACING_MARK) return true;  // GB9, GB9a
  return before == U_GCB_PREPEND;                                                               // GB9b
}

}  // namespace

void mark_graphemes(const Utf16Text& text, Marks& marks) {
  enum class Emoji { kNone, kBase, kJoined } emoji = Emoji::kNone;  // GB11: pictograph Extend* [ZWJ]
  bool odd_indicators = false;  // GB12: an unpaired regional indicator stands before
  constexpr Traits kPlainMask = 0x1F00 | kExtendedPictographic;
  Traits before = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (is_trail_surrogate(text.units[i])) continue;
    const Traits now = text.traits[i];
    if (!((before | now) & kPlainMask)) {
      marks[i] |= kGraphemeStart;  // two characters of class Other (GB999); no state is pending after one
      before = now;
      emoji = Emoji::kNone;
      odd_indicators = false;
      continue;
    }
    const unsigned previous = grapheme_class_of(before), current = grapheme_class_of(now);
    const bool pictographic = now & kExtendedPictographic;
    const bool indicator = current == U_GCB_REGIONAL_INDICATOR;
    const bool joined = i > 0 && (joins(previous, current) || (emoji == Emoji::kJoined && pictographic) ||
                                  (indicator && odd_indicators));
    if (!joined) marks[i] |= kGraphemeStart;
    odd_indicators = indicator && !(joined && odd_indicators);
    if (pictographic) {
      emoji = Emoji::kBase;
    } else if (emoji == Emoji::kBase && current == U_GCB_ZWJ) {
      emoji = Emoji::kJoined;
    } else if (!(emoji == Emoji::kBase && current == U_GCB_EXTEND)) {
      emoji = Emoji::kNone;
    }
    before = now;
  }
  marks[text.size()] |= kGraphemeStart;
}

}  // namespace kiosk::text
