#include "text/transcode.h"

#include <algorithm>

#include "base/utf8.h"

namespace kiosk::text {

std::uint32_t Utf16Text::unit_at(std::uint32_t byte) const {
  if (bytes.empty()) return std::min(byte, size());
  auto unit = static_cast<std::uint32_t>(std::upper_bound(bytes.begin(), bytes.end(), byte) - bytes.begin() - 1);
  if (unit < size() && is_trail_surrogate(units[unit])) --unit;
  return unit;
}

char32_t Utf16Text::character_at(std::uint32_t unit) const {
  const char32_t lead = units[unit];
  if (!is_lead_surrogate(units[unit])) return lead;
  return 0x10000 + ((lead - 0xD800) << 10) + (static_cast<char32_t>(units[unit + 1]) - 0xDC00);
}

static std::size_t ascii_prefix(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && static_cast<unsigned char>(text[n]) < 0x80) ++n;
  return n;
}

Utf16Text transcode(std::string_view utf8) {
  Utf16Text out;
  const std::size_t ascii = ascii_prefix(utf8);
  out.units.resize(utf8.size());
  out.traits.resize(utf8.size());
  for (std::size_t i = 0; i < ascii; ++i) {
    out.units[i] = static_cast<char16_t>(utf8[i]);
    out.all_traits |= out.traits[i] = traits_of(static_cast<unsigned char>(utf8[i]));
  }
  if (ascii == utf8.size()) return out;

  out.bytes.resize(utf8.size() + 1);
  for (std::size_t i = 0; i < ascii; ++i) out.bytes[i] = static_cast<std::uint32_t>(i);
  std::size_t at = ascii;
  const auto put = [&](char32_t unit, std::size_t byte, Traits traits) {
    out.units[at] = static_cast<char16_t>(unit);
    out.bytes[at] = static_cast<std::uint32_t>(byte);
    out.traits[at++] = traits;
  };
  for (std::size_t i = ascii; i < utf8.size();) {
    const Decoded d = decode_utf8(utf8, i);
    const Traits traits = traits_of(d.character);
    out.all_traits |= traits;
    if (d.character < 0x10000) {
      put(d.character, i, traits);
    } else {
      put(0xD800 + ((d.character - 0x10000) >> 10), i, traits);
      put(0xDC00 + (d.character & 0x3FF), i, traits);
    }
    i += d.length;
  }
  out.bytes[at] = static_cast<std::uint32_t>(utf8.size());
  out.units.resize(at);
  out.traits.resize(at);
  out.bytes.resize(at + 1);
  return out;
}

}  // namespace kiosk::text
