#include "calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

#include "base/utf8.h"
#include "content/value_formats.h"
#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"
#include "i18n/time_zone.h"

namespace kiosk::tool {
namespace {

constexpr int kDay = 24 * 60;
constexpr std::int64_t kDayMs = std::int64_t{kDay} * 60'000;
constexpr int kMostSteps = 20'000;  // of a series, before what lies in the past is given up
constexpr int kDeepest = 4;         // VCALENDAR > VTIMEZONE > STANDARD
constexpr std::size_t kMostEvents = 300;
constexpr const char* kHome = "Europe/Stockholm";

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

std::optional<CalendarTime> wall_time(const icaltimetype& from, const char* tzid) {
  char date[64];
  std::snprintf(date, sizeof date, "%04d-%02d-%02d", from.year, from.month, from.day);
  const auto day = i18n::day_number(date);
  if (!day) return std::nullopt;
  CalendarTime time{*day, from.is_date ? 0 : from.hour * 60 + from.minute, from.is_date != 0, kHome};
  if (icaltime_is_utc(from)) time.zone = "Etc/UTC";
  if (tzid != nullptr) {
    const auto zone = i18n::zone_name(tzid);
    if (!zone) return std::nullopt;
    time.zone = *zone;
  }
  return time;
}

const char* tzid_of(icalproperty* property) {
  icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  return parameter == nullptr ? nullptr : icalparameter_get_tzid(parameter);
}

std::int64_t ms_of(const CalendarTime& time, int minutes_on = 0) {
  return i18n::zone_ms(time.whole_day ? kHome : time.zone, time.day, time.minutes + minutes_on).value_or(0);
}

std::string id_of_uid(std::string_view uid) {
  std::string id;
  for (const char c : uid.substr(0, uid.find('@'))) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
      id += lower;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.substr(0, 60);
}

// 0 when the nesting is sound, else the line at fault.
int bad_nesting(std::string_view text) {
  int depth = 0, line = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view words = text.substr(start, end - start);
    ++line;
    if (words.starts_with("BEGIN:") || words.starts_with("begin:")) ++depth;
    if (words.starts_with("END:") || words.starts_with("end:")) --depth;
    if (depth > kDeepest || depth < 0) return line;
    start = end + 1;
  }
  return depth == 0 ? 0 : std::max(line, 1);
}

class CalendarReader {
 public:
  CalendarReader(std::string_view text, std::string_view path, DiagnosticSink& sink)
      : text_(text), path_(path), sink_(sink) {}

  CalendarSource read() {
    calendar_.id = path_.substr(path_.rfind('/') + 1);
    calendar_.id.resize(calendar_.id.size() - std::min<std::size_t>(calendar_.id.size(), 4));
    calendar_.at = {std::string(path_), 1, 1};
    if (!content::kBlockId.matches(calendar_.id))
      error(1, "'" + calendar_.id + "' is no calendar's id", "name the file with small letters a-z, digits and '-'");
    if (text_.size() > kLargestCalendar)
      return error(1, "the calendar is larger than 256 KB", "export the coming year only", "limit"),
             std::move(calendar_);
    if (const std::size_t bad = find_invalid_utf8(text_);
        bad != std::string_view::npos || text_.find('\0') != std::string_view::npos)
      return error(1, "invalid UTF-8", "export the calendar as UTF-8", "encoding"), std::move(calendar_);
    if (const int line = bad_nesting(text_); line != 0)
      return error(line, "BEGIN and END do not match", "export the calendar anew"), std::move(calendar_);
    const Component root(icalparser_parse_string(std::string(text_).c_str()), icalcomponent_free);
    if (!root || icalcomponent_isa(root.get()) != ICAL_VCALENDAR_COMPONENT)
      return error(1, "no calendar", "a calendar begins with BEGIN:VCALENDAR; one in each file"), std::move(calendar_);
    for (icalproperty* p = icalcomponent_get_first_property(root.get(), ICAL_X_PROPERTY); p != nullptr;
         p = icalcomponent_get_next_property(root.get(), ICAL_X_PROPERTY)) {
      const char *name = icalproperty_get_x_name(p), *value = icalproperty_get_x(p);
      if (name != nullptr && value != nullptr && std::string_view(name) == "X-KIOSK-SAMPLE")
        calendar_.sample = std::string_view(value) == "TRUE";
    }
    std::vector<icalcomponent*> all;
    for (icalcomponent* c = icalcomponent_get_first_component(root.get(), ICAL_VEVENT_COMPONENT); c != nullptr;
         c = icalcomponent_get_next_component(root.get(), ICAL_VEVENT_COMPONENT))
      all.push_back(c);
    if (all.size() > kMostEvents)
      return error(1, "more than 300 events", "export the coming year only", "limit"), std::move(calendar_);
    for (icalcomponent* c : all) read_event(c, false);
    for (icalcomponent* c : all) read_event(c, true);
    return std::move(calendar_);
  }

