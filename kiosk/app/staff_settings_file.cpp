#include "app/staff_settings_file.h"

#include "content/field_reader.h"
#include "content/first_error.h"
#include "content/hours_fields.h"

namespace kiosk::app {

using content::FieldReader;
using content::MapShape;
using content::Yaml;
using content::yaml_list;
using content::yaml_map;
using content::yaml_number;
using content::yaml_text;
using ui::StaffSettings;

namespace {

constexpr int kLastMinute = 24 * 60 - 1;
constexpr std::size_t kMostPlaces = 100, kMostDates = 100;
constexpr std::int64_t kFarthestShiftMs = std::int64_t{100} * 366 * 24 * 3600 * 1000;

Yaml texts(const std::vector<std::string>& from) {
  std::vector<Yaml> items;
  for (const std::string& text : from) items.push_back(yaml_text(text));
  return yaml_list(std::move(items));
}

// The dates of a place stand as they do in a page's hours.
Yaml dates_of(const std::map<std::string, std::vector<content::HoursSpan>>& dates) {
  content::Hours hours;
  hours.dates = dates;
  const Yaml whole = content::hours_to_yaml(hours);
  return *whole.find("dates");
}

StaffSettings::Exceptions read_exceptions(const Yaml& root, FieldReader& fields) {
  static const MapShape kPlace{"a place", {"dates", "place"}, {}};
  StaffSettings::Exceptions exceptions;
  for (const Yaml& item : fields.items(root, "hours")) {
    if (!fields.map(item, kPlace)) continue;
    const std::string place = fields.required(item, "place", content::kBlockId);
    content::Hours hours = content::read_hours(item, fields);
    if (!exceptions.emplace(place, std::move(hours.dates)).second) fields.error(item, "a place stands twice");
    if (exceptions.size() > kMostPlaces) {
      fields.error(item, "more than " + std::to_string(kMostPlaces) + " places");
      break;
    }
  }
  return exceptions;
}

std::optional<StaffSettings::Dark> read_dark(const Yaml& root, FieldReader& fields) {
  static const MapShape kDark{"the dark hours", {"from-min", "to-min"}, {}};
  const Yaml* value = root.find("dark");
  if (!value || !fields.map(*value, kDark)) return std::nullopt;
  StaffSettings::Dark dark;
  dark.from_min = fields.integer(*value, "from-min", dark.from_min, 0, kLastMinute);
  dark.to_min = fields.integer(*value, "to-min", dark.to_min, 0, kLastMinute);
  return dark;
}

std::optional<int> read_choice(const Yaml& root, const char* key, int least, int most, FieldReader& fields) {
  if (!root.find(key)) return std::nullopt;
  return fields.integer(root, key, least, least, most);
}

}  // namespace

std::string write_staff_settings(const StaffSettings& settings) {
  std::vector<std::pair<std::string, Yaml>> entries;
  if (settings.clock_shift_ms != 0) entries.emplace_back("clock-shift-ms", yaml_number(settings.clock_shift_ms));
  if (settings.dark)
    entries.emplace_back("dark", yaml_map({{"from-min", yaml_number(settings.dark->from_min)},
                                           {"to-min", yaml_number(settings.dark->to_min)}}));
  if (!settings.hidden.empty()) entries.emplace_back("hidden", texts(settings.hidden));
  std::vector<Yaml> places;
  for (const auto& [place, dates] : settings.hours)
    if (!dates.empty()) places.push_back(yaml_map({{"dates", dates_of(dates)}, {"place", yaml_text(place)}}));
  if (!places.empty()) entries.emplace_back("hours", yaml_list(std::move(places)));
  if (settings.idle_s) entries.emplace_back("idle-s", yaml_number(*settings.idle_s));
  if (!settings.languages.empty()) entries.emplace_back("languages", texts(settings.languages));
  if (settings.loudest) entries.emplace_back("loudest", yaml_number(*settings.loudest));
  if (!settings.shown.empty()) entries.emplace_back("shown", texts(settings.shown));
  entries.emplace_back("version", yaml_number(1));
  return content::write_yaml(yaml_map(std::move(entries)));
}

Result<StaffSettings> read_staff_settings(std::string_view text, std::string_view path) {
  static const MapShape kShape{
      "the staff's settings",
      {"version"},
      {"clock-shift-ms", "dark", "hidden", "hours", "idle-s", "languages", "loudest", "shown"}};
  DiagnosticSink sink;
  StaffSettings settings;
  if (const auto root = content::parse_yaml(text, path, sink)) {
    FieldReader fields(path, sink);
    if (fields.map(*root, kShape)) {
      fields.integer(*root, "version", 1, 1, 1);
      settings.languages = fields.texts(*root, "languages", content::kLanguageTag);
      settings.hidden = fields.texts(*root, "hidden", content::kLanguageTag);
      settings.shown = fields.texts(*root, "shown", content::kLanguageTag);
      settings.hours = read_exceptions(*root, fields);
      settings.dark = read_dark(*root, fields);
      settings.idle_s = read_choice(*root, "idle-s", StaffSettings::kLeastIdleS, StaffSettings::kMostIdleS, fields);
      settings.loudest =
          read_choice(*root, "loudest", StaffSettings::kQuietestLimit, StaffSettings::kLoudestLimit, fields);
      if (const Yaml* shift = root->find("clock-shift-ms")) {
        settings.clock_shift_ms = root->integer("clock-shift-ms").value_or(kFarthestShiftMs + 1);
        if (std::abs(settings.clock_shift_ms) > kFarthestShiftMs) fields.error(*shift, "no clock is that wrong");
      }
    }
  }
  if (sink.errors() > 0) return fail(content::first_error(sink));
  return settings;
}

void tidy(StaffSettings& settings, const std::string& today) {
  for (auto& [place, dates] : settings.hours) {
    dates.erase(dates.begin(), dates.lower_bound(today));
    while (dates.size() > kMostDates) dates.erase(std::prev(dates.end()));
  }
  std::erase_if(settings.hours, [](const auto& place) { return place.second.empty(); });
  while (settings.hours.size() > kMostPlaces) settings.hours.erase(std::prev(settings.hours.end()));
}

}  // namespace kiosk::app
