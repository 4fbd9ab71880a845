// How the text looks: size, room and colours. Every choice shows at once and ends with the session.
#include <array>

#include "ui/compose.h"

namespace kiosk::ui {

int compose_settings(Composer& c, Rect area) {
  int y = area.y;
  const int body = c.body_px();
  const auto tile = [&](std::string id, std::string icon, const std::string& message, bool selected) {
    Tile t;
    t.id = std::move(id);
    t.icon = std::move(icon);
    t.title = plain_text(c.message(message), c.state.language, body, true);
    t.title.line_height = 1.25;
    t.selected = selected;
    return t;
  };
  y += compose_heading(c, "title", plain_text(c.message("settings.title"), c.state.language, body * 5 / 4, true),
                       {area.x, y, area.w, 0}, "format_size");
  y +=
      compose_heading(c, "heading:text-size", plain_text(c.message("settings.text-size"), c.state.language, body, true),
                      {area.x, y, area.w, 0});
  std::vector<Tile> scales;
  for (const int scale : {100, 125, 150, 200})
    scales.push_back(tile("scale:" + std::to_string(scale), "format_size", "scale." + std::to_string(scale),
                          c.state.text_scale == scale));
  y += compose_tiles(c, scales, {area.x, y, area.w, 0}, 4);
  y += compose_heading(c, "heading:spacing", plain_text(c.message("settings.spacing"), c.state.language, body, true),
                       {area.x, y, area.w, 0});
  std::vector<Tile> spacings;
  for (const TextSpacing spacing : {TextSpacing::kNormal, TextSpacing::kWide})
    spacings.push_back(tile(std::string("spacing:") + to_string(spacing), "format_line_spacing",
                            std::string("spacing.") + to_string(spacing), c.state.text_spacing == spacing));
  y += compose_tiles(c, spacings, {area.x, y, area.w, 0}, 4);
  y += compose_heading(c, "heading:theme", plain_text(c.message("settings.theme"), c.state.language, body, true),
                       {area.x, y, area.w, 0});
  std::vector<Tile> themes;
  const std::array<std::pair<ThemeName, const char*>, 4> names{{{ThemeName::kLight, "wb_sunny"},
                                                                {ThemeName::kDark, "brightness_3"},
                                                                {ThemeName::kContrast, "tonality"},
                                                                {ThemeName::kWarm, "wb_incandescent"}}};
  for (const auto& [name, icon] : names)
    themes.push_back(tile(std::string("theme:") + to_string(name), icon, std::string("theme.") + to_string(name),
                          c.state.theme == name));
  y += compose_tiles(c, themes, {area.x, y, area.w, 0}, 4);
  y += compose_heading(c, "heading:reach", plain_text(c.message("settings.reach"), c.state.language, body, true),
                       {area.x, y, area.w, 0});
  y += compose_tiles(c, {tile("low-reach", "accessible", "reach.low", c.state.low_reach)}, {area.x, y, area.w, 0}, 1);
  return y - area.y;
}

}  // namespace kiosk::ui
