#include "today.h"

#include <chrono>
#include <cstdio>

#include "content/value_formats.h"

namespace kiosk::tool {

std::string today(const Clock& clock) {
  using namespace std::chrono;
  const sys_days day = floor<days>(sys_time<milliseconds>(milliseconds(clock.now_ms())));
  const year_month_day date(day);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()) % 10000,
                static_cast<unsigned>(date.month()) % 100, static_cast<unsigned>(date.day()) % 100);
  return text;
}

bool is_iso_date(const std::string& text) { return content::kIsoDate.matches(text); }

}  // namespace kiosk::tool
