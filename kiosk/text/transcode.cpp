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

namespace {

// Fills a text's arrays, which are long enough for it.
class Transcoder {
 public:
  Transcoder(std::string_view utf8, Utf16Text& out) : utf8_(utf8), out_(out) {}

  void ascii(std::size_t end) {
    for (; at_ < end; ++at_) {
      const auto character = static_cast<unsigned char>(utf8_[at_]);
      out_.units[at_] = character;
      out_.all_traits |= out_.traits[at_] = traits_of(character);
    }
  }

  // False at an invalid byte. Two and three bytes are decoded here, since most of the world's text is that.
  bool rest(std::size_t byte) {
    for (std::size_t i = 0; i < byte; ++i) out_.bytes[i] = static_cast<std::uint32_t>(i);
    const auto* const bytes = reinterpret_cast<const unsigned char*>(utf8_.data());
    const auto follows = [&](std::size_t i) { return i < utf8_.size() && (bytes[i] & 0xC0) == 0x80; };
    while (byte < utf8_.size()) {
      const char32_t lead = bytes[byte];
      if (lead < 0x80) {
        put(lead, byte++);
      } else if (lead >= 0xC2 && lead < 0xE0 && follows(byte + 1)) {
        put((lead & 0x1F) << 6 | (bytes[byte + 1] & 0x3Fu), byte);
        byte += 2;
      } else if (lead > 0xE0 && lead < 0xED && follows(byte + 1) && follows(byte + 2)) {
        put((lead & 0x0F) << 12 | (bytes[byte + 1] & 0x3Fu) << 6 | (bytes[byte + 2] & 0x3Fu), byte);
        byte += 3;
      } else {
        const Decoded d = decode_utf8(utf8_, byte);
        if (d.length == 1) return false;
        put(d.character, byte);
        byte += d.length;
      }
    }
    out_.bytes[at_] = static_cast<std::uint32_t>(byte);
    return true;
  }

  std::size_t units() const { return at_; }

 private:
  void put(char32_t character, std::size_t byte) {
    const Traits traits = traits_of(character);
    out_.all_traits |= traits;
    if (character < 0x10000) return put_unit(character, byte, traits);
    put_unit(0xD800 + ((character - 0x10000) >> 10), byte, traits);
    put_unit(0xDC00 + (character & 0x3FF), byte, traits);
  }

  void put_unit(char32_t unit, std::size_t byte, Traits traits) {
    out_.units[at_] = static_cast<char16_t>(unit);
    out_.bytes[at_] = static_cast<std::uint32_t>(byte);
    out_.traits[at_++] = traits;
  }

  std::string_view utf8_;
  Utf16Text& out_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Utf16Text> transcode(std::string_view utf8) {
  std::optional<Utf16Text> made(std::in_place);
  Utf16Text& out = *made;
  out.units.resize(utf8.size());
  out.traits.resize(utf8.size());
  Transcoder transcoder(utf8, out);
  const std::size_t ascii = ascii_prefix(utf8);
  transcoder.ascii(ascii);
  if (ascii == utf8.size()) return made;
  out.bytes.resize(utf8.size() + 1);
  if (!transcoder.rest(ascii)) return std::nullopt;
  out.units.resize(transcoder.units());
  out.traits.resize(transcoder.units());
  out.bytes.resize(transcoder.units() + 1);
  return made;
}

}  // namespace kiosk::text
