// Dates and times as a language writes them: region Sweden, Gregorian calendar, 24 hours (REQUIREMENTS H11), in
// Europe/Stockholm time. Locales are ICU tags from the language's data ("ar-SE").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::i18n {

// "09:05" in the locale's digits.
std::string format_clock(std::int64_t now_ms, std::string_view locale);

// Weekday, day, month by name and four-digit year, of an ISO date ("2026-11-01"); the text itself when it is no date.
std::string format_date(std::string_view iso_date, std::string_view locale);

// "Tuesday" of an ISO date, and "Tuesday 10:00" or "Tuesday 15 December 10:00" of a moment.
std::string format_weekday(std::string_view iso_date, std::string_view locale);
enum class WhenParts { kWeekday, kDate };
std::string format_when(std::int64_t ms, WhenParts parts, std::string_view locale);

// "10:00–18:00" of minutes of the day, `to` at most a day after `from`; beyond 1440 it is the next morning.
std::string format_span(int from, int to, std::string_view locale);

// Those of the last languages are kept, by each thread its own; now this thread's are let go.
void forget_formatters();

// Milliseconds since 1970 of "2026-03-02T09:00+01:00", "…Z", or a local time without offset (then Stockholm's).
std::optional<std::int64_t> parse_iso_time(std::string_view text);

// "2026-03-02" in Stockholm.
std::string iso_date(std::int64_t now_ms);
// 0 to 1439: what Stockholm's clock shows.
int minutes_of_day(std::int64_t now_ms);
// "2026-03-02T09:00:00+01:00" in Stockholm.
std::string iso_time(std::int64_t now_ms);

}  // namespace kiosk::i18n
