// Which key does what (EN 301 549 5.1.6; REQUIREMENTS B14): the eight keys of a keypad, a keyboard's arrows, VxSuite's
// letters. A site's own keypad is told by SDL scancode in a file.
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "content/field_reader.h"
#include "ui/event.h"

namespace kiosk::app {

enum class Command {
  kNone,
  kHelp,
  kUp,
  kDown,
  kSelect,
  kBack,
  kHome,
  kPageUp,
  kPageDown,
  kLouder,
  kQuieter,
  kMute,
  kSlower,
  kFaster,
  kPause,
  kRepeat,
  kReadAloud,
  kHeadsetIn,
  kHeadsetOut
};

struct KeyBinding {
  Command command = Command::kNone;
  bool keypad = false;  // of a keypad: the first one pressed starts the spoken screen
  bool letter = false;  // means itself where something is typed
};

class KeyMap {
 public:
  KeyMap();  // the defaults
  // `keys:` scancode or SDL's name of the key -> command; `debounce-ms: 0 to 2000`. Over the defaults. Error:
  // "FILE:LINE:COLUMN: …".
  [[nodiscard]] static Result<KeyMap> load(const std::string& path);
  // The same two keys of a map that may have others.
  void read(const content::Yaml& map, content::FieldReader& fields);

  KeyBinding find(const ui::Event& event) const;
  // The same key or control again counts only after this time (EN 301 549 5.8).
  int debounce_ms() const { return debounce_ms_; }

 private:
  std::map<std::string, KeyBinding> keys_;
  int debounce_ms_ = 0;
};

}  // namespace kiosk::app
