#include "i18n/opening_hours.h"

#include <algorithm>

#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"

namespace kiosk::i18n {

namespace {

constexpr int kDay = 24 * 60;
constexpr int kFarthest = 100;  // days
const DaySpans kClosedDay;

int day_of(std::int64_t ms) { return day_number(iso_date(ms)).value_or(0); }

// What Stockholm's clock shows, as minutes since 1970 of that clock.
std::int64_t wall_minutes(std::int64_t ms) {
  const std::string text = iso_time(ms);
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return std::int64_t{day_number(text.substr(0, 10)).value_or(0)} * kDay + two(11) * 60 + two(14);
}

struct Moments {
  std::int64_t from, to;
};

}  // namespace

const DaySpans& spans_on(const OpeningHours& hours, int day) {
  if (const auto found = hours.dates.find(date_of_day(day)); found != hours.dates.end()) return found->second;
  const DaySpans& usual = hours.week[static_cast<std::size_t>(weekday_of(day))];
  const auto by_rule = [&](HolidayRule rule, const DaySpans& special) -> const DaySpans& {
    if (rule == HolidayRule::kAsUsual) return usual;
    return rule == HolidayRule::kSpecial ? special : kClosedDay;
  };
  switch (swedish_day_kind(day)) {
    case DayKind::kHoliday:
      return by_rule(hours.holidays, hours.holiday_spans);
    case DayKind::kEve:
      return by_rule(hours.eves, hours.eve_spans);
    case DayKind::kOrdinary:
      break;
  }
  return usual;
}

std::int64_t stockholm_ms(int day, int minutes) {
  const std::int64_t wanted = std::int64_t{day} * kDay + minutes;
  // Stockholm is one hour ahead in winter, two in summer: the earliest of the two that the clock has reached.
  const std::int64_t summer = (wanted - 120) * 60'000, winter = (wanted - 60) * 60'000;
  if (wall_minutes(summer) == wanted) return summer;
  if (wall_minutes(winter) == wanted) return winter;
  return winter - wall_minutes(winter) % 60 * 60'000;  // leapt over: the hour in which the clock leaps
}

OpenNow open_at(const OpeningHours& hours, std::int64_t now_ms) {
  const int today = day_of(now_ms);
  std::vector<Moments> spans;
  OpenNow result;
  // Yesterday's may end today.
  for (int day = today - 1; day <= today + kFarthest; ++day) {
    for (const OpenSpan& span : spans_on(hours, day)) {
      const Moments moments{stockholm_ms(day, span.from), stockholm_ms(day, span.to)};
      if (moments.to > now_ms) spans.push_back(moments);
    }
    if (day > today + 1 && !spans.empty() && !result.open) {
      std::sort(spans.begin(), spans.end(), [](const Moments& a, const Moments& b) { return a.from < b.from; });
      if (spans.front().from > now_ms) return {false, spans.front().from};
      result.open = true;
    }
    if (result.open) {
      std::sort(spans.begin(), spans.end(), [](const Moments& a, const Moments& b) { return a.from < b.from; });
      std::int64_t end = spans.front().to;
      for (const Moments& m : spans)
        if (m.from <= end) end = std::max(end, m.to);
      if (end < stockholm_ms(day, kDay)) return {true, end};  // nothing of later days can touch it
    }
  }
  return result;
}

std::array<DayHours, 7> week_of(const OpeningHours& hours, std::int64_t now_ms) {
  const int today = day_of(now_ms), monday = today - weekday_of(today);
  std::array<DayHours, 7> week;
  for (int i = 0; i < 7; ++i) {
    DayHours& day = week[static_cast<std::size_t>(i)];
    day.day = monday + i;
    day.spans = spans_on(hours, day.day);
    day.changed = day.spans != hours.week[static_cast<std::size_t>(i)];
  }
  return week;
}

}  // namespace kiosk::i18n
