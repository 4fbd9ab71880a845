// The ways a kiosk runs. Each returns the exit status of AUTOMATION.md: 0 done, 1 findings or a failed expectation, 2
// unreadable input.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/config_watch.h"
#include "app/jack_watch.h"
#include "app/session.h"
#include "app/stage.h"
#include "app/stick_desk.h"
#include "app/supervisor.h"
#include "base/clock.h"

namespace kiosk::app {

// Asks for the staff's new PIN, twice where a person types it, and keeps its hash in the folder.
int run_set_pin(const std::string& folder);

// Not an exit status: the configuration has changed, and everything is to be opened again.
inline constexpr int kAgain = -1;

// Who looks after a kiosk from outside a resident's session; null where nobody does.
struct Attendants {
  StickDesk* desk = nullptr;
  Supervisor* supervisor = nullptr;
  ConfigWatch* config = nullptr;
  JackWatch* jack = nullptr;
};

// Draws, waits, updates until the window is closed. Drawn only on change. kAgain never comes while a resident is there.
int run_interactive(Session& session, Stage& stage, const Clock& clock, const Attendants& attendants);

// While there is no content: says so with 112 in as many languages as the screen has room for, and asks `is_over` every
// few seconds. Returns when it is, or the exit status when the window is closed (0) or no font can be opened (2).
enum class OutOfService { kOver, kClosed, kNoFont };
OutOfService run_out_of_service(Stage& stage, const SessionOptions& options, Supervisor& supervisor,
                                const std::function<bool()>& is_over);
// The same screen once, as run_once; the exit status is 2 in any case: the content is unreadable.
int run_out_of_service_once(Stage& stage, const SessionOptions& options, const std::string& screenshot,
                            const std::string& dump);

// The first settled screen: a picture and/or a dump ("-" = standard output); either may be empty.
int run_once(Session& session, Stage& stage, const std::string& screenshot, const std::string& dump);
// What is drawn on the stage and the dump of it, into files; the exit status.
int save_screen(Stage& stage, const std::string& dump_text, const std::string& screenshot, const std::string& dump);

// Every screen and page of each language: DIR/LANG/SCREEN[--PAGE].png and .json.
enum class TourOf { kPicturesAndDumps, kDumps };
int run_tour(Session& session, Stage& stage, const std::string& folder, const std::vector<std::string>& languages,
             TourOf what);

// Opens every file and composes every screen of every language (or of these) at every text size, the largest with more
// room too, without drawing: unreadable files, missing fonts, else glyphs, text outside its box. One finding a line on
// stderr.
int run_check(Session& session, const std::vector<std::string>& languages);

// AUTOMATION.md "Script". Steps run on `clock`; paths are relative to the script's folder.
enum class ScriptView { kHidden, kEveryStep };  // whether each step's screen is drawn
int run_script(Session& session, Stage& stage, FakeClock& clock, const std::string& path,
               ScriptView view = ScriptView::kHidden);

}  // namespace kiosk::app
