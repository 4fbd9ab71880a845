// The compiled content tree as plain values: what kiosk-content writes and the kiosk reads. Format: content/TREE.md
// (bundle/manifest.yaml, bundle/<lang>/{site,glossary,phrases,notices,polls,events}.yaml, topics/<id>.yaml,
// pages/<id>.yaml). Knows nothing of screens.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

inline constexpr int kTreeSchema = 1;

// Where a text stands on its way from source to reader (AUTOMATION.md's `state`).
enum class State { kSource, kReviewed, kTranslated, kReview, kMachine, kOutdated, kFallback };
const char* to_string(State state);  // source | reviewed | translated | review | machine | outdated | fallback

// A piece of a sentence. kind says how it behaves: facts are isolates (phones and URLs left-to-right).
enum class RunKind { kText, kPhone, kUrl, kEmail, kNumber, kName };
struct TextRun {
  std::string text;
  RunKind kind = RunKind::kText;
  bool bold = false;
  std::string link;       // a page id, or empty
  std::string term = {};  // the glossary's term that this word is, or empty
  bool operator==(const TextRun&) const = default;
};

// One sentence, in one language. `lang` is empty where it is the file's own language.
struct Sentence {
  std::vector<TextRun> runs;
  std::string lang;
  State state = State::kSource;
};

struct ListItem {
  std::vector<Sentence> sentences;
};

struct PageRef {
  std::string id, icon;
  Sentence title, summary;
};

enum class BlockKind {
  kHeading,
  kParagraph,
  kList,
  kSteps,
  kCallout,
  kContact,
  kLinks,
  kPoll,
  kHours,
  kEvents,
  kImage
};
struct ContactLine {
  std::string kind;  // phone | email | url | address | hours | note
  Sentence label;    // may be empty
  Sentence value;
};
// When a place is open, in Stockholm's wall clock. Minutes of the day; after 1440 it is the next day's morning.
struct HoursSpan {
  int from = 0, to = 0;
  bool operator==(const HoursSpan&) const = default;
};
struct HoursRule {
  enum class Kind { kClosed, kUsual, kOwn };
  Kind kind = Kind::kClosed;
  std::vector<HoursSpan> spans;  // of kOwn
  bool operator==(const HoursRule&) const = default;
};
struct Hours {
  std::array<std::vector<HoursSpan>, 7> week;           // Monday first; none = closed
  std::map<std::string, std::vector<HoursSpan>> dates;  // ISO date -> the hours of that day instead
  HoursRule holidays, eves;
  bool operator==(const Hours&) const = default;
};

struct Block {
  std::string id;
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;  // headings: 2 or 3
  // heading (one), paragraph, callout; contact, hours: the name (one); poll: the question; image: what it shows (one),
  // none where the picture only decorates
  std::vector<Sentence> sentences;
  std::vector<ListItem> items;       // list, steps
  std::vector<ContactLine> contact;  // contact
  std::vector<PageRef> pages;        // links: tiles that lead on
  bool sample = false;               // invented local facts: the screen says so
  std::string item = {};             // poll, events: its id
  Hours hours = {};                  // hours
  std::string media = {};            // image: its file's name in the folder media
  std::string sound = {};            // a recording of the block's texts, so; may be empty
};

struct Topic {
  std::string id, icon;
  Sentence title;
  std::vector<PageRef> pages;
};

struct Page {
  std::string id, topic, icon;
  std::string lang;  // the language most of the page is in: the file's own, or the chain's when it fell back whole
  std::string owner, valid_from, review_by, audience;  // ISO dates
  Sentence title, summary;
  std::vector<Block> blocks;
  std::string title_sound = {};  // as Block::sound

  std::set<std::string> media() const;  // the files of the folder media that it needs
};

// A language's site.yaml: what home needs. UI strings are ICU messages by key.
struct Site {
  std::string lang;
  Sentence name;
  std::map<std::string, std::string, std::less<>> ui;
  struct TopicRef {
    std::string id, icon;
    Sentence title;
    int page_count = 0;
  };
  std::vector<TopicRef> topics;
};

