#include "i18n/plain_breaks.h"

#include <unicode/uchar.h>

namespace kiosk::i18n {
namespace {

using Class = int;  // ULineBreak

Class class_of(char32_t c) {
  const Class found = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
  switch (found) {
    case U_LB_AMBIGUOUS:
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_UNKNOWN:
    case U_LB_SURROGATE:
      return U_LB_ALPHABETIC;
    case U_LB_CONTINGENT_BREAK:
      return U_LB_IDEOGRAPHIC;
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
      return U_LB_NONSTARTER;
    default:
      return found;
  }
}

template <class... Classes>
bool is(Class c, Classes... any) {
  return ((c == any) || ...);
}

bool alphabetic(Class c) { return is(c, U_LB_ALPHABETIC, U_LB_HEBREW_LETTER); }
bool hangul(Class c) { return is(c, U_LB_JL, U_LB_JV, U_LB_JT, U_LB_H2, U_LB_H3); }
bool ideographic(Class c) { return is(c, U_LB_IDEOGRAPHIC, U_LB_E_BASE, U_LB_E_MODIFIER); }

// LB11 to LB30b but LB29, which gettext does not know ("example." may end a line before "org"): whether the line may
// break between the two, with spaces between them or not.
bool may_break(Class before, Class after, bool spaces) {
  if (is(after, U_LB_WORD_JOINER) || (is(before, U_LB_WORD_JOINER) && !spaces)) return false;       // LB11
  if (is(before, U_LB_GLUE) && !spaces) return false;                                               // LB12
  if (is(after, U_LB_GLUE) && !spaces && !is(before, U_LB_BREAK_AFTER, U_LB_HYPHEN)) return false;  // LB12a
  if (is(after, U_LB_CLOSE_PUNCTUATION, U_LB_CLOSE_PARENTHESIS, U_LB_EXCLAMATION, U_LB_INFIX_NUMERIC,
         U_LB_BREAK_SYMBOLS))
    return false;                                                                                                // LB13
  if (is(before, U_LB_OPEN_PUNCTUATION)) return false;                                                           // LB14
  if (is(before, U_LB_QUOTATION) && is(after, U_LB_OPEN_PUNCTUATION)) return false;                              // LB15
  if (is(before, U_LB_CLOSE_PUNCTUATION, U_LB_CLOSE_PARENTHESIS) && is(after, U_LB_NONSTARTER)) return false;    // LB16
  if (is(before, U_LB_BREAK_BOTH) && is(after, U_LB_BREAK_BOTH)) return false;                                   // LB17
  if (spaces) return true;                                                                                       // LB18
  if (is(after, U_LB_QUOTATION) || is(before, U_LB_QUOTATION)) return false;                                     // LB19
  if (is(after, U_LB_BREAK_AFTER, U_LB_HYPHEN, U_LB_NONSTARTER) || is(before, U_LB_BREAK_BEFORE)) return false;  // LB21
  if (is(before, U_LB_BREAK_SYMBOLS) && is(after, U_LB_HEBREW_LETTER)) return false;  // LB21b
  if (is(after, U_LB_INSEPARABLE)) return false;                                      // LB22
  if ((alphabetic(before) && after == U_LB_NUMERIC) || (before == U_LB_NUMERIC && alphabetic(after)))
    return false;                                                         // LB23
  if (before == U_LB_PREFIX_NUMERIC && ideographic(after)) return false;  // LB23a
  if (ideographic(before) && after == U_LB_POSTFIX_NUMERIC) return false;
  if (is(before, U_LB_PREFIX_NUMERIC, U_LB_POSTFIX_NUMERIC) && alphabetic(after)) return false;  // LB24
  if (alphabetic(before) && is(after, U_LB_PREFIX_NUMERIC, U_LB_POSTFIX_NUMERIC)) return false;
  const bool affix_after = is(after, U_LB_POSTFIX_NUMERIC, U_LB_PREFIX_NUMERIC);  // LB25
  if (is(before, U_LB_CLOSE_PUNCTUATION, U_LB_CLOSE_PARENTHESIS, U_LB_NUMERIC) && affix_after) return false;
  if (is(before, U_LB_POSTFIX_NUMERIC, U_LB_PREFIX_NUMERIC) && is(after, U_LB_OPEN_PUNCTUATION)) return false;
  if (after == U_LB_NUMERIC && is(before, U_LB_POSTFIX_NUMERIC, U_LB_PREFIX_NUMERIC, U_LB_HYPHEN, U_LB_INFIX_NUMERIC,
                                  U_LB_NUMERIC, U_LB_BREAK_SYMBOLS))
    return false;
  if (before == U_LB_JL && is(after, U_LB_JL, U_LB_JV, U_LB_H2, U_LB_H3)) return false;  // LB26
  if (is(before, U_LB_JV, U_LB_H2) && is(after, U_LB_JV, U_LB_JT)) return false;
  if (is(before, U_LB_JT, U_LB_H3) && after == U_LB_JT) return false;
  if (hangul(before) && after == U_LB_POSTFIX_NUMERIC) return false;  // LB27
  if (before == U_LB_PREFIX_NUMERIC && hangul(after)) return false;
  if (alphabetic(before) && alphabetic(after)) return false;              // LB28
  const bool word_before = alphabetic(before) || before == U_LB_NUMERIC;  // LB30
  const bool word_after = alphabetic(after) || after == U_LB_NUMERIC;
  if (word_before && after == U_LB_OPEN_PUNCTUATION) return false;
  if (before == U_LB_CLOSE_PARENTHESIS && word_after) return false;
  if (before == U_LB_E_BASE && after == U_LB_E_MODIFIER) return false;  // LB30b
  return true;
}

}  // namespace

std::vector<bool> plain_line_breaks(std::u32string_view text) {
  std::vector<bool> breaks(text.size(), false);
  bool started = false, spaces = false, joined = false, after_hebrew_hyphen = false;
  Class before = U_LB_ALPHABETIC;
  int regional = 0;  // regional indicators in a row
  for (std::size_t i = 0; i < text.size(); ++i) {
    Class now = class_of(text[i]);
    if (now == U_LB_SPACE) {
      spaces = started;
      continue;
    }
    if (now == U_LB_ZWSPACE) {
      before = now;
      started = true;
      spaces = false;
      continue;
    }
    const bool mark = is(now, U_LB_COMBINING_MARK, U_LB_ZWJ);
    const bool attached = mark && started && !spaces && before != U_LB_ZWSPACE;  // LB9
    const bool after_joiner = joined && !spaces;                                 // LB8a
    joined = now == U_LB_ZWJ;
    if (attached) continue;
    if (mark) now = U_LB_ALPHABETIC;  // LB10
    if (!started || after_joiner) {
      breaks[i] = false;
    } else if (before == U_LB_ZWSPACE) {
      breaks[i] = true;
    } else if (before == U_LB_REGIONAL_INDICATOR && now == U_LB_REGIONAL_INDICATOR) {  // LB30a
      breaks[i] = spaces || regional % 2 == 0;
    } else {
      breaks[i] = !(after_hebrew_hyphen && !spaces) && may_break(before, now, spaces);
    }
    after_hebrew_hyphen = before == U_LB_HEBREW_LETTER && !spaces && is(now, U_LB_HYPHEN, U_LB_BREAK_AFTER);  // LB21a
    regional = now == U_LB_REGIONAL_INDICATOR ? (spaces ? 1 : regional + 1) : 0;
    before = now;
    started = true;
    spaces = false;
  }
  return breaks;
}

}  // namespace kiosk::i18n
