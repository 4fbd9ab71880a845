// The events that have not ended at one moment, by time: a value to draw, made once a minute.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/tree.h"

namespace kiosk::ui {

struct ComingEvent {
  const content::Event* event = nullptr;     // borrowed from the tree's value
  const content::EventTime* time = nullptr;  // of it
  std::int64_t from_ms = 0, to_ms = 0;
  bool whole_day = false;
  int day = 0;  // under which it is listed (days since 1970): its first, or today where that has passed
};

// `calendar` empty: all. The nearest 60.
std::vector<ComingEvent> coming_events(const content::Events& events, const std::string& calendar, std::int64_t now_ms);

// "16:00–18:00" as the language writes it; empty for one whole day.
std::string event_time(const ComingEvent& event, std::string_view locale);

}  // namespace kiosk::ui
