// Everything staff write, loaded: the core, one or all sites, the kiosk's own words and the languages. A fault costs
// what it stands in, is reported, and loading goes on.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "calendar.h"
#include "content/font_stacks.h"
#include "content/tree.h"
#include "recordings.h"
#include "source_media.h"
#include "source_page.h"

namespace kiosk::tool {

inline constexpr std::string_view kSourceLanguage = "sv";
inline constexpr const char* kFontStacksFile = "fonts/stacks.yaml";  // below the root

enum class FactKind { kPhone, kUrl, kEmail, kNumber, kPrice, kName, kAddress, kHours };

struct Fact {
  FactKind kind = FactKind::kName;
  std::string value, spoken, source, checked, valid_until;
  bool sample = false;
  SourcePosition at;
};

struct ContactSource {
  struct Line {
    std::string kind;        // phone | email | url | address | hours | note
    SourceText label, text;  // text: notes only
    std::string fact;        // others
    SourcePosition at;
  };
  SourceText name;
  std::vector<Line> lines;
  bool sample = false;
};

struct TopicSource {
  std::string id, icon;
  SourceText title;
};

// A difficult word, explained where it occurs.
struct GlossaryTerm {
  std::string id;
  SourceText term;
  std::vector<std::string> forms;  // how the word also stands in a Swedish text
  std::vector<std::string> avoid;  // other words for the same, which a Swedish text should not use
  std::vector<SourceText> explanation;
};

// "Show this to staff": sentences of one situation, and how the staff can answer each.
struct SituationSource {
  struct Phrase {
    std::string id;
    SourceText text;
    std::vector<std::string> answers;  // yes | no | wait | number | date
  };
  std::string id, icon;
  SourceText title;
  std::vector<Phrase> phrases;
};

// A prepared notice: an ICU message and what the host fills in.
struct NoticeSource {
  std::string id, icon;
  SourceText text;
  std::map<std::string, std::string, std::less<>> values;  // argument -> time | date | place | number
  bool danger = false, today = false;
};

// A question to the residents, asked until the end of `valid_until`.
struct PollSource {
  struct Choice {
    std::string id;
    SourceText text;
  };
  std::string id, valid_until;
  SourceText question;
  std::vector<Choice> choices;
  SourcePosition at;
};

// When a place is open.
struct HoursSource {
  SourceText name;
  content::Hours hours;
  bool sample = false;
};

struct UiMessage {
  std::string key, note;
  SourceText text;
};

struct SiteSource {
  std::string id;
  SourceText name;
  content::Colours colours;
  std::vector<std::string> languages, topics;
  std::string emergency_page;
  int top_languages = 6;  // content::Manifest
  bool still = false;
  SourcePosition at;
};

// content/core or content/sites/<site>. Its translations are in locales/<tag>/<domain>.po.
struct SourcePart {
  std::string domain;  // "core" or the site's id
  std::vector<TopicSource> topics;
  std::map<std::string, Fact, std::less<>> facts;
  std::map<std::string, ContactSource, std::less<>> contacts;
  std::map<std::string, HoursSource, std::less<>> hours;
  MediaSources media;
  Recordings recordings;
  std::vector<CalendarSource> calendars;
  std::vector<GlossaryTerm> glossary;
  std::vector<SituationSource> situations;
  std::vector<NoticeSource> notices;
  std::vector<PollSource> polls;
  std::vector<SourcePage> pages;  // by id
  SiteSource site;                // empty in the core
};

struct Sources {
  SourcePart core;
  std::vector<UiMessage> ui;
  std::vector<SourcePart> sites;             // by id
  std::vector<content::Language> languages;  // by tag
  content::FontStacks fonts;
  std::map<std::string, content::Keyboard, std::less<>> keyboards;  // by id

  const SourcePart* site(std::string_view id) const;
  const content::Language* language(std::string_view tag) const;
};

// The core alone or with one site: what a reader of that site can reach. Names are looked up in both.
struct SiteView {
  const SourcePart* core = nullptr;
  const SourcePart* site = nullptr;  // may be null

  const Fact* fact(std::string_view id) const;
  const ContactSource* contact(std::string_view id) const;
  const HoursSource* hours(std::string_view id) const;
  const CalendarSource* calendar(std::string_view id) const;
  const PollSource* poll(std::string_view id) const;
  const MediaSource* media(std::string_view id) const;
  const SourcePage* page(std::string_view id) const;
  // The domain that an existing page's texts are translated in.
  std::string_view domain_of(const SourcePage& page) const;
  std::string_view domain_of(const PollSource& poll) const;
  std::vector<const SourcePart*> parts() const;
};

// `only_site` empty: all of them. Paths in diagnostics are relative to the root.
Sources load_sources(const std::string& root, std::string_view only_site, DiagnosticSink& sink);

}  // namespace kiosk::tool
