// Calendars that staff keep elsewhere and put into events/<id>.ics (RFC 5545), as plain values. The only file that sees
// libical. A calendar is hostile input: its size, depth and repetitions are bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/tree.h"
#include "source_page.h"

namespace kiosk::tool {

// A wall clock time in a zone (IANA), or a whole day.
struct CalendarTime {
  int day = 0, minutes = 0;  // days since 1970
  bool whole_day = false;
  std::string zone;
};

struct CalendarEvent {
  // One meeting of a series that differs from the others.
  struct Change {
    CalendarTime of, start;  // which one it is, and when it is now
    int length_min = 0;
    bool cancelled = false;
    std::string place;
  };
  std::string id;  // of its UID
  SourceText title;
  std::vector<SourceText> text;
  std::string place;
  CalendarTime start;
  int length_min = 0;
  bool cancelled = false;
  std::string rule;  // RRULE; empty = once
  std::vector<CalendarTime> more, without;
  std::vector<Change> changes;
};

struct CalendarSource {
  std::string id;
  bool sample = false;  // X-KIOSK-SAMPLE:TRUE
  std::vector<CalendarEvent> events;
  SourcePosition at;
};

inline constexpr std::size_t kLargestCalendar = 256u << 10;
inline constexpr std::size_t kMostOccurrences = 500;  // of one calendar in a tree
inline constexpr int kDaysAhead = 400;                // after the tree's date

CalendarSource read_calendar(std::string_view text, std::string_view path, DiagnosticSink& sink);

// When it takes place from the day before `today` (ISO) on, in order; endless series are cut.
std::vector<content::EventTime> times_of(const CalendarEvent& event, std::string_view today);

}  // namespace kiosk::tool
