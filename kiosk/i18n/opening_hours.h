// When a place is open: weekly hours, other hours on dates, on Swedish public holidays and on the eves that are closed
// like them. Wall clock of Stockholm, so that "10 to 18" stays that when the clocks change. Pure: knows no screen.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::i18n {

// Minutes of the day, 0 <= from < 1440, from < to <= from + 1440: after 1440 it is the next day's morning.
struct OpenSpan {
  int from = 0, to = 0;
  bool operator==(const OpenSpan&) const = default;
};
using DaySpans = std::vector<OpenSpan>;

// What a holiday means here; kSpecial: the spans given for it.
enum class HolidayRule { kClosed, kAsUsual, kSpecial };

struct OpeningHours {
  std::array<DaySpans, 7> week;           // Monday first
  std::map<std::string, DaySpans> dates;  // ISO date -> the hours of that day instead; none = closed
  HolidayRule holidays = HolidayRule::kClosed, eves = HolidayRule::kClosed;
  DaySpans holiday_spans, eve_spans;  // of kSpecial
};

// The spans that begin on a day (days since 1970-01-01, see swedish_holidays).
const DaySpans& spans_on(const OpeningHours& hours, int day);

struct OpenNow {
  bool open = false;
  // When that ends: the place closes, or opens. Nothing: not within 100 days.
  std::optional<std::int64_t> until_ms;
};
// Spans that touch (to 24:00, from 0:00) are one.
OpenNow open_at(const OpeningHours& hours, std::int64_t now_ms);

struct DayHours {
  int day = 0;
  DaySpans spans;        // none = closed
  bool changed = false;  // other than its weekday's
};
// The week from Monday that has the moment.
std::array<DayHours, 7> week_of(const OpeningHours& hours, std::int64_t now_ms);

// The moment of a wall clock time in Stockholm; minutes beyond the day count on. A time that the clocks leap over is
// the moment of the leap; one that comes twice is the first.
std::int64_t stockholm_ms(int day, int minutes);

}  // namespace kiosk::i18n
