// "Take it with you": the button beside a contact and at a page's end, and the box with the code that a phone reads.
#pragma once

#include "ui/compose.h"

namespace kiosk::ui {

// A control of the id "qr:BLOCK"; returns its height with the gap after it.
int compose_qr_button(Composer& composer, const std::string& block, Rect area);

// Draws nothing but words where the text fits no code.
void compose_qr_box(Composer& composer, const content::Page& page, Rect area);

}  // namespace kiosk::ui
