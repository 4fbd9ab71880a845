#include "ui/notices.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "content/value_formats.h"
#include "content/yaml_guard.h"
#include "i18n/date_time.h"
#include "i18n/message.h"
#include "i18n/opening_hours.h"
#include "i18n/swedish_holidays.h"

namespace kiosk::ui {

namespace {

constexpr std::size_t kLongestName = 60;
constexpr int kMostDigits = 4;

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int whole(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_time(std::string_view text) {
  return text.size() == 5 && text[2] == ':' && is_digits(text.substr(0, 2)) && is_digits(text.substr(3)) &&
         whole(text.substr(0, 2)) < 24 && whole(text.substr(3)) < 60;
}

bool is_name(std::string_view text) {
  return text.find_first_not_of(' ') != std::string_view::npos && text.find('\n') == std::string_view::npos &&
         !content::find_forbidden_character(text) && count_characters(text) <= kLongestName;
}

int day_of(std::int64_t ms) { return i18n::day_number(i18n::iso_date(ms)).value_or(0); }

// A day on which no clock is turned, so that every time of the day exists.
std::string clock_words(std::string_view time, std::string_view locale) {
  return i18n::format_clock(i18n::stockholm_ms(0, whole(time.substr(0, 2)) * 60 + whole(time.substr(3))), locale);
}

}  // namespace

bool is_notice_value(std::string_view kind, std::string_view text) {
  if (kind == "time") return is_time(text);
  if (kind == "date") return content::kIsoDate.matches(text);
  if (kind == "number") return !text.empty() && text.size() <= kMostDigits && is_digits(text);
  return kind == "place" && is_name(text);
}

bool fits(const content::Notice& notice, const NoticeValues& values) {
  return notice.values.size() == values.size() &&
         std::all_of(notice.values.begin(), notice.values.end(), [&](const auto& asked) {
           const auto given = values.find(asked.first);
           return given != values.end() && is_notice_value(asked.second, given->second);
         });
}

std::string notice_words(const content::Notice& notice, const NoticeValues& values, std::string_view format_locale) {
  i18n::Arguments arguments;
  for (const auto& [name, kind] : notice.values) {
    const std::string& value = values.find(name)->second;
    if (kind == "number")
      arguments.emplace(name, static_cast<std::int64_t>(whole(value)));
    else if (kind == "time")
      arguments.emplace(name, clock_words(value, format_locale));
    else if (kind == "date")
      arguments.emplace(name, i18n::format_date(value, format_locale));
    else
      arguments.emplace(name, value);
  }
  std::string pattern;
  for (const content::TextRun& run : notice.text.runs) pattern += run.text;
  return i18n::format_message(format_locale, pattern, arguments);
}

std::vector<ShownNotice> shown_notices(const content::Notices& notices, const std::vector<PostedNotice>& posted,
                                       std::int64_t now_ms) {
  std::vector<ShownNotice> shown;
  for (const content::Notice& notice : notices.notices)
    for (const PostedNotice& one : posted)
      if (one.id == notice.id && one.until_ms > now_ms && fits(notice, one.values)) shown.push_back({&notice, &one});
  std::stable_partition(shown.begin(), shown.end(), [](const ShownNotice& one) { return one.notice->danger; });
  return shown;
}

NoticeValues first_values(const content::Notice& notice, std::int64_t now_ms) {
  constexpr std::int64_t kHour = 60 * 60'000;
  NoticeValues values;
  for (const auto& [name, kind] : notice.values) {
    if (kind == "time")
      values[name] = i18n::iso_time(now_ms + kHour).substr(11, 2) + ":00";
    else if (kind == "date")
      values[name] = i18n::date_of_day(day_of(now_ms) + 1);
    else
      values[name] = kind == "number" ? "1" : "";
  }
  return values;
}

std::vector<std::string> notice_ends(const content::Notice& notice) {
  if (notice.today) return {"today"};
  std::vector<std::string> ends{"today", "hour", "hours", "tomorrow", "week"};
  for (const auto& [name, kind] : notice.values)
    if (kind == "date") ends.insert(ends.begin(), "date");
  return ends;
}

std::int64_t notice_end_ms(std::string_view end, const NoticeValues& values, std::int64_t now_ms) {
  constexpr std::int64_t kHour = 60 * 60'000;
  constexpr int kLastMinute = 24 * 60 - 1;
  const int today = day_of(now_ms);
  if (end == "hour") return now_ms + kHour;
  if (end == "hours") return now_ms + 3 * kHour;
  if (end == "date")
    for (const auto& [name, value] : values)
      if (const auto day = i18n::day_number(value)) return i18n::stockholm_ms(*day, 0);
  return i18n::stockholm_ms(today + (end == "tomorrow" ? 1 : end == "week" ? 7 : 0), kLastMinute);
}

std::string notice_end(std::int64_t until_ms, std::int64_t now_ms, std::string_view format_locale) {
  if (i18n::iso_date(until_ms) == i18n::iso_date(now_ms)) return i18n::format_clock(until_ms, format_locale);
  return i18n::format_when(until_ms, i18n::WhenParts::kDate, format_locale);
}

}  // namespace kiosk::ui
