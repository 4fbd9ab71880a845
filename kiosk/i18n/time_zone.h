// Wall clocks of other places: what a calendar's time zone says, as a moment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::i18n {

// The IANA name of a zone as calendars write it: IANA's own, with a path before it, or Windows' ("W. Europe Standard
// Time"). Nothing when it is none.
std::optional<std::string> zone_name(std::string_view name);

// The moment of a wall clock time (days since 1970, minutes of that day; may count on past midnight) in an IANA zone. A
// time that the clocks leap over counts from before the leap; one that comes twice is the first. Nothing when unknown.
std::optional<std::int64_t> zone_ms(const std::string& zone, int day, int minutes);

}  // namespace kiosk::i18n
