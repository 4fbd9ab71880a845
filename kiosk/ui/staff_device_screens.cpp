// The rows of the panel that are one value each: how long the kiosk waits, how loud it may be, when it is dark; and the
// two that do something at once, after one more touch.
#include "ui/staff_page.h"
#include "ui/staff_panel.h"

namespace kiosk::ui {

int compose_staff_idle(Composer& c, Rect area) {
  StaffPage page(c, area);
  const StaffView& staff = *c.model.staff;
  page.title("panel.idle", "hourglass_empty");
  page.line("idle.text", Role::kText, page.words("idle.text"));
  page.space();
  page.steppers({{"staff:idle", page.words("panel.idle"), page.words("staff.seconds", std::to_string(staff.idle_s)),
                  staff.idle_s > StaffSettings::kLeastIdleS, staff.idle_s < StaffSettings::kMostIdleS}});
  page.buttons({{"staff:idle:usual", "undo", page.words("staff.usual"), {}, !staff.settings.idle_s}}, 1);
  return page.height();
}

int compose_staff_volume(Composer& c, Rect area) {
  StaffPage page(c, area);
  const StaffSettings& settings = c.model.staff->settings;
  const int limit = c.model.staff->loudest;
  page.title("panel.volume", "volume_up");
  page.line("volume.text", Role::kText, page.words("volume.text"));
  page.space();
  page.steppers({{"staff:volume", page.words("volume.limit"), std::to_string(limit),
                  limit > StaffSettings::kQuietestLimit, limit < StaffSettings::kLoudestLimit}});
  page.buttons({{"staff:volume:usual", "undo", page.words("panel.volume.none"), {}, !settings.loudest}}, 1);
  return page.height();
}

int compose_staff_dark(Composer& c, Rect area) {
  StaffPage page(c, area);
  const auto& dark = c.model.staff->settings.dark;
  page.title("panel.dark", "brightness_3");
  page.line("dark.text", Role::kText, page.words("dark.text"));
  page.space();
  page.buttons({{"staff:dark:never", "wb_sunny", page.words("panel.dark.never"), {}, !dark},
                {"staff:dark:some", "brightness_3", page.words("dark.some"), {}, dark.has_value()}},
               2);
  if (dark)
    page.steppers({{"staff:dark:from", page.words("dark.from"), time_words(dark->from_min)},
                   {"staff:dark:to", page.words("dark.to"), time_words(dark->to_min)}});
  return page.height();
}

int compose_staff_cleaning(Composer& c, Rect area) {
  StaffPage page(c, area);
  page.title("panel.cleaning", "pan_tool");
  page.line("cleaning.how", Role::kText, page.words("cleaning.how"));
  page.space();
  page.buttons({{"staff:cleaning:start", "play_arrow", page.words("cleaning.start")}}, 1);
  return page.height();
}

int compose_staff_restart(Composer& c, Rect area) {
  StaffPage page(c, area);
  page.title("panel.restart", "refresh");
  page.line("restart.how", Role::kText, page.words("restart.how"));
  page.space();
  page.buttons({{"staff:restart:now", "refresh", page.words("panel.restart")}}, 1);
  return page.height();
}

}  // namespace kiosk::ui
