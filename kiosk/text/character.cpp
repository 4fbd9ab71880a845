#include "text/character.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <mutex>

namespace kiosk::text {

std::atomic<const TraitPage*> trait_pages[kTraitPages];

static bool is_bidi_control(UCharDirection direction) {
  switch (direction) {
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
      return true;
    default:
      return false;
  }
}

static Traits bidi_traits(UChar32 c) {
  const UCharDirection direction = u_charDirection(c);
  const bool control = is_bidi_control(direction);
  Traits traits = control ? kBidiControl : Traits{0};
  if (control || direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER)
    traits |= kBidiActive;
  if (control || direction == U_WHITE_SPACE_NEUTRAL || direction == U_SEGMENT_SEPARATOR ||
      direction == U_BLOCK_SEPARATOR || direction == U_BOUNDARY_NEUTRAL)
    traits |= kLineEndReset;
  return traits;
}

static bool is_trailing_space(UChar32 c) {
  return c == ' ' || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x2006) || (c >= 0x2008 && c <= 0x200B) ||
         c == 0x205F || c == 0x3000;
}

static bool is_line_separator(UChar32 c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

// The script of a lone surrogate or an unassigned character is Zzzz, which no font has: it goes with its neighbours.
static UScriptCode script_or_common(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  const bool unknown = U_FAILURE(error) || script == USCRIPT_UNKNOWN || script < 0 || script > 0xFF;
  return unknown ? USCRIPT_COMMON : script;
}

static bool has_extensions(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  UScriptCode scripts[64];
  const std::int32_t n = uscript_getScriptExtensions(c, scripts, 64, &error);
  return U_SUCCESS(error) && (n > 1 || (n == 1 && scripts[0] != uscript_getScript(c, &error)));
}

static Traits bracket_traits(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN:
      return kOpenBracket;
    case U_BPT_CLOSE:
      return kCloseBracket;
    default:
      return 0;
  }
}

static Traits measure_traits(UChar32 c) {
  const UScriptCode script = script_or_common(c);
  Traits traits =
      static_cast<Traits>(script) | static_cast<Traits>(u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK)) << 8;
  traits |= bidi_traits(c) | bracket_traits(c);
  const std::uint32_t category = U_GET_GC_MASK(c);
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) traits |= kExtendedPictographic;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) traits |= kDefaultIgnorable;
  if (category & U_GC_M_MASK) traits |= kMark;
  if (category & U_GC_ND_MASK) traits |= kDigit;
  if (category & U_GC_L_MASK) traits |= kLetter;
  if (is_trailing_space(c)) traits |= kTrailingSpace;
  if (is_line_separator(c)) traits |= kLineSeparator;
  if (has_extensions(c)) traits |= kScriptExtensions;
  if (script == USCRIPT_HANGUL) traits |= kHangul;
  const std::int32_t syllabic = u_getIntPropertyValue(c, UCHAR_INDIC_SYLLABIC_CATEGORY);
  if (syllabic == U_INSC_VIRAMA || syllabic == U_INSC_INVISIBLE_STACKER) traits |= kStacker;
  return traits;
}

const TraitPage* load_trait_page(unsigned page) {
  // Room for all, of which the system gives what is used: in the heap each would hold a page of it for good.
  static std::array<TraitPage, kTraitPages> room;
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  if (const TraitPage* const other = trait_pages[page].load(std::memory_order_acquire)) return other;
  for (unsigned i = 0; i < 256; ++i) room[page].traits[i] = measure_traits(static_cast<UChar32>(page << 8 | i));
  trait_pages[page].store(&room[page], std::memory_order_release);
  return &room[page];
}

}  // namespace kiosk::text
