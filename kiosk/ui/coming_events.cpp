#include "ui/coming_events.h"

#include <algorithm>
#include <tuple>

#include "i18n/date_time.h"
#include "i18n/opening_hours.h"
#include "i18n/swedish_holidays.h"

namespace kiosk::ui {

namespace {

constexpr std::size_t kMostShown = 60;

std::optional<std::int64_t> moment(const std::string& text) {
  if (text.size() > 10) return i18n::parse_iso_time(text);
  const auto day = i18n::day_number(text);
  if (!day) return std::nullopt;
  return i18n::stockholm_ms(*day, 0);
}

int day_of(std::int64_t ms) { return i18n::day_number(i18n::iso_date(ms)).value_or(0); }

int minutes_of(std::int64_t ms) {
  const std::string text = i18n::iso_time(ms);
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return two(11) * 60 + two(14);
}

}  // namespace

std::vector<ComingEvent> coming_events(const content::Events& events, const std::string& calendar,
                                       std::int64_t now_ms) {
  std::vector<ComingEvent> coming;
  const int today = day_of(now_ms);
  for (const content::Event& event : events.events) {
    if (!calendar.empty() && event.calendar != calendar) continue;
    for (const content::EventTime& time : event.times) {
      const auto from = moment(time.start), to = moment(time.end);
      if (!from || !to || std::max(*from, *to) < now_ms || (*to == now_ms && *from < *to)) continue;
      coming.push_back(
          {&event, &time, *from, std::max(*from, *to), time.start.size() == 10, std::max(today, day_of(*from))});
    }
  }
  std::stable_sort(coming.begin(), coming.end(), [](const ComingEvent& a, const ComingEvent& b) {
    return std::tie(a.day, a.from_ms, a.event->id) < std::tie(b.day, b.from_ms, b.event->id);
  });
  if (coming.size() > kMostShown) coming.resize(kMostShown);
  return coming;
}

std::string event_time(const ComingEvent& event, std::string_view locale) {
  constexpr std::int64_t kDay = 24 * 60 * 60'000;
  const int from = day_of(event.from_ms), to = day_of(event.whole_day ? event.to_ms - 1 : event.to_ms);
  if (event.whole_day) {
    if (from == to) return {};
    return i18n::format_date(i18n::date_of_day(from), locale) + " – " +
           i18n::format_date(i18n::date_of_day(to), locale);
  }
  if (event.to_ms == event.from_ms) return i18n::format_clock(event.from_ms, locale);
  if (event.to_ms - event.from_ms >= kDay)
    return i18n::format_when(event.from_ms, i18n::WhenParts::kDate, locale) + " – " +
           i18n::format_when(event.to_ms, i18n::WhenParts::kDate, locale);
  return i18n::format_span(minutes_of(event.from_ms), minutes_of(event.to_ms), locale);
}

}  // namespace kiosk::ui