 private:
  void error(int line, std::string message, std::string hint, std::string_view check = "syntax") {
    sink_.error(check, {std::string(path_), line, 1}, std::move(message), std::move(hint));
  }

  int line_of(std::string_view words) const {
    const std::size_t at = words.empty() ? std::string_view::npos : text_.find(words);
    if (at == std::string_view::npos) return 1;
    return 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  std::optional<CalendarTime> time(icalcomponent* event, icalproperty_kind kind, int line) {
    icalproperty* property = icalcomponent_get_first_property(event, kind);
    if (property == nullptr) return std::nullopt;
    const icalvalue* value = icalproperty_get_value(property);
    const auto found = value == nullptr ? std::nullopt : wall_time(icalvalue_get_datetime(value), tzid_of(property));
    if (!found)
      error(line, std::string("unknown time or time zone in ") + icalproperty_kind_to_string(kind),
            "use a time zone such as Europe/Stockholm");
    return found;
  }

  void times(icalcomponent* event, icalproperty_kind kind, int line, std::vector<CalendarTime>& out) {
    for (icalproperty* p = icalcomponent_get_first_property(event, kind); p != nullptr;
         p = icalcomponent_get_next_property(event, kind)) {
      const icaltimetype from =
          kind == ICAL_RDATE_PROPERTY ? icalproperty_get_rdate(p).time : icalproperty_get_exdate(p);
      const auto found = wall_time(from, tzid_of(p));
      if (found)
        out.push_back(*found);
      else
        error(line, std::string("unknown time or time zone in ") + icalproperty_kind_to_string(kind),
              "use a time zone such as Europe/Stockholm");
    }
  }

  static std::string text_of(icalcomponent* event, icalproperty_kind kind) {
    icalproperty* property = icalcomponent_get_first_property(event, kind);
    const icalvalue* value = property == nullptr ? nullptr : icalproperty_get_value(property);
    const char* text = value == nullptr ? nullptr : icalvalue_get_text(value);
    return text == nullptr ? "" : text;
  }

  // In wall clock minutes; a whole day without an end is one day.
  int length(icalcomponent* event, const CalendarTime& start, int line) {
    int minutes = start.whole_day ? kDay : 0;
    if (icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY) != nullptr) {
      if (const auto end = time(event, ICAL_DTEND_PROPERTY, line)) {
        const bool same = end->zone == start.zone;
        minutes = same ? (end->day - start.day) * kDay + end->minutes - start.minutes
                       : static_cast<int>((ms_of(*end) - ms_of(start)) / 60'000);
      }
    } else if (icalproperty* p = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY)) {
      minutes = icaldurationtype_as_int(icalproperty_get_duration(p)) / 60;
    }
    if (minutes < 0 || minutes > kDaysAhead * kDay) {
      error(line, "the event ends before it begins, or lasts more than a year", "mend DTEND");
      return 0;
    }
    return minutes;
  }

  void check_rule(const std::string& rule, int line) {
    icalrecurrencetype parsed = icalrecurrencetype_from_string(rule.c_str());
    const bool known = parsed.freq == ICAL_DAILY_RECURRENCE || parsed.freq == ICAL_WEEKLY_RECURRENCE ||
                       parsed.freq == ICAL_MONTHLY_RECURRENCE || parsed.freq == ICAL_YEARLY_RECURRENCE;
    const bool by_clock = parsed.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                          parsed.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                          parsed.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX;
    if (!known || by_clock || parsed.interval < 1 || parsed.rscale != nullptr)
      error(line, "a repetition that the kiosk does not know: " + rule.substr(0, 80),
            "repeat by day, week, month or year");
    icalmemory_free_buffer(parsed.rscale);
  }

