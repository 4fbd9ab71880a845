// Hours over daylight saving, midnight, holidays and the end of the year; holidays against the almanac.
#include "i18n/opening_hours.h"

#include <gtest/gtest.h>

#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"

namespace kiosk::i18n {
namespace {

TEST(SwedishHolidays, FallOnTheDaysOfTheAlmanac) {
  const struct {
    const char* date;
    DayKind kind;
  } cases[] = {
      {"2026-01-01", DayKind::kHoliday},  {"2026-01-05", DayKind::kOrdinary}, {"2026-01-06", DayKind::kHoliday},
      {"2026-04-02", DayKind::kOrdinary}, {"2026-04-03", DayKind::kHoliday},  {"2026-04-05", DayKind::kHoliday},
      {"2026-04-06", DayKind::kHoliday},  {"2026-04-07", DayKind::kOrdinary}, {"2026-05-01", DayKind::kHoliday},
      {"2026-05-14", DayKind::kHoliday},  {"2026-05-24", DayKind::kHoliday},  {"2026-06-06", DayKind::kHoliday},
      {"2026-06-19", DayKind::kEve},      {"2026-06-20", DayKind::kHoliday},  {"2026-10-31", DayKind::kHoliday},
      {"2026-12-24", DayKind::kEve},      {"2026-12-25", DayKind::kHoliday},  {"2026-12-26", DayKind::kHoliday},
      {"2026-12-27", DayKind::kOrdinary}, {"2026-12-31", DayKind::kEve},      {"2027-03-26", DayKind::kHoliday},
      {"2027-05-06", DayKind::kHoliday},  {"2027-06-25", DayKind::kEve},      {"2027-06-26", DayKind::kHoliday},
      {"2027-11-06", DayKind::kHoliday},  {"2028-04-16", DayKind::kHoliday},  {"2028-06-23", DayKind::kEve},
      {"2028-02-29", DayKind::kOrdinary}};
  for (const auto& c : cases) EXPECT_EQ(swedish_day_kind(*day_number(c.date)), c.kind) << c.date;
}

TEST(SwedishHolidays, DatesAreCountedBothWays) {
  EXPECT_EQ(day_number("1970-01-01"), 0);
  EXPECT_EQ(date_of_day(*day_number("2028-02-29")), "2028-02-29");
  EXPECT_EQ(weekday_of(*day_number("2026-11-24")), 1);
  for (const char* bad : {"2027-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "1969-12-31", "x"})
    EXPECT_FALSE(day_number(bad)) << bad;
}

OpeningHours library() {
  OpeningHours hours;
  for (int i = 0; i < 5; ++i) hours.week[static_cast<std::size_t>(i)] = {{10 * 60, 18 * 60}};
  hours.week[4] = {{10 * 60, 12 * 60}, {13 * 60, 16 * 60}};
  hours.dates["2026-11-25"] = {};
  hours.dates["2026-11-28"] = {{11 * 60, 14 * 60}};
  return hours;
}

struct Case {
  const char* now;
  bool open;
  const char* until;
};

void check(const OpeningHours& hours, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const OpenNow now = open_at(hours, *parse_iso_time(c.now));
    EXPECT_EQ(now.open, c.open) << c.now;
    EXPECT_EQ(now.until_ms ? iso_time(*now.until_ms) : "", c.until) << c.now;
  }
}

TEST(OpeningHours, AWeekWithALunchAClosedDayAndAnExtraDay) {
  check(library(), {{"2026-11-24T09:59", false, "2026-11-24T10:00:00+01:00"},
                    {"2026-11-24T10:00", true, "2026-11-24T18:00:00+01:00"},
                    {"2026-11-24T17:59", true, "2026-11-24T18:00:00+01:00"},
                    {"2026-11-24T18:00", false, "2026-11-26T10:00:00+01:00"},
                    {"2026-11-27T12:30", false, "2026-11-27T13:00:00+01:00"},
                    {"2026-11-27T23:00", false, "2026-11-28T11:00:00+01:00"},
                    {"2026-11-28T14:00", false, "2026-11-30T10:00:00+01:00"}});
}

TEST(OpeningHours, HolidaysAndEvesAtTheEndOfTheYear) {
  // Thursday 24 to Sunday 27 December, and from Thursday 31 December over Epiphany.
  check(library(), {{"2026-12-23T18:00", false, "2026-12-28T10:00:00+01:00"},
                    {"2026-12-30T18:00", false, "2027-01-04T10:00:00+01:00"},
                    {"2027-01-05T18:00", false, "2027-01-07T10:00:00+01:00"}});
  OpeningHours open = library();
  open.holidays = HolidayRule::kAsUsual;
  open.eves = HolidayRule::kSpecial;
  open.eve_spans = {{10 * 60, 13 * 60}};
  check(open, {{"2026-12-23T18:00", false, "2026-12-24T10:00:00+01:00"},
               {"2026-12-24T12:00", true, "2026-12-24T13:00:00+01:00"},
               {"2026-12-31T13:00", false, "2027-01-01T10:00:00+01:00"}});
}

TEST(OpeningHours, OverMidnight) {
  OpeningHours hours;
  hours.week[4] = {{20 * 60, 26 * 60}};  // Friday to 2 at night
  hours.week[5] = {{20 * 60, 24 * 60}};  // Saturday to midnight,
  hours.week[6] = {{0, 3 * 60}};         // and on
  check(hours, {{"2026-11-27T23:59", true, "2026-11-28T02:00:00+01:00"},
                {"2026-11-28T01:59", true, "2026-11-28T02:00:00+01:00"},
                {"2026-11-28T02:00", false, "2026-11-28T20:00:00+01:00"},
                {"2026-11-28T21:00", true, "2026-11-29T03:00:00+01:00"},
                {"2026-11-29T01:00", true, "2026-11-29T03:00:00+01:00"},
                {"2026-11-29T03:00", false, "2026-12-04T20:00:00+01:00"}});
}

TEST(OpeningHours, TheClockOfStockholmCountsWhenItChanges) {
  OpeningHours hours;
  for (DaySpans& day : hours.week) day = {{10 * 60, 18 * 60}};
  hours.holidays = hours.eves = HolidayRule::kAsUsual;
  check(hours, {{"2026-03-28T18:00", false, "2026-03-29T10:00:00+02:00"},
                {"2026-10-24T18:00", false, "2026-10-25T10:00:00+01:00"}});
  OpeningHours night;
  night.week[5] = {{22 * 60, 27 * 60}};  // Saturday to 3 at night
  check(night, {{"2026-03-28T23:00", true, "2026-03-29T03:00:00+02:00"},
                {"2026-10-24T23:00", true, "2026-10-25T03:00:00+01:00"},
                {"2026-10-25T02:30+02:00", true, "2026-10-25T03:00:00+01:00"},
                {"2026-10-25T02:30+01:00", true, "2026-10-25T03:00:00+01:00"}});
  OpeningHours leapt;
  leapt.week[5] = {{22 * 60, 26 * 60 + 30}};  // to half past two, which 29 March does not have
  check(leapt, {{"2026-03-29T01:59", true, "2026-03-29T03:00:00+02:00"}});
}

TEST(OpeningHours, AlwaysOpenAndNeverOpenHaveNoEnd) {
  OpeningHours always;
  for (DaySpans& day : always.week) day = {{0, 24 * 60}};
  always.holidays = always.eves = HolidayRule::kAsUsual;
  check(always, {{"2026-12-31T23:59", true, ""}});
  check({}, {{"2026-12-31T23:59", false, ""}});
}

TEST(OpeningHours, TheWeekMarksDaysThatAreNotAsUsual) {
  const auto week = week_of(library(), *parse_iso_time("2026-11-29T23:59"));
  EXPECT_EQ(date_of_day(week[0].day), "2026-11-23");
  const bool changed[] = {false, false, true, false, false, true, false};
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(week[i].changed, changed[i]) << i;
  EXPECT_EQ(week[4].spans.size(), 2u);
  const auto new_year = week_of(library(), *parse_iso_time("2027-01-01T12:00"));
  EXPECT_EQ(date_of_day(new_year[0].day), "2026-12-28");
  EXPECT_TRUE(new_year[3].changed);
  EXPECT_TRUE(new_year[4].spans.empty());
}

}  // namespace
}  // namespace kiosk::i18n
