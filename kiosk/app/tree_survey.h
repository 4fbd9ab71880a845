// What the panel tells of the whole content: reads every Swedish page once (or the first language's, where there is no
// Swedish). Half a millisecond a page: for a worker.
#pragma once

#include <string>

#include "ui/staff_view.h"

namespace kiosk::app {

// Of the compiled tree in this folder. What cannot be read is left out.
ui::TreeSurvey survey_tree(const std::string& folder);

}  // namespace kiosk::app