  void read_event(icalcomponent* event, bool change) {
    const bool is_change = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) != nullptr;
    if (is_change != change) return;
    const char* uid = icalcomponent_get_uid(event);
    const std::string id = id_of_uid(uid == nullptr ? "" : uid);
    const int line = line_of(uid == nullptr ? "BEGIN:VEVENT" : uid);
    if (id.empty()) return error(line, "an event without a UID", "export the calendar anew");
    if (!change && icalcomponent_count_errors(event) > 0)
      return error(line, "the event '" + id + "' has a line that no calendar has", "export the calendar anew");
    const auto start = time(event, ICAL_DTSTART_PROPERTY, line);
    if (!start) {
      if (icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY) == nullptr)
        error(line, "the event '" + id + "' does not say when", "give it DTSTART");
      return;
    }
    const int minutes = length(event, *start, line);
    const bool cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
    const std::string place = text_of(event, ICAL_LOCATION_PROPERTY);
    if (change) {
      CalendarEvent::Change changed;  // field by field: GCC 12 sees uninitialised memory in braces (bug 105562)
      changed.start = *start;
      changed.length_min = minutes;
      changed.cancelled = cancelled;
      changed.place = place;
      return read_change(event, id, line, std::move(changed));
    }

    CalendarEvent read;
    read.id = id;
    const auto text = [&](std::string words) { return SourceText{std::move(words), {std::string(path_), line, 1}}; };
    read.title = text(text_of(event, ICAL_SUMMARY_PROPERTY));
    if (read.title.text.empty()) error(line, "the event '" + id + "' has no name", "give it a SUMMARY");
    const std::string description = text_of(event, ICAL_DESCRIPTION_PROPERTY);
    for (std::size_t at = 0; at < description.size();) {
      const std::size_t end = std::min(description.find('\n', at), description.size());
      if (end > at) read.text.push_back(text(description.substr(at, end - at)));
      at = end + 1;
    }
    read.place = place;
    read.start = *start;
    read.length_min = minutes;
    read.cancelled = cancelled;
    icalproperty* rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    if (rule != nullptr) {
      icalrecurrencetype parsed = icalproperty_get_rrule(rule);
      if (const char* words = icalrecurrencetype_as_string(&parsed)) read.rule = words;
      check_rule(read.rule, line);
    }
    if (icalcomponent_count_properties(event, ICAL_RRULE_PROPERTY) > 1 ||
        icalcomponent_count_properties(event, ICAL_EXRULE_PROPERTY) > 0)
      error(line, "more than one repetition", "make it two events");
    times(event, ICAL_RDATE_PROPERTY, line, read.more);
    times(event, ICAL_EXDATE_PROPERTY, line, read.without);
    const auto same = [&](const CalendarEvent& other) { return other.id == id; };
    if (std::any_of(calendar_.events.begin(), calendar_.events.end(), same))
      return error(line, "the event '" + id + "' stands twice", "give it another UID", "duplicate-id");
    calendar_.events.push_back(std::move(read));
  }

  void read_change(icalcomponent* event, const std::string& id, int line, CalendarEvent::Change change) {
    icalproperty* property = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
    if (icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) != nullptr)
      return error(line, "a change of all later meetings", "end the series and begin a new one");
    const auto of = time(event, ICAL_RECURRENCEID_PROPERTY, line);
    if (!of) return;
    change.of = *of;
    const auto series = std::find_if(calendar_.events.begin(), calendar_.events.end(),
                                     [&](const CalendarEvent& e) { return e.id == id; });
    if (series == calendar_.events.end())
      return error(line, "a change of the event '" + id + "', which the calendar lacks", "export the whole calendar");
    series->changes.push_back(std::move(change));
  }

  std::string_view text_, path_;
  DiagnosticSink& sink_;
  CalendarSource calendar_;
};

bool is_same(const CalendarTime& a, const CalendarTime& b) {
  if (a.whole_day || b.whole_day) return a.day == b.day;
  return ms_of(a) == ms_of(b);
}

