// The notices that hold now, as boxes on a screen: what a resident must know before anything else.
#pragma once

#include "ui/composer.h"

namespace kiosk::ui {

// Each returns its height, 0 where no notice holds. A box is "notice:ID"; dangers have the colour of emergencies.
// All of them below a heading, with the time when each ends.
int compose_notices(Composer& composer, Rect area);
// Their words alone, in the language of Model::notices: for screens where nobody has chosen a language yet.
enum class Notices { kAll, kDangers };
int compose_bare_notices(Composer& composer, Notices which, Rect area);

}  // namespace kiosk::ui
