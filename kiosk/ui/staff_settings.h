// What the staff have set on the kiosk itself: it stays from day to day and wins over the content and the device's
// configuration. Plain values with their bounds; app/ keeps them in a file, the staff's screens change them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/tree.h"

namespace kiosk::ui {

struct StaffSettings {
  static constexpr int kLeastIdleS = 60, kMostIdleS = 600, kIdleStepS = 30;
  static constexpr int kQuietestLimit = 2, kLoudestLimit = 7;  // steps of Listening::volume
  static constexpr int kDarkStepMin = 30, kHoursStepMin = 15;
  static constexpr std::string_view kFirstDate = "2025-01-01", kLastDate = "2099-12-31";  // of the clock

  // Dates on which a place has other hours than its content says, by the block's id; no span = closed that day.
  using Exceptions = std::map<std::string, std::map<std::string, std::vector<content::HoursSpan>>>;
  // The screen is black from `from` to `to`, minutes of the day; over midnight where `to` is not later.
  struct Dark {
    int from_min = 20 * 60, to_min = 7 * 60;
    bool operator==(const Dark&) const = default;
  };

  std::vector<std::string> languages;      // the order of those that the staff have moved; the others follow
  std::vector<std::string> hidden, shown;  // languages that the staff have turned off; on, although not configured
  Exceptions hours;
  std::int64_t clock_shift_ms = 0;  // the kiosk's clock minus the computer's
  std::optional<int> idle_s;        // empty: as configured
  std::optional<int> loudest;       // empty: no limit
  std::optional<Dark> dark;         // empty: the screen is never black
  bool operator==(const StaffSettings&) const = default;
};

// All languages of a tree in the staff's order, hidden ones too.
std::vector<const content::Language*> ordered_languages(const content::Manifest& tree, const StaffSettings& settings);

// The tags that the device's configuration offers; empty: every language of the content.
using ConfiguredLanguages = std::vector<std::string>;
// Whether residents are offered a language: as the staff have set it, else as configured.
bool is_offered(const std::string& tag, const StaffSettings& settings, const ConfiguredLanguages& configured);
// Turns it on or off; what is as configured is not kept.
void offer(const std::string& tag, bool on, StaffSettings& settings, const ConfiguredLanguages& configured);
// What residents are offered: the tree's manifest in the staff's order, with the offered languages alone; with all of
// them where none would be left.
content::Manifest offered(const content::Manifest& tree, const StaffSettings& settings,
                          const ConfiguredLanguages& configured);

bool is_dark(const StaffSettings& settings, std::int64_t now_ms);
// A place's hours with the staff's dates in them.
content::Hours with_exceptions(content::Hours hours, const StaffSettings& settings, const std::string& place);

}  // namespace kiosk::ui
