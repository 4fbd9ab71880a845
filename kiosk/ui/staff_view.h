// What the staff's screens show of the kiosk itself: the PIN's lock, the settings, what is due in the content. Borrowed
// from app/, which keeps it; a kiosk without a state folder has none.
#pragma once

#include <string>
#include <vector>

#include "content/tree.h"
#include "ui/staff_settings.h"

namespace kiosk::ui {

// State::place.item on the staff's screens: the keypad, the panel; every other one is a row of the panel
// (staff_panel.h) or kUpdateStatus.
inline constexpr const char* kPinEntry = "pin";
inline constexpr const char* kPanel = "panel";

struct PinLock {
  bool set = false;  // without a PIN the panel cannot be opened
  int tries_left = 0;
  int wait_min = 0;  // until the next try, rounded up; 0 = now
  std::string code;  // names the kiosk to whoever makes a stick with a new PIN, as people read it
};

// What is read off the whole tree once the panel is open.
struct TreeSurvey {
  struct DuePage {
    std::string id, title, review_by;  // Swedish title, ISO date
  };
  struct HoursPlace {
    std::string id, name;  // the block's id; the name in Swedish
    content::Hours hours;
  };
  bool ready = false;
  std::vector<DuePage> pages;  // all that have a date, the nearest first
  std::vector<HoursPlace> places;

  const HoursPlace* place(const std::string& id) const {
    for (const HoursPlace& one : places)
      if (one.id == id) return &one;
    return nullptr;
  }
};

// What became of the last export of the counts.
struct ExportOutcome {
  enum class Is { kNothing, kDone, kNoStick, kFailed };
  Is is = Is::kNothing;
  std::string file;
};

struct StaffView {
  PinLock pin;
  StaffSettings settings;
  bool settings_damaged = false;  // the file could not be read: these are the defaults
  bool not_saved = false;         // the last change could not be written
  bool has_voice = false;         // something can be said at all
  std::string order;              // what became of a stick with a new PIN: "" | "done" | a bundle::Refusal's name
  TreeSurvey survey;
  const content::Manifest* tree = nullptr;  // with every language
  ConfiguredLanguages configured;
  const content::Notices* notices = nullptr;  // in the staff's language
  bool notice_failed = false;                 // the last one could not be posted
  ExportOutcome exported;
  int loudest = StaffSettings::kLoudestLimit;  // in force: the staff's, or as configured
  int idle_s = 0;                              // in force: the staff's, or as configured
};

}  // namespace kiosk::ui
