// What the reader thinks: three faces with words, below every page and topic and on a screen of their own. Only counts
// leave the screen, and the thanks are shown only when the count is on the disk.
#pragma once

#include "ui/compose.h"

namespace kiosk::ui {

// What the faces of a place are about, as stats::Count::page names it: a page, "topic:ID", empty for the kiosk.
std::string feedback_subject(const Place& place);
// Its key in Answers.
std::string feedback_key(const Place& place);

// What became of an answer: a line with a pictogram on a tinted ground. Returns its height with the gap after it.
int compose_answer_status(Composer& composer, const std::string& id, const std::string& icon, const std::string& words,
                          Rect area);

// Returns the height with the gap after it; 0 where nothing can be counted.
int compose_faces(Composer& composer, Rect area);

}  // namespace kiosk::ui
