// Public holidays of Sweden, computed (lag 1989:253 om allmänna helgdagar), and the eves on which municipal places are
// closed like on them. Gregorian calendar; days are counted so that arithmetic is plain.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::i18n {

// Days since 1970-01-01 of a date that exists, 1970 to 2999.
std::optional<int> day_number(std::string_view iso_date);
std::string date_of_day(int day);
int weekday_of(int day);  // Monday 0 … Sunday 6

// Easter Sunday (Meeus, Jones, Butcher).
int easter_day(int year);

enum class DayKind { kOrdinary, kHoliday, kEve };
// Eves: Midsummer's, Christmas and New Year's. Ordinary Sundays are ordinary: a place has hours of its own for them.
DayKind swedish_day_kind(int day);

}  // namespace kiosk::i18n
