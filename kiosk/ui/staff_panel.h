// The staff's panel: a table of rows, each a button on the panel and a screen of its own behind it. A new function of
// the panel is one row in staff_panel.cpp, one compose function in a file of its own, and its words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/compose.h"

namespace kiosk::ui {

// What the staff button leads to: the keypad, the panel or one of its rows once the PIN was right, or only what the
// kiosk says of its content.
int compose_staff(Composer& composer, Rect area);
int compose_pin(Composer& composer, Rect area);

// Is there a row of this name? Its button's id is "staff:NAME"; State::place.item is NAME, or NAME with what is chosen
// behind a colon.
bool is_panel_row(std::string_view name);
// Of all rows, from the top.
std::vector<std::string> panel_row_names();

// The rows' screens; model.staff is there.
int compose_staff_due(Composer& composer, Rect area);
int compose_staff_languages(Composer& composer, Rect area);
int compose_staff_hours(Composer& composer, Rect area);
int compose_staff_clock(Composer& composer, Rect area);
int compose_staff_idle(Composer& composer, Rect area);
int compose_staff_volume(Composer& composer, Rect area);
int compose_staff_dark(Composer& composer, Rect area);
int compose_staff_cleaning(Composer& composer, Rect area);
int compose_staff_test(Composer& composer, Rect area);
int compose_staff_restart(Composer& composer, Rect area);
int compose_staff_notices(Composer& composer, Rect area);
int compose_staff_export(Composer& composer, Rect area);

// "20:00" of minutes of the day.
std::string time_words(int minutes);

}  // namespace kiosk::ui
