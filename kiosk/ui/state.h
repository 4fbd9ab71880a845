// What the screen is a function of. Plain data: app/ changes it, ui/ only reads it. Wiping it ends a session.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kiosk::ui {

enum class ScreenKind {
  kAttract,
  kPicker,
  kHome,
  kTopic,
  kPage,
  kIndex,
  kSearch,
  kBeside,
  kEvents,
  kPhrases,
  kPoll,
  kFeedback,
  kHelp,
  kSettings,
  kStaff,
  kCleaning,  // nothing may be touched for a minute
  kDark,      // black: nobody is expected
  kOutOfService
};
enum class ThemeName { kLight, kDark, kContrast, kWarm };

// Room between the lines, words and letters of the content (WCAG 1.4.12).
enum class TextSpacing { kNormal, kWide };

const char* to_string(ScreenKind kind);  // AUTOMATION.md's names: picker | home | topic | …
const char* to_string(ThemeName name);
bool parse_theme(const std::string& text, ThemeName& out);
const char* to_string(TextSpacing spacing);
bool parse_spacing(const std::string& text, TextSpacing& out);

// Where a resident is; Back returns to the last one.
struct Place {
  ScreenKind screen = ScreenKind::kPicker;
  std::string topic = {}, page = {};  // content ids, empty where they do not apply
  std::string item = {};              // what is open on the screen besides: a phrase, a poll, a letter of the index
  int scroll_px = 0;
  bool operator==(const Place&) const = default;
};

// A finger on the screen (or a mouse button held).
struct Touch {
  bool down = false;
  bool dragging = false;  // moved so far that it scrolls and presses nothing
  int start_x = 0, start_y = 0;
  int start_scroll_px = 0;
  std::string target;  // the control it went down on
  bool operator==(const Touch&) const = default;
};

// What is being typed into the one text field that a screen may have.
struct Typing {
  std::string text;
  bool latin = false;  // the Latin keyboard instead of the language's own
  bool shift = false;  // for one letter
  bool operator==(const Typing&) const = default;
};

// The resident's answers. Chosen ones are counted only when sent; a half answered question is never sent.
struct Answers {
  std::map<std::string, std::string> chosen;  // "poll:ID" -> choice, "phrase:ID" -> the staff's answer
  std::set<std::string> sent;                 // "feedback:PAGE", "poll:ID": acknowledged by the store
  bool failed = false;                        // the last one could not be stored, and the screen says so
  bool operator==(const Answers&) const = default;
};

// Speech as the resident has set it. What is being said at this moment is the speaker's to know, not the state's.
struct Listening {
  static constexpr int kSlowest = -3, kFastest = 3;  // of rate
  static constexpr int kQuietest = 0, kLoudest = 7;  // of volume: steps of 3 dB
  bool by_ear = false;                               // the spoken screen: whatever gets the focus is spoken
  bool headset = false;                              // what is said is heard by one person alone
  bool reading = false;                              // a page is being read aloud
  bool paused = false;
  int rate = 0;              // steps slower (-3) or faster (+3) than normal
  int volume = 3;            // step of the gain table
  int loudest = kLoudest;    // the staff's limit of it
  std::string element;       // the element being read aloud, marked on the screen
  bool whole_block = false;  // and with it all of its block, which one recording says
  bool headset_out = false;  // pulled out in the middle: the screen says so and soon starts again
  bool operator==(const Listening&) const = default;
};

// A box over the screen that explains something; empty kind = none.
struct Explanation {
  std::string kind;  // "glossary" | "trust" | "qr"
  std::string id;    // the term, the page, or the block whose code is shown
  int scroll_px = 0;
  bool operator==(const Explanation&) const = default;
};

// A prepared notice that staff are filling in.
struct NoticeDraft {
  std::string id;
  std::map<std::string, std::string, std::less<>> values;
  std::string end;  // of notice_ends()
  bool operator==(const NoticeDraft&) const = default;
};

// Staff at the PIN or behind it. Wiped with the first step off their screens.
struct Staff {
  static constexpr std::size_t kDigits = 6;  // of a PIN
  enum class Pin { kAsk, kChecking, kWrong, kNotSaved };
  bool open = false;  // the right PIN was given
  Pin pin = Pin::kAsk;
  int asked = 0;       // which try is being checked
  std::string digits;  // given so far; never shown, spoken or written down
  std::string keypad;  // the ten digits in their places, in another order each time
  NoticeDraft draft;
  bool operator==(const Staff&) const = default;
};

// The key or control used last; the same one again counts only after a while (EN 301 549 5.8).
struct LastUse {
  std::string what;
  std::int64_t at_ms = 0;
  bool operator==(const LastUse&) const = default;
};

struct State {
  Place place;
  std::vector<Place> history;  // oldest first
  std::string language;        // chosen, or the first of the host's while none is
  bool language_chosen = false;
  int text_scale = 100;  // 100 | 125 | 150 | 200
  ThemeName theme = ThemeName::kLight;
  TextSpacing text_spacing = TextSpacing::kNormal;
  bool low_reach = false;  // everything to touch is in the lower part of the screen
  std::string focused;     // an element's id; empty = none
  std::string marked;      // beside: the sentence pair that is marked, as block#number
  Typing typing;
  Answers answers;
  Listening listening;
  LastUse last_use;
  Staff staff;
  Explanation explanation;
  Touch touch;
  std::string pressed;  // the control under a finger, while the finger is inside it
  bool idle_warning = false;
  int idle_left_s = 0;         // how long the warning gives
  std::int64_t now_ms = 0;     // clock
  std::int64_t active_ms = 0;  // last time the resident did something
  bool operator==(const State&) const = default;
};

// This element is being read aloud, by itself or with its block.
bool is_being_read(const Listening& listening, const std::string& id);

// Something is typed, or chosen and not sent: the end of the session loses it (WCAG 2.2.6).
bool has_unsent(const State& state);

// What a scroll button, a wheel or a finger moves: the box where one is open, else the screen.
int& scroll_of(State& state);
int scroll_of(const State& state);

}  // namespace kiosk::ui