std::string moment_text(std::int64_t ms) {
  const std::string text = i18n::iso_time(ms);  // without the seconds
  return text.substr(0, 16) + text.substr(19);
}

// The days of a series, in its own zone's wall clock.
std::vector<int> days_of(const CalendarEvent& event, int last_day) {
  if (event.rule.empty()) return {event.start.day};
  std::vector<int> days;
  icalrecurrencetype rule = icalrecurrencetype_from_string(event.rule.c_str());
  // Its end may be in another zone than its times: compared below, as moments.
  const icaltimetype until = rule.until;
  rule.until = icaltime_null_time();
  const auto end = icaltime_is_null_time(until) ? std::nullopt : wall_time(until, nullptr);
  icaltimetype start = icaltime_null_time();
  int year = 0, month = 0, day = 0;
  std::sscanf(i18n::date_of_day(event.start.day).c_str(), "%d-%d-%d", &year, &month, &day);
  start.year = year;
  start.month = month;
  start.day = day;
  start.is_date = 1;
  const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> steps(
      icalrecur_iterator_new(rule, start), icalrecur_iterator_free);
  icalmemory_free_buffer(rule.rscale);
  if (!steps) return days;
  for (int step = 0; step < kMostSteps; ++step) {
    const icaltimetype next = icalrecur_iterator_next(steps.get());
    if (icaltime_is_null_time(next)) break;
    const auto at = wall_time(next, nullptr);
    if (!at || at->day > last_day) break;
    CalendarTime moment = event.start;
    moment.day = at->day;
    if (end && (end->whole_day ? at->day > end->day : ms_of(moment) > ms_of(*end))) break;
    days.push_back(at->day);
  }
  return days;
}

}  // namespace

CalendarSource read_calendar(std::string_view text, std::string_view path, DiagnosticSink& sink) {
  return CalendarReader(text, path, sink).read();
}

std::vector<content::EventTime> times_of(const CalendarEvent& event, std::string_view today) {
  std::vector<content::EventTime> times;
  const auto day = i18n::day_number(today);
  if (!day) return times;
  const std::int64_t first_ms = *i18n::zone_ms(kHome, *day - 1, 0), last_ms = first_ms + (kDaysAhead + 1) * kDayMs;
  const auto add = [&](const CalendarTime& start, int length_min, content::EventTime time) {
    const std::int64_t from = ms_of(start), to = ms_of(start, length_min);
    if (std::max(to, from) < first_ms || from > last_ms) return;
    time.start = start.whole_day ? i18n::date_of_day(start.day) : moment_text(from);
    time.end = start.whole_day ? i18n::date_of_day(start.day + std::max(1, length_min / kDay)) : moment_text(to);
    times.push_back(std::move(time));
  };
  std::vector<CalendarTime> starts = event.more;
  for (const int at : days_of(event, *day + kDaysAhead)) {
    starts.push_back(event.start);
    starts.back().day = at;
  }
  for (const CalendarTime& start : starts) {
    const auto is_this = [&](const CalendarTime& other) { return is_same(other, start); };
    if (std::any_of(event.without.begin(), event.without.end(), is_this)) continue;
    if (std::any_of(event.changes.begin(), event.changes.end(),
                    [&](const CalendarEvent::Change& c) { return is_this(c.of); }))
      continue;
    add(start, event.length_min, {{}, {}, event.cancelled, false, {}});
  }
  for (const CalendarEvent::Change& change : event.changes) {
    const bool elsewhere = !change.place.empty() && change.place != event.place;
    const bool moved = elsewhere || !is_same(change.of, change.start) || change.length_min != event.length_min;
    const bool cancelled = change.cancelled || event.cancelled;
    add(change.start, change.length_min, {{}, {}, cancelled, moved && !cancelled, elsewhere ? change.place : ""});
  }
  const auto earlier = [](const content::EventTime& a, const content::EventTime& b) { return a.start < b.start; };
  std::stable_sort(times.begin(), times.end(), earlier);
  if (times.size() > kMostOccurrences) times.resize(kMostOccurrences);
  return times;
}

}  // namespace kiosk::tool
