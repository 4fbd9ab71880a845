#include "ui/staff_settings.h"

#include <algorithm>

#include "i18n/date_time.h"

namespace kiosk::ui {

std::vector<const content::Language*> ordered_languages(const content::Manifest& tree, const StaffSettings& settings) {
  std::vector<const content::Language*> ordered;
  const auto has = [&](const content::Language& language) {
    return std::find(ordered.begin(), ordered.end(), &language) != ordered.end();
  };
  for (const std::string& tag : settings.languages)
    for (const content::Language& language : tree.languages)
      if (language.tag == tag && !has(language)) ordered.push_back(&language);
  for (const content::Language& language : tree.languages)
    if (!has(language)) ordered.push_back(&language);
  return ordered;
}

static bool has(const std::vector<std::string>& tags, const std::string& tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_offered(const std::string& tag, const StaffSettings& settings, const ConfiguredLanguages& configured) {
  if (has(settings.hidden, tag)) return false;
  return configured.empty() || has(configured, tag) || has(settings.shown, tag);
}

void offer(const std::string& tag, bool on, StaffSettings& settings, const ConfiguredLanguages& configured) {
  std::erase(settings.hidden, tag);
  std::erase(settings.shown, tag);
  if (is_offered(tag, settings, configured) == on) return;
  (on ? settings.shown : settings.hidden).push_back(tag);
}

content::Manifest offered(const content::Manifest& tree, const StaffSettings& settings,
                          const ConfiguredLanguages& configured) {
  content::Manifest manifest = tree;
  std::vector<content::Language> languages;
  for (const content::Language* language : ordered_languages(tree, settings))
    if (is_offered(language->tag, settings, configured)) languages.push_back(*language);
  if (!languages.empty()) manifest.languages = std::move(languages);
  return manifest;
}

bool is_dark(const StaffSettings& settings, std::int64_t now_ms) {
  if (!settings.dark) return false;
  const int now = i18n::minutes_of_day(now_ms), from = settings.dark->from_min, to = settings.dark->to_min;
  return from < to ? from <= now && now < to : from <= now || now < to;
}

content::Hours with_exceptions(content::Hours hours, const StaffSettings& settings, const std::string& place) {
  if (const auto found = settings.hours.find(place); found != settings.hours.end())
    for (const auto& [date, spans] : found->second) hours.dates[date] = spans;
  return hours;
}

}  // namespace kiosk::ui
