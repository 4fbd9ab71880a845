// Screens without anything to touch: while somebody wipes the glass, and when nobody is expected.
#include <algorithm>

#include "ui/compose.h"

namespace kiosk::ui {

void compose_cleaning(Composer& c) {
  constexpr double kSideMm = 60;
  const int width = c.display.size_px.w - 4 * c.space.margin, side = c.display.mm(kSideMm);
  const TextSpec spec = plain_text(c.message("cleaning.text"), c.state.language, c.body_px() * 5 / 4, true);
  const auto block = c.typesetter.set(spec, width);
  int y = std::max(c.space.margin, (c.display.size_px.h - side - 2 * c.space.gap - block->height) / 2);
  c.icon("pan_tool", {(c.display.size_px.w - side) / 2, y, side, side}, c.theme.primary);
  y += side + 2 * c.space.gap;
  Element& element = c.text("cleaning", Role::kStatus, spec, *block, {2 * c.space.margin, y, width, block->height},
                            c.theme.text, c.theme.background, Align::kCenter);
  // There is nothing beside it: ink that leans out of its lines (Nastaliq) has room.
  element.box = {c.space.margin, y - c.space.gap, width + 2 * c.space.margin, block->height + 2 * c.space.gap};
}

void compose_dark(Composer& c) { c.fill({0, 0, c.display.size_px.w, c.display.size_px.h}, {0, 0, 0, 255}); }

}  // namespace kiosk::ui
