// Calendars as programs export them: when meetings take place, and what is refused.
#include "calendar.h"

#include <gtest/gtest.h>

namespace kiosk::tool {
namespace {

struct Read {
  CalendarSource calendar;
  std::vector<std::string> errors;
};

std::string calendar(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + events + "END:VCALENDAR\r\n";
}
std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:cafe@x\r\nSUMMARY:Kafé\r\n" + lines + "END:VEVENT\r\n";
}

Read read(const std::string& text) {
  DiagnosticSink sink;
  Read result{read_calendar(text, "content/sites/s/events/house.ics", sink), {}};
  for (const Diagnostic& d : sink.all()) result.errors.push_back(d.message);
  return result;
}

// "start>end", with marks.
std::vector<std::string> times(const std::string& lines, const std::string& today, std::size_t most = 100) {
  const Read got = read(calendar(lines));
  EXPECT_EQ(got.errors, std::vector<std::string>{}) << lines;
  std::vector<std::string> all;
  if (got.calendar.events.empty()) return all;
  for (const content::EventTime& time : times_of(got.calendar.events[0], today)) {
    if (all.size() == most) break;
    all.push_back(time.start + ">" + time.end + (time.cancelled ? " cancelled" : "") + (time.moved ? " moved" : "") +
                  (time.place.empty() ? "" : " " + time.place));
  }
  return all;
}

using Texts = std::vector<std::string>;
const std::string kZone = ";TZID=Europe/Stockholm:";

TEST(Calendar, ASeriesKeepsItsWallClockOverDaylightSaving) {
  EXPECT_EQ(times(event("DTSTART" + kZone + "20270322T160000\r\nDTEND" + kZone +
                        "20270322T180000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n"),
                  "2027-03-20"),
            (Texts{"2027-03-22T16:00+01:00>2027-03-22T18:00+01:00", "2027-03-29T16:00+02:00>2027-03-29T18:00+02:00"}));
}

TEST(Calendar, MeetingsCrossMidnightAndTheYear) {
  EXPECT_EQ(times(event("DTSTART" + kZone + "20261231T220000\r\nDURATION:PT4H\r\n"), "2026-12-01"),
            (Texts{"2026-12-31T22:00+01:00>2027-01-01T02:00+01:00"}));
  EXPECT_EQ(
      times(event("DTSTART" + kZone + "20261230T100000\r\nRRULE:FREQ=DAILY;UNTIL=20270101T090000Z\r\n"), "2026-12-01"),
      (Texts{"2026-12-30T10:00+01:00>2026-12-30T10:00+01:00", "2026-12-31T10:00+01:00>2026-12-31T10:00+01:00",
             "2027-01-01T10:00+01:00>2027-01-01T10:00+01:00"}));
}

TEST(Calendar, OtherZonesAreStockholmsTime) {
  EXPECT_EQ(times(event("DTSTART:20261201T150000Z\r\n"), "2026-12-01"),
            (Texts{"2026-12-01T16:00+01:00>2026-12-01T16:00+01:00"}));
  EXPECT_EQ(times(event("DTSTART;TZID=W. Europe Standard Time:20261201T160000\r\n"), "2026-12-01"),
            (Texts{"2026-12-01T16:00+01:00>2026-12-01T16:00+01:00"}));
  EXPECT_EQ(times(event("DTSTART;TZID=Europe/Helsinki:20261201T160000\r\n"), "2026-12-01"),
            (Texts{"2026-12-01T15:00+01:00>2026-12-01T15:00+01:00"}));
}

TEST(Calendar, WholeDaysHaveNoClock) {
  EXPECT_EQ(times(event("DTSTART;VALUE=DATE:20261224\r\n"), "2026-12-01"), (Texts{"2026-12-24>2026-12-25"}));
  EXPECT_EQ(times(event("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\n"), "2026-12-01"),
            (Texts{"2026-12-24>2026-12-27"}));
}

TEST(Calendar, MeetingsAreLeftOutCancelledAndMoved) {
  const std::string series =
      event("DTSTART" + kZone + "20261201T160000\r\nLOCATION:Huset\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE" + kZone +
            "20261208T160000\r\n");
  const std::string cancelled =
      event("RECURRENCE-ID" + kZone + "20261215T160000\r\nDTSTART" + kZone + "20261215T160000\r\nSTATUS:CANCELLED\r\n");
  const std::string moved =
      event("RECURRENCE-ID" + kZone + "20261222T160000\r\nDTSTART" + kZone + "20261223T170000\r\nLOCATION:Parken\r\n");
  EXPECT_EQ(
      times(moved + series + cancelled, "2026-12-01"),
      (Texts{"2026-12-01T16:00+01:00>2026-12-01T16:00+01:00", "2026-12-15T16:00+01:00>2026-12-15T16:00+01:00 cancelled",
             "2026-12-23T17:00+01:00>2026-12-23T17:00+01:00 moved Parken"}));
}

TEST(Calendar, RulesByMonthAndPlaceInIt) {
  EXPECT_EQ(
      times(event("DTSTART" + kZone + "20261202T180000\r\nRRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=3\r\n"), "2026-12-01"),
      (Texts{"2026-12-02T18:00+01:00>2026-12-02T18:00+01:00", "2027-01-06T18:00+01:00>2027-01-06T18:00+01:00",
             "2027-02-03T18:00+01:00>2027-02-03T18:00+01:00"}));
}

TEST(Calendar, EndlessSeriesAreCut) {
  const Texts daily = times(event("DTSTART" + kZone + "20200101T100000\r\nRRULE:FREQ=DAILY\r\n"), "2026-12-01", 1000);
  EXPECT_EQ(daily.size(), 401u);
  EXPECT_EQ(daily.front(), "2026-11-30T10:00+01:00>2026-11-30T10:00+01:00");
  EXPECT_EQ(
      times(event("DTSTART" + kZone + "20260101T100000\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n"), "2026-12-01"),
      Texts{});
  std::string more;
  for (int i = 100; i < 250; ++i)
    more += "RDATE" + kZone + "20270101T1" + std::to_string(i / 50) + std::to_string(10 + i % 50) + "00\r\n";
  EXPECT_EQ(
      times(event("DTSTART" + kZone + "20200101T100000\r\nRRULE:FREQ=DAILY\r\n" + more), "2026-12-01", 1000).size(),
      kMostOccurrences);
}

TEST(Calendar, TextsAreOneSentenceALine) {
  const Read got = read(
      calendar(event("DTSTART:20261201T150000Z\r\nDESCRIPTION:Alla är\\, ja\\, välkomna.\\nTa med\r\n  kaffe.\r\n")));
  ASSERT_EQ(got.calendar.events.size(), 1u);
  const CalendarEvent& e = got.calendar.events[0];
  EXPECT_EQ(e.id, "cafe");
  EXPECT_EQ(e.title.text, "Kafé");
  ASSERT_EQ(e.text.size(), 2u);
  EXPECT_EQ(e.text[0].text, "Alla är, ja, välkomna.");
  EXPECT_EQ(e.text[1].text, "Ta med kaffe.");
}

TEST(Calendar, WhatIsWrongIsNamed) {
  std::string deep, many;
  for (int i = 0; i < 5000; ++i) deep += "BEGIN:VEVENT\r\n";
  for (int i = 0; i < 301; ++i)
    many += "BEGIN:VEVENT\r\nUID:e" + std::to_string(i) + "\r\nSUMMARY:x\r\nDTSTART:20261201T150000Z\r\nEND:VEVENT\r\n";
  const struct {
    std::string text, error;
  } cases[] = {{"", "no calendar"},
               {"BEGIN:VCARD\r\nEND:VCARD\r\n", "no calendar"},
               {"BEGIN:VCALENDAR\r\n", "BEGIN and END do not match"},
               {deep, "BEGIN and END do not match"},
               {calendar(many), "more than 300 events"},
               {std::string(kLargestCalendar + 1, 'x'), "the calendar is larger than 256 KB"},
               {calendar(event("SUMMARY:\xff\r\n")), "invalid UTF-8"},
               {calendar(event("")), "the event 'cafe' does not say when"},
               {calendar(event("DTSTART;TZID=Mars/Base:20261201T150000\r\n")), "unknown time or time zone in DTSTART"},
               {calendar(event("DTSTART:20261201T150000Z\r\nDTEND:20261201T140000Z\r\n")),
                "the event ends before it begins, or lasts more than a year"},
               {calendar(event("DTSTART:20261201T150000Z\r\nRRULE:FREQ=SECONDLY\r\n")),
                "a repetition that the kiosk does not know: FREQ=SECONDLY"},
               {calendar(event("DTSTART:20261201T150000Z\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3\r\n")),
                "a repetition that the kiosk does not know: FREQ=DAILY;BYHOUR=1,2,3"},
               {calendar(event("DTSTART:20261201T150000Z\r\n") + event("DTSTART:20261202T150000Z\r\n")),
                "the event 'cafe' stands twice"},
               {calendar(event("RECURRENCE-ID:20261201T150000Z\r\nDTSTART:20261201T150000Z\r\n")),
                "a change of the event 'cafe', which the calendar lacks"}};
  for (const auto& c : cases) {
    const Read got = read(c.text);
    ASSERT_EQ(got.errors.size(), 1u) << c.text.substr(0, 200);
    EXPECT_EQ(got.errors[0], c.error) << c.text.substr(0, 200);
  }
}

}  // namespace
}  // namespace kiosk::tool
