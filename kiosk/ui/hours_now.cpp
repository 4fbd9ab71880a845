#include "ui/hours_now.h"

#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"

namespace kiosk::ui {

namespace {

// How far ahead residents are told of other hours, and how many days at most.
constexpr int kDaysAhead = 45;
constexpr std::size_t kMostComing = 8;

i18n::DaySpans spans_of(const std::vector<content::HoursSpan>& from) {
  i18n::DaySpans spans;
  for (const content::HoursSpan& span : from) spans.push_back({span.from, span.to});
  return spans;
}

i18n::HolidayRule rule_of(content::HoursRule::Kind kind) {
  switch (kind) {
    case content::HoursRule::Kind::kClosed:
      return i18n::HolidayRule::kClosed;
    case content::HoursRule::Kind::kUsual:
      return i18n::HolidayRule::kAsUsual;
    case content::HoursRule::Kind::kOwn:
      return i18n::HolidayRule::kSpecial;
  }
  return i18n::HolidayRule::kClosed;
}

i18n::OpeningHours rules_of(const content::Hours& from) {
  i18n::OpeningHours hours;
  for (std::size_t i = 0; i < from.week.size(); ++i) hours.week[i] = spans_of(from.week[i]);
  for (const auto& [date, spans] : from.dates) hours.dates.emplace(date, spans_of(spans));
  hours.holidays = rule_of(from.holidays.kind);
  hours.eves = rule_of(from.eves.kind);
  hours.holiday_spans = spans_of(from.holidays.spans);
  hours.eve_spans = spans_of(from.eves.spans);
  return hours;
}

}  // namespace

std::vector<content::HoursSpan> spans_on(const content::Hours& hours, int day) {
  const i18n::OpeningHours rules = rules_of(hours);
  std::vector<content::HoursSpan> spans;
  for (const i18n::OpenSpan& span : i18n::spans_on(rules, day)) spans.push_back({span.from, span.to});
  return spans;
}

HoursNow hours_at(const content::Hours& from, std::int64_t now_ms) {
  const i18n::OpeningHours hours = rules_of(from);
  HoursNow at;
  at.now = i18n::open_at(hours, now_ms);
  at.today = i18n::day_number(i18n::iso_date(now_ms)).value_or(0);
  at.week = i18n::week_of(hours, now_ms);
  for (int day = at.today; day < at.today + kDaysAhead && at.coming.size() < kMostComing; ++day) {
    const i18n::DaySpans& spans = i18n::spans_on(hours, day);
    if (spans != hours.week[static_cast<std::size_t>(i18n::weekday_of(day))]) at.coming.push_back({day, spans, true});
  }
  return at;
}

HoursOfPage hours_of(const content::Page& page, const StaffSettings& settings, std::int64_t now_ms) {
  HoursOfPage all;
  for (const content::Block& block : page.blocks)
    if (block.kind == content::BlockKind::kHours)
      all.emplace(block.id, hours_at(with_exceptions(block.hours, settings, block.id), now_ms));
  return all;
}

}  // namespace kiosk::ui
