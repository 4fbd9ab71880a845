// What the configuration file and the command line (AUTOMATION.md "kiosk") say, as values.
#pragma once

#include <string>
#include <vector>

#include "app/key_map.h"
#include "app/session.h"
#include "app/updater.h"
#include "base/turn.h"

namespace kiosk::app {

struct Options {
  std::string config;  // the configuration file in force; empty: none
  SessionOptions session;
  Size size;  // of the upright picture; 0 x 0: the display's
  Mounting mounting;
  bool screen_mm_given = false, now_given = false;
  bool windowed = false, headless = false, check = false, dumps_only = false;
  std::string script, screenshot, dump, tour;
  std::string metrics;  // file; empty: none is written
  std::string state;    // folder of the PIN and the staff's settings; empty: there is no panel
  bool set_pin = false;
  std::string speech_log;  // file; empty: no log
  KeyMap key_map;
  std::string sound_device;        // SDL's name; empty: the system's own choice
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

// The demo tree of a site that the package brings.
std::string installed_tree(const std::string& site);

// Exit status: -1 go on; 0 help was shown; 2 usage (said on stderr). A window goes up with whatever could be read of a
// broken configuration, whose errors are on stderr; without a window they are a usage error.
int parse_options(int argc, char** argv, Options& options);

// The size the display turned out to have: without --screen-mm its size in mm follows from 96 dpi.
void settle_display(Options& options, Size size);

}  // namespace kiosk::app
