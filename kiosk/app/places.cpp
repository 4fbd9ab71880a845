#include "app/places.h"

#include <algorithm>
#include <functional>
#include <set>

#include "ui/device_status.h"
#include "ui/staff_panel.h"

namespace kiosk::app {

using ui::ScreenKind;

namespace {

// The keypad, and the panel with each of its rows as staff with the right PIN see them.
void add_staff(const std::function<void(std::string, ScreenKind)>& add, std::vector<NamedState>& places) {
  const auto add_item = [&](const std::string& item, bool open) {
    add("staff--" + item, ScreenKind::kStaff);
    ui::State& state = places.back().state;
    state.place.item = item;
    state.staff.open = open;
    state.staff.keypad = "0123456789";
  };
  add_item(ui::kPinEntry, false);
  add_item(ui::kUpdateStatus, false);
  add_item(ui::kPanel, true);
  for (const std::string& row : ui::panel_row_names()) add_item(row, true);
  add("cleaning", ScreenKind::kCleaning);
  add("dark", ScreenKind::kDark);
}

}  // namespace

std::vector<std::string> languages_of(Session& session, const std::vector<std::string>& wanted) {
  std::vector<std::string> tags;
  for (const content::Language& language : session.content().manifest().languages)
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), language.tag) != wanted.end())
      tags.push_back(language.tag);
  return tags;
}

std::vector<NamedState> places_of(Session& session, const std::string& language) {
  std::vector<NamedState> places;
  const auto add = [&](std::string name, ScreenKind screen, const std::string& topic = {},
                       const std::string& page = {}) {
    ui::State state = session.fresh();
    state.language = language;
    state.language_chosen = true;
    state.text_scale = session.state().text_scale;
    state.theme = session.state().theme;
    state.text_spacing = session.state().text_spacing;
    if (screen != ScreenKind::kHome) state.history.push_back({ScreenKind::kHome});
    state.place = {screen, topic, page};
    std::replace(name.begin(), name.end(), '/', '_');
    places.push_back({std::move(name), std::move(state)});
  };
  add("attract", ScreenKind::kAttract);
  places.back().state.history.clear();
  add("picker", ScreenKind::kPicker);
  add("home", ScreenKind::kHome);
  std::vector<std::string> topics, pages;
  if (const content::Site* site = session.content().site(language))
    for (const content::Site::TopicRef& topic : site->topics) topics.push_back(topic.id);
  std::set<std::string> seen;
  for (const std::string& id : topics) {
    add("topic--" + id, ScreenKind::kTopic, id);
    if (const content::Topic* topic = session.content().topic(language, id))
      for (const content::PageRef& page : topic->pages)
        if (seen.insert(page.id).second) pages.push_back(page.id);
  }
  for (const std::string& id : pages) {
    add("page--" + id, ScreenKind::kPage, {}, id);
    if (language != "sv") add("beside--" + id, ScreenKind::kBeside, {}, id);
  }
  if (!pages.empty()) {
    add("trust--" + pages.front(), ScreenKind::kPage, {}, pages.front());
    places.back().state.explanation = {"trust", pages.front()};
    add("qr--" + pages.front(), ScreenKind::kPage, {}, pages.front());
    places.back().state.explanation = {"qr", "title"};
    const content::Glossary* glossary = session.content().glossary(language);
    if (glossary && !glossary->terms.empty()) {
      add("glossary--" + glossary->terms.front().id, ScreenKind::kPage, {}, pages.front());
      places.back().state.explanation = {"glossary", glossary->terms.front().id};
    }
    add("feedback--thanks", ScreenKind::kFeedback);
    places.back().state.answers.sent.insert("feedback:");
  }
  add("events", ScreenKind::kEvents);
  add("phrases", ScreenKind::kPhrases);
  // One card for each kind of answer, as the staff leave it.
  std::set<std::string> kinds;
  if (const content::Phrases* phrases = session.content().phrases(language))
    for (const content::Situation& situation : phrases->situations)
      for (const content::Phrase& phrase : situation.phrases)
        for (const std::string& kind : phrase.answers) {
          if (!kinds.insert(kind).second) continue;
          add("phrases--" + kind, ScreenKind::kPhrases);
          places.back().state.place.item = phrase.id;
          places.back().state.answers.chosen["phrase:" + phrase.id] = kind == "number" ? "number:123456" : kind;
        }
  if (const content::Polls* polls = session.content().polls(language))
    for (const content::Poll& poll : polls->polls) {
      add("poll--" + poll.id, ScreenKind::kPoll);
      places.back().state.place.item = poll.id;
      if (!poll.choices.empty()) places.back().state.answers.chosen["poll:" + poll.id] = poll.choices.front().id;
    }
  add("feedback", ScreenKind::kFeedback);
  add("help", ScreenKind::kHelp);
  add("index", ScreenKind::kIndex);
  add("search", ScreenKind::kSearch);
  for (const bool shift : {false, true}) {
    add(shift ? "search--shift" : "search--latin", ScreenKind::kSearch);
    (shift ? places.back().state.typing.shift : places.back().state.typing.latin) = true;
  }
  add("settings", ScreenKind::kSettings);
  if (session.has_staff())
    add_staff([&](std::string name, ScreenKind screen) { add(std::move(name), screen); }, places);
  add("idle-warning", ScreenKind::kHome);
  places.back().state.idle_warning = true;
  places.back().state.idle_left_s = 20;
  add("idle-warning--lost", ScreenKind::kSearch);
  places.back().state.idle_warning = true;
  places.back().state.idle_left_s = 20;
  places.back().state.typing.text = "a";
  return places;
}

}  // namespace kiosk::app