// "Show this to staff": sentences of one situation, each also in Swedish, and how the staff can answer.
struct Phrase {
  std::string id;
  Sentence text, swedish;
  std::vector<std::string> answers;  // yes | no | wait | number | date
};
struct Situation {
  std::string id, icon;
  Sentence title;
  std::vector<Phrase> phrases;
};
struct Phrases {
  std::string lang;
  std::vector<Situation> situations;
};

// A prepared notice: an ICU message and what the host fills in.
struct Notice {
  std::string id, icon;
  Sentence text;                                           // one run: the message, in the sentence's language
  Sentence swedish;                                        // the same in Swedish
  std::map<std::string, std::string, std::less<>> values;  // argument -> time | date | place | number
  bool danger = false;
  bool today = false;  // it speaks of today, so that it never holds longer
};
struct Notices {
  std::string lang;
  std::vector<Notice> notices;
};

// A question to the residents. It is asked until the end of the day `valid_until`.
struct PollChoice {
  std::string id;
  Sentence text;
};
struct Poll {
  std::string id, valid_until;  // ISO date
  Sentence question;
  std::vector<PollChoice> choices;  // two at least
};
struct Polls {
  std::string lang;
  std::vector<Poll> polls;
};

// Difficult words, explained: in a text they are runs with `term`.
struct GlossaryEntry {
  std::string id;
  Sentence term;
  std::vector<Sentence> explanation;
  std::string swedish;
};
struct Glossary {
  std::string lang;
  std::vector<GlossaryEntry> terms;

  const GlossaryEntry* find(std::string_view id) const;
};

// What happens at the place, and when.
struct EventTime {
  std::string start, end;  // "2026-11-24T16:00+01:00"; of a whole day dates, `end` the day after the last
  bool cancelled = false, moved = false;
  std::string place = {};  // where it is another than the event's
};
struct Event {
  std::string id, calendar, place;
  Sentence title;
  std::vector<Sentence> text;
  bool sample = false;
  std::vector<EventTime> times;  // in order
};
struct Events {
  std::string lang;
  std::vector<Event> events;
};

struct Language {
  std::string tag, autonym, name_sv, name_en;
  std::string script;              // ISO 15924
  std::string format_locale;       // ICU locale with region SE, Gregorian: "ar-SE"
  std::string digits;              // CLDR numbering system for running text
  std::vector<std::string> chain;  // fallback languages, nearest first
  std::vector<std::string> fonts;  // families, in order: in a manifest the whole stack, in a source its own alone
  double line_height = 1.5;        // line spacing in em
  std::string voice;               // espeak-ng voice, empty = none
  std::string greeting = {};       // "Welcome", for the screen that nobody is at; may be empty
  std::string keyboard = {};       // a layout of content/keyboards; empty = the Swedish one
};

// A keyboard on the screen. A key is what it types: a letter, a sign, several of them.
struct Keyboard {
  std::string id;
  std::string label;                           // on the key that leads to it: "abc"
  bool flow = false;                           // the rows are one sequence that fills the width (no known places)
  std::vector<std::vector<std::string>> rows;  // left to right as on the real keyboard, in every script
  std::vector<std::vector<std::string>> shift;
  bool operator==(const Keyboard&) const = default;
};

// A language's keyboard.yaml: its own layout first, then the Latin one where its own lacks the Swedish letters.
struct Keyboards {
  std::string lang;
  std::vector<Keyboard> layouts;
};

struct FontFamily {
  std::string id, regular, bold, package;  // file names with "#index"; the Debian package that has them
};

struct Colours {
  std::string primary, on_primary, accent;  // #rrggbb
};

struct Manifest {
  int schema = kTreeSchema;
  std::string site, version, built;  // `built`: the date given to build, ISO
  std::string name;                  // the municipality's name, in Swedish
  std::string emergency_page;        // where the 112 button leads; may be empty
  Colours colours;
  std::vector<Language> languages;  // in the host's order
  int top_languages = 6;            // so many of them stand first in the picker
  bool still = false;               // nothing moves on the screen that nobody is at
  std::vector<FontFamily> fonts;
};

}  // namespace kiosk::content
