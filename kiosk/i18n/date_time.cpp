#include "i18n/date_time.h"

#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <charconv>
#include <cstdio>
#include <memory>

#include "base/lru_cache.h"
#include "i18n/locale.h"

namespace kiosk::i18n {

namespace {

std::unique_ptr<icu::TimeZone> stockholm() {
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone("Europe/Stockholm"));
}

icu::Locale gregorian_locale(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(normalise_tag(tag), status);
  locale.setKeywordValue("calendar", "gregorian", status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

std::unique_ptr<icu::SimpleDateFormat> make_formatter(std::string_view tag, const char16_t* skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = gregorian_locale(tag);
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  const icu::UnicodeString pattern = patterns->getBestPattern(skeleton, status);
  if (U_FAILURE(status) || pattern.isEmpty()) return nullptr;
  auto formatter = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  return U_SUCCESS(status) ? std::move(formatter) : nullptr;
}

// Making one takes ICU longer than laying out a screen, and every screen has a clock.
using Formatters = LruCache<std::string, std::unique_ptr<icu::SimpleDateFormat>>;
Formatters& formatters() {
  constexpr std::size_t kMost = 8;
  thread_local Formatters known(kMost);
  return known;
}

// Null where ICU has none.
icu::SimpleDateFormat* formatter_of(std::string_view tag, const char16_t* skeleton) {
  Formatters& known = formatters();
  std::string key(tag);
  key += ' ';
  icu::UnicodeString(skeleton).toUTF8String(key);
  if (const auto* const found = known.find(key)) return found->get();
  return known.put(std::move(key), make_formatter(tag, skeleton)).get();
}

std::string format(std::int64_t ms, std::string_view tag, const char16_t* skeleton, const icu::TimeZone& zone) {
  icu::SimpleDateFormat* const formatter = formatter_of(tag, skeleton);
  if (formatter == nullptr) return {};
  formatter->setTimeZone(zone);
  icu::UnicodeString out;
  formatter->format(static_cast<UDate>(ms), out);
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

// Reads exactly `digits` decimal digits at `at`.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  const char* end = text.data() + at + digits;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  if (error != std::errc() || stop != end || value < 0) return std::nullopt;
  return value;
}

struct Fields {
  int year, month, day, hour, minute, second, offset_minutes;
};

Fields stockholm_fields(std::int64_t now_ms) {
  UErrorCode status = U_ZERO_ERROR;
  const auto zone = stockholm();
  icu::GregorianCalendar calendar(*zone, icu::Locale::getRoot(), status);
  calendar.setTime(static_cast<UDate>(now_ms), status);
  const auto get = [&](UCalendarDateFields field) { return calendar.get(field, status); };
  return {get(UCAL_YEAR),
          get(UCAL_MONTH) + 1,
          get(UCAL_DATE),
          get(UCAL_HOUR_OF_DAY),
          get(UCAL_MINUTE),
          get(UCAL_SECOND),
          (get(UCAL_ZONE_OFFSET) + get(UCAL_DST_OFFSET)) / 60000};
}

}  // namespace

void forget_formatters() { formatters().clear(); }

std::string format_clock(std::int64_t now_ms, std::string_view locale) {
  const std::string text = format(now_ms, locale, u"Hmm", *stockholm());
  if (!text.empty()) return text;
  const Fields f = stockholm_fields(now_ms);
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d", f.hour, f.minute);
  return buffer;
}

std::string format_date(std::string_view iso, std::string_view locale) {
  const auto ms = parse_iso_time(std::string(iso) + "T12:00Z");
  const std::string text = ms ? format(*ms, locale, u"EEEEdMMMMy", *icu::TimeZone::getGMT()) : "";
  return text.empty() ? std::string(iso) : text;
}

std::string format_weekday(std::string_view iso, std::string_view locale) {
  const auto ms = parse_iso_time(std::string(iso) + "T12:00Z");
  const std::string text = ms ? format(*ms, locale, u"cccc", *icu::TimeZone::getGMT()) : "";
  return text.empty() ? std::string(iso) : text;
}

std::string format_when(std::int64_t ms, WhenParts parts, std::string_view locale) {
  const std::string text = format(ms, locale, parts == WhenParts::kDate ? u"EEEEdMMMMHmm" : u"EEEEHmm", *stockholm());
  return text.empty() ? iso_time(ms) : text;
}

std::string format_span(int from, int to, std::string_view locale) {
  constexpr int kDay = 24 * 60;
  const icu::TimeZone& gmt = *icu::TimeZone::getGMT();  // the wall clock alone: no hour of it is left out
  const auto moment = [](int minutes) { return static_cast<UDate>(minutes) * 60'000; };
  UErrorCode status = U_ZERO_ERROR;
  // An interval that crosses midnight would be given its dates.
  if (from < to && to < kDay) {
    const std::unique_ptr<icu::DateIntervalFormat> intervals(
        icu::DateIntervalFormat::createInstance(u"Hmm", gregorian_locale(locale), status));
    if (U_SUCCESS(status)) {
      intervals->setTimeZone(gmt);
      const icu::DateInterval interval(moment(from), moment(to));
      icu::FieldPosition position;
      icu::UnicodeString out;
      intervals->format(&interval, out, position, status);
      std::string utf8;
      if (U_SUCCESS(status) && !out.isEmpty()) return out.toUTF8String(utf8);
    }
  }
  const auto clock = [&](int minutes) { return format(std::int64_t{minutes} * 60'000, locale, u"Hmm", gmt); };
  return clock(from) + "–" + clock(to % kDay);
}

std::optional<std::int64_t> parse_iso_time(std::string_view text) {
  const auto year = number_at(text, 0, 4), month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  const auto hour = number_at(text, 11, 2), minute = number_at(text, 14, 2);
  if (!year || !month || !day || !hour || !minute) return std::nullopt;
  if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':') return std::nullopt;
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31 || *hour > 23 || *minute > 59) return std::nullopt;
  std::size_t at = 16;
  int second = 0;
  if (at < text.size() && text[at] == ':') {
    const auto value = number_at(text, at + 1, 2);
    if (!value || *value > 59) return std::nullopt;
    second = *value;
    at += 3;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::string_view zone = text.substr(at);
  std::unique_ptr<icu::TimeZone> time_zone;
  int offset_minutes = 0;
  if (zone.empty()) {
    time_zone = stockholm();
  } else if (zone == "Z") {
    time_zone.reset(icu::TimeZone::getGMT()->clone());
  } else {
    const auto hours = number_at(zone, 1, 2), minutes = number_at(zone, 4, 2);
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !hours || !minutes)
      return std::nullopt;
    offset_minutes = (*hours * 60 + *minutes) * (zone[0] == '-' ? -1 : 1);
    time_zone.reset(icu::TimeZone::getGMT()->clone());
  }
  icu::GregorianCalendar calendar(*time_zone, icu::Locale::getRoot(), status);
  calendar.setLenient(false);
  calendar.clear();
  calendar.set(*year, *month - 1, *day, *hour, *minute, second);
  const UDate when = calendar.getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<std::int64_t>(when) - std::int64_t{offset_minutes} * 60'000;
}

std::string iso_date(std::int64_t now_ms) { return iso_time(now_ms).substr(0, 10); }

int minutes_of_day(std::int64_t now_ms) {
  const Fields f = stockholm_fields(now_ms);
  return f.hour * 60 + f.minute;
}

std::string iso_time(std::int64_t now_ms) {
  const Fields f = stockholm_fields(now_ms);
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", f.year, f.month, f.day, f.hour,
                f.minute, f.second, f.offset_minutes < 0 ? '-' : '+', std::abs(f.offset_minutes) / 60,
                std::abs(f.offset_minutes) % 60);
  return buffer;
}

}  // namespace kiosk::i18n
