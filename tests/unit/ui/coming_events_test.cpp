// Which events are shown at a moment, under which day.
#include "ui/coming_events.h"

#include <gtest/gtest.h>

#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"

namespace kiosk::ui {
namespace {

TEST(ComingEvents, AreThoseThatHaveNotEnded) {
  content::Events events;
  events.events.resize(2);
  events.events[0].id = "cafe";
  events.events[0].calendar = "house";
  events.events[0].times = {{"2026-12-31T22:00+01:00", "2027-01-01T02:00+01:00"},
                            {"2027-01-02T10:00+01:00", "2027-01-02T12:00+01:00"}};
  events.events[1].id = "market";
  events.events[1].calendar = "town";
  events.events[1].times = {{"2026-12-30", "2027-01-02"}};
  const struct {
    const char *now, *calendar, *shown;
  } cases[] = {{"2026-12-31T21:00+01:00", "", "market@2026-12-31 cafe@2026-12-31 cafe@2027-01-02 "},
               {"2027-01-01T01:59+01:00", "", "market@2027-01-01 cafe@2027-01-01 cafe@2027-01-02 "},
               {"2027-01-01T02:00+01:00", "", "market@2027-01-01 cafe@2027-01-02 "},
               {"2027-01-02T00:00+01:00", "", "cafe@2027-01-02 "},
               {"2027-01-01T02:00+01:00", "house", "cafe@2027-01-02 "},
               {"2027-01-02T12:00+01:00", "", ""}};
  for (const auto& c : cases) {
    std::string shown;
    for (const ComingEvent& e : coming_events(events, c.calendar, *i18n::parse_iso_time(c.now)))
      shown += e.event->id + "@" + i18n::date_of_day(e.day) + " ";
    EXPECT_EQ(shown, c.shown) << c.now << " " << c.calendar;
  }
}

}  // namespace
}  // namespace kiosk::ui
