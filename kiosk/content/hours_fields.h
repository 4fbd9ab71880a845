// When a place is open, as a map: the same keys in hours.yaml of the sources and in a compiled page. A span is
// "10:00-18:00"; one that does not end later than it begins goes on past midnight.
#pragma once

#include "content/field_reader.h"
#include "content/tree.h"
#include "content/yaml.h"

namespace kiosk::content {

// The keys dates, eves, holidays and week of the map; what other keys may stand there is the caller's to check.
Hours read_hours(const Yaml& map, FieldReader& fields);
Yaml hours_to_yaml(const Hours& hours);

}  // namespace kiosk::content
