// The kiosk's own clock, for a computer that has no network to tell it the time: every touch moves it at once.
#include "i18n/date_time.h"
#include "ui/staff_page.h"
#include "ui/staff_panel.h"

namespace kiosk::ui {

int compose_staff_clock(Composer& c, Rect area) {
  StaffPage page(c, area);
  const std::string now = i18n::iso_time(c.state.now_ms);
  page.title("panel.clock", "access_time");
  page.line("clock.now", Role::kStatus,
            i18n::format_date(now.substr(0, 10), page.locale) + " " + i18n::format_clock(c.state.now_ms, page.locale),
            StaffPage::Weight::kBold);
  page.line("clock.text", Role::kText, page.words("clock.text"));
  page.space();
  page.steppers({{"staff:clock:hour", page.words("clock.hour"), now.substr(11, 2)},
                 {"staff:clock:minute", page.words("clock.minute"), now.substr(14, 2)},
                 {"staff:clock:day", page.words("clock.day"), now.substr(8, 2)},
                 {"staff:clock:month", page.words("clock.month"), now.substr(5, 2)},
                 {"staff:clock:year", page.words("clock.year"), now.substr(0, 4)}});
  const bool own = c.model.staff->settings.clock_shift_ms != 0;
  page.buttons({{"staff:clock:computer", "undo", page.words("clock.computer"), {}, !own}}, 1);
  return page.height();
}

}  // namespace kiosk::ui
