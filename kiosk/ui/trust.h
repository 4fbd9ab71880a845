// How far a page can be relied on: one short line under its title, and one touch away who answers for it, who
// translated it, since when it holds and when it is looked at again.
#pragma once

#include "ui/compose.h"

namespace kiosk::ui {

// The least trustworthy state of a page's sentences speaks for the whole: fallback when the page is in another language
// than the reader's, then outdated, machine, review, translated, reviewed, source.
content::State trust_state(const content::Page& page, const std::string& reader);

// The line, a control of the id "trust"; returns its height with the gap after it.
int compose_trust_line(Composer& composer, const content::Page& page, Rect area);

// The box that it opens.
void compose_trust_box(Composer& composer, const content::Page& page, Rect area);

// "This text is only in Swedish", in the reader's language.
std::string fallback_text(const Composer& composer, const std::string& language);

}  // namespace kiosk::ui
