#include "i18n/time_zone.h"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <memory>

namespace kiosk::i18n {

namespace {

std::unique_ptr<icu::TimeZone> zone_of(std::string_view name) {
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())})));
  icu::UnicodeString id;
  if (!zone || zone->getID(id) == UNICODE_STRING_SIMPLE("Etc/Unknown")) return nullptr;
  return zone;
}

}  // namespace

std::optional<std::string> zone_name(std::string_view name) {
  if (name.empty() || name.size() > 100) return std::nullopt;
  if (zone_of(name)) return std::string(name);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString id;
  icu::TimeZone::getIDForWindowsID(icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())}), nullptr,
                                   id, status);
  if (U_SUCCESS(status) && !id.isEmpty()) {
    std::string utf8;
    return id.toUTF8String(utf8);
  }
  // "/example.org/Europe/Stockholm"
  for (std::size_t slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1))
    if (name.find('/', slash + 1) != std::string_view::npos && zone_of(name.substr(slash + 1)))
      return std::string(name.substr(slash + 1));
  return std::nullopt;
}

std::optional<std::int64_t> zone_ms(const std::string& name, int day, int minutes) {
  std::unique_ptr<icu::TimeZone> zone = zone_of(name);
  if (!zone) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(zone.release(), icu::Locale::getRoot(), status);  // takes the zone
  if (U_FAILURE(status)) return std::nullopt;
  calendar.setRepeatedWallTimeOption(UCAL_WALLTIME_FIRST);
  calendar.clear();
  calendar.set(1970, UCAL_JANUARY, 1 + day, minutes / 60, minutes % 60);
  const UDate when = calendar.getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<std::int64_t>(when);
}

}  // namespace kiosk::i18n
