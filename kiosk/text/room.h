// Room between letters and words that a reader asks for (WCAG 1.4.12). Between letters only where letters stand alone:
// never where they join (Arabic, Devanagari) or build clusters (Thai, Khmer). Internal to the text room.
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/shape.h"

namespace kiosk::text {

// By the ISO 15924 code as HarfBuzz's tag.
bool letters_stand_alone(std::uint32_t script);

// Whether the item gets room between its letters; its ligatures come apart then.
bool has_letter_room(const Item& item, const Style& style);

// Widens the advances of glyphs[first...], whose clusters count from the start of the text.
void add_room(const Utf16Text& text, const Item& item, const Style& style, ShapedGlyphs& glyphs, std::size_t first);

}  // namespace kiosk::text
