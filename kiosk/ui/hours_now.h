// What a page's opening hours say at one moment: a value to draw, made once a minute because it may look 100 days
// ahead.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "content/tree.h"
#include "i18n/opening_hours.h"
#include "ui/staff_settings.h"

namespace kiosk::ui {

struct HoursNow {
  i18n::OpenNow now;
  int today = 0;  // days since 1970
  std::array<i18n::DayHours, 7> week;
  std::vector<i18n::DayHours> coming;  // other hours than the weekday's from today on, the nearest
};

// What holds on a day (days since 1970): its date's, its holiday's or its weekday's hours.
std::vector<content::HoursSpan> spans_on(const content::Hours& hours, int day);

HoursNow hours_at(const content::Hours& hours, std::int64_t now_ms);

// By block, with the staff's days in them. Empty where the page has no hours.
using HoursOfPage = std::map<std::string, HoursNow, std::less<>>;
HoursOfPage hours_of(const content::Page& page, const StaffSettings& settings, std::int64_t now_ms);

}  // namespace kiosk::ui
