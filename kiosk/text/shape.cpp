#include "text/shape.h"

#include <hb.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>

#include "base/check.h"
#include "text/room.h"

namespace kiosk::text {

namespace {

constexpr std::uint32_t kContext = 5;  // characters; what HarfBuzz looks at

struct DestroyBuffer {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

hb_buffer_t* shared_buffer() {
  thread_local const std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer(hb_buffer_create());
  return buffer.get();
}

struct Request {
  std::uint32_t from, to;  // the item with its context
  hb_language_t language;
  bool right_to_left;
};

Request request_for(const Utf16Text& text, const Item& item, const Style& style) {
  Request r{item.start, item.end,
            hb_language_from_string(style.language.data(), static_cast<int>(style.language.size())),
            (item.level & 1) != 0};
  for (std::uint32_t n = 0; n < kContext && r.from > 0; ++n) {
    --r.from;
    if (r.from > 0 && is_trail_surrogate(text.units[r.from])) --r.from;
  }
  for (std::uint32_t n = 0; n < kContext && r.to < text.size(); ++n) {
    ++r.to;
    if (r.to < text.size() && is_trail_surrogate(text.units[r.to])) ++r.to;
  }
  return r;
}

// Everything that decides the result, as bytes; valid until the next call.
std::string_view cache_key(const Utf16Text& text, const Item& item, const Style& style, const Request& r) {
  struct Fixed {
    hb_language_t language;
    std::uint32_t script;
    std::int32_t scale;
    std::uint8_t before, after;  // units of context
    std::uint8_t flags;
    std::uint8_t zero;
  };
  Fixed fixed{r.language,
              item.script,
              static_cast<std::int32_t>(std::lround(style.size_px * 1024)),
              static_cast<std::uint8_t>(item.start - r.from),
              static_cast<std::uint8_t>(r.to - item.end),
              0,
              0};
  fixed.flags = static_cast<std::uint8_t>((r.right_to_left ? 1 : 0) | (item.start == 0 ? 2 : 0) |
                                          (item.end == text.size() ? 4 : 0) | (has_letter_room(item, style) ? 8 : 0));
  thread_local std::string key;
  key.assign(reinterpret_cast<const char*>(&fixed), sizeof fixed);
  key.append(reinterpret_cast<const char*>(text.units.data() + r.from), (r.to - r.from) * sizeof(char16_t));
  return key;
}

ShapedGlyphs shape_now(const Utf16Text& text, const Item& item, const Style& style, const Request& r) {
  hb_buffer_t* const buffer = shared_buffer();
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(text.units.data()), static_cast<int>(text.size()),
                      item.start, static_cast<int>(item.end - item.start));
  hb_buffer_set_direction(buffer, r.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, static_cast<hb_script_t>(item.script));
  hb_buffer_set_language(buffer, r.language);
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  unsigned flags = HB_BUFFER_FLAG_DEFAULT;
  if (item.start == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (item.end == text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  static const char* const shapers[] = {"ot", nullptr};
  constexpr unsigned kWhole[] = {HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  const hb_feature_t apart[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, kWhole[0], kWhole[1]},
                                {HB_TAG('c', 'l', 'i', 'g'), 0, kWhole[0], kWhole[1]}};
  const unsigned features = has_letter_room(item, style) ? 2 : 0;
  KIOSK_CHECK(hb_shape_full(item.face->font(style.size_px), buffer, apart, features, shapers));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  ShapedGlyphs glyphs(count);
  for (unsigned i = 0; i < count; ++i)
    glyphs[i] = {
        infos[i].codepoint,     infos[i].cluster - item.start,
        positions[i].x_advance, positions[i].x_offset,
        positions[i].y_offset,  (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0};
  return glyphs;
}

}  // namespace

const ShapedGlyphs& shape(const Utf16Text& text, const Item& item, const Style& style) {
  const Request request = request_for(text, item, style);
  const std::string_view key = cache_key(text, item, style, request);
  ShapeCache& cache = item.face->shapes();
  if (const ShapedGlyphs* known = cache.find(key)) return *known;
  return cache.put(key, shape_now(text, item, style, request));
}

}  // namespace kiosk::text
