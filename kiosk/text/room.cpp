#include "text/room.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::text {

namespace {

std::int32_t fixed(double px) { return static_cast<std::int32_t>(std::lround(px * 1024)); }

bool is_word_space(char16_t unit) {
  constexpr char16_t kSpace = 0x0020, kNoBreakSpace = 0x00A0, kEthiopicWordspace = 0x1361;
  return unit == kSpace || unit == kNoBreakSpace || unit == kEthiopicWordspace;
}

}  // namespace

bool letters_stand_alone(std::uint32_t script) {
  constexpr std::array<hb_script_t, 13> kAlone{
      HB_SCRIPT_COMMON, HB_SCRIPT_LATIN,    HB_SCRIPT_GREEK,    HB_SCRIPT_CYRILLIC, HB_SCRIPT_ARMENIAN,
      HB_SCRIPT_HEBREW, HB_SCRIPT_HAN,      HB_SCRIPT_GEORGIAN, HB_SCRIPT_ETHIOPIC, HB_SCRIPT_HIRAGANA,
      HB_SCRIPT_HANGUL, HB_SCRIPT_KATAKANA, HB_SCRIPT_BOPOMOFO};
  return std::find(kAlone.begin(), kAlone.end(), static_cast<hb_script_t>(script)) != kAlone.end();
}

bool has_letter_room(const Item& item, const Style& style) {
  return style.letter_room_px > 0 && letters_stand_alone(item.script);
}

void add_room(const Utf16Text& text, const Item& item, const Style& style, ShapedGlyphs& glyphs, std::size_t first) {
  const std::int32_t letter = has_letter_room(item, style) ? fixed(style.letter_room_px) : 0;
  const std::int32_t word = fixed(style.word_room_px);
  if (letter == 0 && word == 0) return;
  for (std::size_t i = first; i < glyphs.size(); ++i) {
    const bool ends_cluster = i + 1 == glyphs.size() || glyphs[i + 1].cluster != glyphs[i].cluster;
    if (!ends_cluster) continue;
    glyphs[i].advance += letter;
    if (is_word_space(text.units[glyphs[i].cluster])) glyphs[i].advance += word;
  }
}

}  // namespace kiosk::text
