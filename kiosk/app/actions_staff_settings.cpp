// What the controls of the panel's screens change in the settings. Each asks for the whole new settings: they hold
// once they are saved.
#include <algorithm>
#include <array>

#include "app/actions.h"
#include "app/navigate.h"
#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"
#include "ui/hours_now.h"
#include "ui/state.h"

namespace kiosk::app {

using ui::StaffSettings;

namespace {

constexpr int kDay = 24 * 60;

struct Change {
  StaffSettings& settings;
  const ui::State& state;
  const World& world;
};

// +1 for "more", -1 for "less", 0 for anything else.
int step_of(const std::string& what) { return what == "more" ? 1 : what == "less" ? -1 : 0; }

bool change_idle(Change& c, const std::string& what) {
  if (what == "usual") return c.settings.idle_s.reset(), true;
  const int step = step_of(what);
  c.settings.idle_s = std::clamp(c.world.staff->idle_s + step * StaffSettings::kIdleStepS, StaffSettings::kLeastIdleS,
                                 StaffSettings::kMostIdleS);
  return step != 0;
}

bool change_volume(Change& c, const std::string& what) {
  if (what == "usual") return c.settings.loudest.reset(), true;
  const int step = step_of(what);
  c.settings.loudest =
      std::clamp(c.world.staff->loudest + step, StaffSettings::kQuietestLimit, StaffSettings::kLoudestLimit);
  return step != 0;
}

bool change_dark(Change& c, const std::string& what) {
  if (what == "never") return c.settings.dark.reset(), true;
  if (what == "some") {
    if (!c.settings.dark) c.settings.dark = StaffSettings::Dark{};
    return true;
  }
  if (!c.settings.dark) return false;
  StaffSettings::Dark dark = *c.settings.dark;
  const auto move = [&](int& minutes, const std::string& step) {
    minutes = (minutes + step_of(step) * StaffSettings::kDarkStepMin + kDay) % kDay;
  };
  if (const std::string step = argument_of(what, "from:"); !step.empty()) move(dark.from_min, step);
  if (const std::string step = argument_of(what, "to:"); !step.empty()) move(dark.to_min, step);
  if (dark.from_min == dark.to_min) return true;  // a day without an hour of light is no choice
  c.settings.dark = dark;
  return true;
}

std::vector<std::string> tags_in_order(const Change& c) {
  std::vector<std::string> tags;
  for (const content::Language* language : ordered_languages(*c.world.staff->tree, c.settings))
    tags.push_back(language->tag);
  return tags;
}

bool change_language(Change& c, const std::string& tag) {
  const auto& configured = c.world.staff->configured;
  const auto is_on = [&](const std::string& one) { return is_offered(one, c.settings, configured); };
  const std::vector<std::string> all = tags_in_order(c);
  const bool on = !is_on(tag);
  if (on || std::count_if(all.begin(), all.end(), is_on) > 1)  // the last one stays
    offer(tag, on, c.settings, configured);
  return true;
}

bool move_language(Change& c, const std::string& tag, bool first) {
  std::vector<std::string> tags = tags_in_order(c);
  const auto at = std::find(tags.begin(), tags.end(), tag);
  if (at == tags.begin() || at == tags.end()) return true;
  std::rotate(first ? tags.begin() : at - 1, at, at + 1);
  c.settings.languages = std::move(tags);
  return true;
}

// The same time of day, so many months on; the day stays inside its month.
std::int64_t months_on(std::int64_t now_ms, int months) {
  const std::string date = i18n::iso_date(now_ms);
  const int month = std::stoi(date.substr(0, 4)) * 12 + std::stoi(date.substr(5, 2)) - 1 + months;
  std::optional<int> day;
  for (int of_month = std::stoi(date.substr(8, 2)); !day && of_month > 0; --of_month) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", month / 12, month % 12 + 1, of_month);
    day = i18n::day_number(text.data());
  }
  return i18n::stockholm_ms(day.value_or(0), i18n::minutes_of_day(now_ms)) + now_ms % 60'000;
}

bool change_clock(Change& c, const std::string& what) {
  if (what == "computer") return c.settings.clock_shift_ms = 0, true;
  constexpr std::int64_t kMinute = 60'000, kHour = 60 * kMinute, kDayMs = 24 * kHour;
  const std::size_t colon = what.find(':');
  const std::string unit = what.substr(0, colon);
  const int step = colon == std::string::npos ? 0 : step_of(what.substr(colon + 1));
  const std::int64_t now = c.state.now_ms;
  const std::int64_t then = unit == "minute"  ? now + step * kMinute
                            : unit == "hour"  ? now + step * kHour
                            : unit == "day"   ? now + step * kDayMs
                            : unit == "month" ? months_on(now, step)
                            : unit == "year"  ? months_on(now, step * 12)
                                              : now;
  const std::string date = i18n::iso_date(then);
  if (date < StaffSettings::kFirstDate || date > StaffSettings::kLastDate) return true;
  c.settings.clock_shift_ms += then - now;
  return step != 0;
}

// "PLACE:DATE:WHAT".
bool change_hours(Change& c, const std::string& argument) {
  const std::size_t first = argument.find(':'), second = argument.find(':', first + 1);
  if (first == std::string::npos || second == std::string::npos) return false;
  const std::string id = argument.substr(0, first), date = argument.substr(first + 1, second - first - 1);
  const std::string what = argument.substr(second + 1);
  const ui::TreeSurvey::HoursPlace* place = c.world.staff->survey.place(id);
  const auto day = i18n::day_number(date);
  if (!place || !day) return false;
  std::map<std::string, std::vector<content::HoursSpan>>& dates = c.settings.hours[id];
  if (what == "usual") {
    dates.erase(date);
  } else if (what == "closed") {
    dates[date].clear();
  } else if (what == "own") {
    const std::vector<content::HoursSpan> usual = ui::spans_on(place->hours, *day);
    dates[date] = {usual.empty() ? content::HoursSpan{10 * 60, 16 * 60} : usual.front()};
  } else {
    const bool from = what.starts_with("from:");
    const auto found = dates.find(date);
    if (found == dates.end() || found->second.empty() || (!from && !what.starts_with("to:"))) return false;
    content::HoursSpan span = found->second.front();
    (from ? span.from : span.to) += step_of(what.substr(what.find(':') + 1)) * StaffSettings::kHoursStepMin;
    if (span.from >= 0 && span.from < span.to && span.to <= kDay) found->second = {span};
  }
  return true;
}

bool change_order(Change& c, const std::string& tag) { return move_language(c, tag, false); }
bool change_first(Change& c, const std::string& tag) { return move_language(c, tag, true); }

constexpr struct {
  const char* prefix;
  bool (*change)(Change&, const std::string& what);
} kChanges[] = {{"staff:idle:", change_idle},         {"staff:volume:", change_volume}, {"staff:dark:", change_dark},
                {"staff:language:", change_language}, {"staff:up:", change_order},      {"staff:first:", change_first},
                {"staff:clock:", change_clock},       {"staff:hours:", change_hours}};

// "staff:hours:PLACE" and "staff:hours:PLACE:DATE" lead on.
bool opens_hours(ui::State& state, const std::string& id) {
  const std::string place = argument_of(id, "staff:hours:");
  if (place.empty() || std::count(place.begin(), place.end(), ':') > 1) return false;
  go(state, {ui::ScreenKind::kStaff, {}, {}, argument_of(id, "staff:")});
  return true;
}

}  // namespace

bool act_on_staff_settings(ui::State& state, const std::string& id, const World& world) {
  if (!state.staff.open || !world.staff || !world.staff->tree) return false;
  if (opens_hours(state, id)) return true;
  StaffSettings settings = world.staff->settings;
  Change change{settings, state, world};
  for (const auto& [prefix, apply] : kChanges) {
    const std::string what = argument_of(id, prefix);
    if (what.empty()) continue;
    if (!apply(change, what)) return false;
    if (world.effects && settings != world.staff->settings) world.effects->settings = std::move(settings);
    return true;
  }
  return false;
}

}  // namespace kiosk::app
