#include "i18n/swedish_holidays.h"

#include <charconv>
#include <cstdio>

namespace kiosk::i18n {

namespace {

// Howard Hinnant's days_from_civil and its inverse.
int days_from_civil(int year, int month, int day) {
  year -= month <= 2;
  const int era = year / 400, of_era = year - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct Civil {
  int year, month, day;
};

Civil civil_of(int day) {
  day += 719468;
  const int era = day / 146097, of_era = day - era * 146097;
  const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * of_year + 2) / 153;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1};
}

// The first Saturday from the date on.
int saturday_from(int year, int month, int day) {
  const int from = days_from_civil(year, month, day);
  return from + (5 - weekday_of(from) + 7) % 7;
}

}  // namespace

std::optional<int> day_number(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  int parts[3] = {};
  constexpr std::size_t kAt[] = {0, 5, 8}, kLength[] = {4, 2, 2};
  for (int i = 0; i < 3; ++i) {
    const char* end = iso.data() + kAt[i] + kLength[i];
    const auto [stop, error] = std::from_chars(iso.data() + kAt[i], end, parts[i]);
    if (error != std::errc() || stop != end) return std::nullopt;
  }
  if (parts[0] < 1970 || parts[0] > 2999 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1) return std::nullopt;
  const int day = days_from_civil(parts[0], parts[1], parts[2]);
  return date_of_day(day) == iso ? std::optional(day) : std::nullopt;  // 30 February becomes another day
}

std::string date_of_day(int day) {
  const Civil c = civil_of(day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", c.year, c.month, c.day);
  return text;
}

int weekday_of(int day) { return ((day + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

int easter_day(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return days_from_civil(year, n / 31, n % 31 + 1);
}

DayKind swedish_day_kind(int day) {
  const Civil c = civil_of(day);
  const auto on = [&](int month, int date) { return c.month == month && c.day == date; };
  if (on(1, 1) || on(1, 6) || on(5, 1) || on(6, 6) || on(12, 25) || on(12, 26)) return DayKind::kHoliday;
  // Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday.
  const int after_easter = day - easter_day(c.year);
  for (const int offset : {-2, 0, 1, 39, 49})
    if (after_easter == offset) return DayKind::kHoliday;
  const int midsummer = saturday_from(c.year, 6, 20);
  if (day == midsummer || day == saturday_from(c.year, 10, 31)) return DayKind::kHoliday;
  if (day == midsummer - 1 || on(12, 24) || on(12, 31)) return DayKind::kEve;
  return DayKind::kOrdinary;
}

}  // namespace kiosk::i18n
