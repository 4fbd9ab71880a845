// Colours by role. Text reaches 4.5:1 in every theme and 7:1 in contrast; borders and focus rings 3:1 (REQUIREMENTS
// C8).
#pragma once

#include <string>
#include <string_view>

#include "content/tree.h"
#include "ui/display_list.h"
#include "ui/state.h"

namespace kiosk::ui {

struct Theme {
  Color background, surface, text, muted, link, border;
  Color primary, on_primary;  // the municipality's; headings' icons, chosen controls
  Color bar, on_bar;          // header and bottom bar
  Color pressed;              // a control under a finger
  Color focus;                // ring
  Color notice, on_notice;    // trust line, sample data
  Color emergency, on_emergency;
};

Theme theme_of(ThemeName name, const content::Colours& site);

// "#rrggbb"; black when it is not one (the compiler checks).
Color parse_color(std::string_view text);
std::string to_hex(Color color);
// WCAG contrast ratio of two opaque colours, 1 to 21.
double contrast(Color a, Color b);

}  // namespace kiosk::ui
