// A box that explains something, over the screen's content; header and bar stay in reach beside it (112, Done, Help).
// Scrolls by itself (State::explanation.scroll_px) and always shows the button that closes it.
#pragma once

#include <functional>
#include <vector>

#include "ui/compose.h"

namespace kiosk::ui {

// Draws what the box holds on Theme::surface, top at area.y, between area.x and area.right(); returns its height.
using BoxBody = std::function<int(Composer& composer, Rect area)>;

// `area` is the frame's content area. The heading is the element "explanation", the button is "close".
void compose_explanation_box(Composer& composer, Rect area, const TextSpec& heading, const BoxBody& body);

// One text below the other, for a body; returns their height.
struct BoxText {
  std::string id;
  TextSpec spec;
};
int compose_box_texts(Composer& composer, const std::vector<BoxText>& texts, Rect area);

}  // namespace kiosk::ui
