#include "content/hours_fields.h"

#include <algorithm>
#include <cstdio>

#include "content/quote.h"

namespace kiosk::content {

namespace {

constexpr int kDay = 24 * 60;
constexpr std::size_t kMostSpans = 6, kMostDates = 100;
constexpr std::array<const char*, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};

// "09:30" at `at`; -1 when there is none. 24:00 is the day's end.
int minutes_at(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) {
    return text[at + i] >= '0' && text[at + i] <= '9' ? text[at + i] - '0' : -1;
  };
  for (const std::size_t i : {0u, 1u, 3u, 4u})
    if (digit(i) < 0) return -1;
  const int minutes = (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
  return text[at + 2] != ':' || digit(3) > 5 || minutes > kDay ? -1 : minutes;
}

bool parse_span(std::string_view text, HoursSpan& span) {
  if (text.size() != 11 || text[5] != '-') return false;
  span = {minutes_at(text, 0), minutes_at(text, 6)};
  if (span.from < 0 || span.from == kDay || span.to < 0) return false;
  if (span.to <= span.from) span.to += kDay;
  return true;
}

bool is_span(std::string_view text) {
  HoursSpan span;
  return parse_span(text, span);
}
constexpr Format kSpan{is_span, "a time such as 10:00-18:00"};

std::string span_text(const HoursSpan& span) {
  const int to = span.to > kDay ? span.to - kDay : span.to;
  char text[64];
  std::snprintf(text, sizeof text, "%02d:%02d-%02d:%02d", span.from / 60, span.from % 60, to / 60, to % 60);
  return text;
}

std::vector<HoursSpan> read_spans(const Yaml& map, std::string_view key, FieldReader& fields) {
  std::vector<HoursSpan> spans;
  for (const std::string& text : fields.texts(map, key, kSpan)) parse_span(text, spans.emplace_back());
  const Yaml* at = map.find(key);
  if (spans.size() > kMostSpans)
    fields.error(*at, "a day has " + std::to_string(kMostSpans) + " times at most", {}, "limit");
  for (std::size_t i = 1; i < spans.size(); ++i)
    if (spans[i].from < spans[i - 1].to)
      fields.error(*at, quote(span_text(spans[i])) + " begins before " + quote(span_text(spans[i - 1])) + " has ended",
                   "write the times of a day in order, without overlap");
  return spans;
}

HoursRule read_rule(const Yaml& map, std::string_view key, FieldReader& fields) {
  const Yaml* value = map.find(key);
  if (value == nullptr) return {};
  if (value->is_scalar()) return {static_cast<HoursRule::Kind>(fields.word(map, key, {"closed", "usual"})), {}};
  return {HoursRule::Kind::kOwn, read_spans(map, key, fields)};
}

Yaml spans_to_yaml(const std::vector<HoursSpan>& spans) {
  std::vector<Yaml> list;
  for (const HoursSpan& span : spans) list.push_back(yaml_text(span_text(span)));
  return yaml_list(std::move(list));
}

}  // namespace

Hours read_hours(const Yaml& map, FieldReader& fields) {
  static const MapShape kWeek{"the week", {}, {kWeekdays.begin(), kWeekdays.end()}};
  static const MapShape kDate{"a date", {"date"}, {"open"}};
  Hours hours;
  if (const Yaml* week = map.find("week"); week != nullptr && fields.map(*week, kWeek))
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) hours.week[i] = read_spans(*week, kWeekdays[i], fields);
  for (const Yaml& item : fields.items(map, "dates")) {
    if (!fields.map(item, kDate)) continue;
    std::string date = fields.required(item, "date", kIsoDate);
    if (!hours.dates.emplace(date, read_spans(item, "open", fields)).second)
      fields.error(item, quote(date) + " stands twice", "keep one of them", "duplicate-id");
  }
  if (hours.dates.size() > kMostDates)
    fields.error(map, "a place has " + std::to_string(kMostDates) + " dates at most", "take the old ones away",
                 "limit");
  hours.holidays = read_rule(map, "holidays", fields);
  hours.eves = read_rule(map, "eves", fields);
  return hours;
}

Yaml hours_to_yaml(const Hours& hours) {
  std::vector<std::pair<std::string, Yaml>> entries, week;
  std::vector<Yaml> dates;
  for (const auto& [date, spans] : hours.dates) {
    std::vector<std::pair<std::string, Yaml>> entry{{"date", yaml_text(date)}};
    if (!spans.empty()) entry.emplace_back("open", spans_to_yaml(spans));
    dates.push_back(yaml_map(std::move(entry)));
  }
  if (!dates.empty()) entries.emplace_back("dates", yaml_list(std::move(dates)));
  const auto put = [&](const char* key, const HoursRule& rule) {
    if (rule.kind == HoursRule::Kind::kUsual) entries.emplace_back(key, yaml_text("usual"));
    if (rule.kind == HoursRule::Kind::kOwn) entries.emplace_back(key, spans_to_yaml(rule.spans));
  };
  put("holidays", hours.holidays);
  put("eves", hours.eves);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i)
    if (!hours.week[i].empty()) week.emplace_back(kWeekdays[i], spans_to_yaml(hours.week[i]));
  entries.emplace_back("week", yaml_map(std::move(week)));
  return yaml_map(std::move(entries));
}

}  // namespace kiosk::content
