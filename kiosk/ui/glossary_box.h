// A difficult word explained, in the reader's language with the Swedish word, over the page where it stands.
#pragma once

#include "ui/compose.h"

namespace kiosk::ui {

// State::explanation names the term; `area` is the frame's content area. Says so where the word is not known.
void compose_glossary_box(Composer& composer, Rect area);

}  // namespace kiosk::ui
