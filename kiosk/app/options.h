// The kiosk's command line (AUTOMATION.md "kiosk") as values.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "app/updater.h"

namespace kiosk::app {

struct Options {
  SessionOptions session;
  Size size;  // 0 x 0: the display's
  bool screen_mm_given = false;
  bool windowed = false, headless = false, check = false, dumps_only = false;
  std::string script, screenshot, dump, tour;
  std::string metrics;  // file; empty: none is written
  std::string state;    // folder of the PIN and the staff's settings; empty: there is no panel
  bool set_pin = false;
  std::string keys, speech_log;    // files; empty: the default keys, no log
  std::string store = ":memory:";  // file of the counts
  std::vector<std::string> tour_languages;
  UpdaterOptions updater;                    // empty store: content comes from --bundle alone
  std::string input_devices = "/dev/input";  // where headphone jacks are watched; empty: nowhere
  bool sound_devices = false;                // a sound device that comes or goes is a headset, too
  std::vector<std::string> sticks;           // folders below which sticks are mounted

  bool needs_no_window() const {
    return headless || check || (!script.empty() && !windowed) || !screenshot.empty() || !dump.empty() || !tour.empty();
  }
};

// Exit status: -1 go on; 0 help was shown; 2 usage (said on stderr).
int parse_options(int argc, char** argv, Options& options);

// The size the display turned out to have: without --screen-mm its size in mm follows from 96 dpi.
void settle_display(Options& options, Size size);

}  // namespace kiosk::app
