// What the pipeline asks of a character, in one word: script, grapheme class and yes/no properties from ICU. Looked up
// in pages of 256 that are filled on first use, so that a start does not pay for 1.1 million characters.
#pragma once

#include <atomic>
#include <cstdint>

namespace kiosk::text {

using Traits = std::uint32_t;

// Bits 0-7: UScriptCode. Bits 8-12: UGraphemeClusterBreak. The rest are flags.
enum TraitFlag : Traits {
  kExtendedPictographic = 1u << 13,
  kDefaultIgnorable = 1u << 14,
  kMark = 1u << 15,
  kBidiActive = 1u << 16,     // its bidi class can change a left-to-right paragraph (R, AL, AN and all controls)
  kLineEndReset = 1u << 17,   // UAX 9 L1: WS, S, B, BN and the controls take the paragraph's level at a line's end
  kTrailingSpace = 1u << 18,  // hangs at the line's end; the set of the layout dump
  kScriptExtensions = 1u << 19,
  kOpenBracket = 1u << 20,
  kCloseBracket = 1u << 21,
  kStacker = 1u << 22,  // virama or invisible stacker (Khmer coeng): subjoins the next letter
  kDigit = 1u << 23,
  kLetter = 1u << 24,
  kLineSeparator = 1u << 25,  // UAX 14 mandatory break: LF, VT, FF, CR, NEL, LS, PS
  kHangul = 1u << 26,
  kBidiControl = 1u << 27,  // embeddings, overrides, isolates and their ends
};

struct TraitPage {
  Traits traits[256];
};

inline constexpr std::size_t kTraitPages = 0x1100;
extern std::atomic<const TraitPage*> trait_pages[kTraitPages];
const TraitPage* load_trait_page(unsigned page);

// `character` < 0x110000.
inline Traits traits_of(char32_t character) {
  const TraitPage* page = trait_pages[character >> 8].load(std::memory_order_acquire);
  if (!page) page = load_trait_page(character >> 8);
  return page->traits[character & 0xFF];
}

constexpr std::uint8_t script_of(Traits traits) { return static_cast<std::uint8_t>(traits); }
constexpr unsigned grapheme_class_of(Traits traits) { return traits >> 8 & 0x1F; }

}  // namespace kiosk::text
