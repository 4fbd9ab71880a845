#include "ui/theme.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace kiosk::ui {

Color parse_color(std::string_view text) {
  unsigned value = 0;
  if (text.size() != 7 || text[0] != '#') return {};
  const auto [stop, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (error != std::errc() || stop != text.data() + 7) return {};
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
          static_cast<std::uint8_t>(value & 0xFF)};
}

std::string to_hex(Color c) {
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "#%02x%02x%02x", c.r, c.g, c.b);
  return buffer;
}

double contrast(Color a, Color b) {
  const auto luminance = [](Color c) {
    const auto linear = [](int value) {
      const double v = value / 255.0;
      return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  };
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme theme_of(ThemeName name, const content::Colours& site) {
  const auto c = [](const char* hex) { return parse_color(hex); };
  Theme t;
  switch (name) {
    case ThemeName::kLight:
      t = {c("#f7f6f2"), c("#ffffff"), c("#161616"), c("#45454a"), c("#0a3d91"), c("#77766f"), {},          {}, {},
           {},           c("#dcd9cf"), c("#b3261e"), c("#fff1c9"), c("#2b2200"), c("#a3121a"), c("#ffffff")};
      break;
    case ThemeName::kWarm:
      t = {c("#f8ecd6"), c("#fff8ea"), c("#2a1f12"), c("#574632"), c("#6b2c00"), c("#85714f"), {},          {}, {},
           {},           c("#ecd9b6"), c("#9c2f00"), c("#ffe3a3"), c("#2b2200"), c("#8f1a10"), c("#ffffff")};
      break;
    case ThemeName::kDark:
      t = {c("#14171a"), c("#20252a"), c("#f2f2f0"), c("#c4c8cc"), c("#9cc7ff"), c("#7d868f"), {},          {}, {},
           {},           c("#39424b"), c("#ffd54a"), c("#3a3000"), c("#ffefb0"), c("#a3121a"), c("#ffffff")};
      break;
    case ThemeName::kContrast:
      t = {c("#000000"), c("#000000"), c("#ffffff"), c("#ffffff"), c("#ffff66"), c("#ffffff"), {},          {}, {},
           {},           c("#3d3d3d"), c("#ffff00"), c("#000000"), c("#ffff00"), c("#ffffff"), c("#000000")};
      break;
  }
  if (name == ThemeName::kContrast) {
    t.primary = c("#ffff00");
    t.on_primary = c("#000000");
    t.bar = c("#000000");
    t.on_bar = c("#ffffff");
  } else {
    t.primary = parse_color(site.primary);
    t.on_primary = parse_color(site.on_primary);
    t.bar = name == ThemeName::kDark ? c("#000000") : t.surface;
    t.on_bar = t.text;
  }
  return t;
}

}  // namespace kiosk::ui
