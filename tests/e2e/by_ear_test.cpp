// By ear alone, on the demo content: every screen's words are spoken and the focus is where the voice is.
#include <cctype>
#include <fstream>
#include <map>

#include "app/places.h"
#include "by_ear.h"
#include "speech/espeak.h"
#include "ui/spoken.h"

namespace kiosk::app {
namespace {

// Words of letters, without the blanks and signs between them; a word of one or two bytes may be spoken written out.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::string three = text.substr(i, 3);
    if (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9") {  // isolates
      i += 2;
      words.emplace_back();
    } else if (c >= 0x80 || std::isalpha(c) != 0) {
      words.back() += text[i];
    } else {
      words.emplace_back();
    }
  }
  std::erase_if(words, [](const std::string& word) { return word.size() < 3; });
  return words;
}

using Voices = std::map<std::string, std::string>;

Voices voices_of(Session& session) {
  Voices voices;
  for (const content::Language& l : session.content().manifest().languages) voices[l.tag] = l.voice;
  return voices;
}

// Every word of every text, and of every picture that is no decoration, is in what was spoken. Returns the texts.
int expect_all_spoken(const ui::Screen& screen, const std::string& spoken, const Voices& voices) {
  int texts = 0;
  for (const ui::Element& element : screen.elements) {
    const auto voice = voices.find(element.language);
    if (voice == voices.end() || voice->second.empty() || element.id == "clock") continue;
    for (const std::string& word : words_of(element.spoken.empty() ? element.text : element.spoken))
      EXPECT_NE(spoken.find(word), std::string::npos) << element.id << ": " << word;
    ++texts;
  }
  return texts;
}

class ByEar : public testing::TestWithParam<const char*> {
 protected:
  ByEar() : ear_(std::string(KIOSK_TREES) + "/vasteras", "2026-03-02T09:00+01:00"), session_(&ear_.session()) {}

  void press(const std::string& key) { ear_.press(key); }

  SpokenSession ear_;
  Session* session_;
  std::vector<Heard>& heard_ = ear_.heard;
};

TEST_P(ByEar, EveryWordOfEveryScreenIsSpokenAndTheFocusIsWhereTheVoiceIs) {
  const std::string language = GetParam();
  const Voices voices = voices_of(*session_);
  int screens = 0, texts = 0;
  for (const NamedState& place : places_of(*session_, language)) {
    if (place.name.starts_with("attract") || place.name.starts_with("idle-warning")) continue;  // any key leaves them
    SCOPED_TRACE(place.name);
    ui::State state = place.state;
    state.listening.by_ear = true;
    state.now_ms = state.active_ms = ear_.now();
    session_->set_state(state);
    session_->settle();
    heard_.clear();
    press("VolumeUp");  // changes nothing on the screen: the entry is spoken
    std::map<std::string, std::string> by_element;
    const std::size_t most = session_->screen().elements.size() + 1;
    for (std::size_t i = 0; i < most; ++i) {
      const std::string focused = session_->state().focused;
      for (const Heard& h : heard_) {
        by_element[h.element] += h.text + "\n";
        EXPECT_EQ(h.voice, speech::usable_voice(voices.at(h.language))) << h.text;
        const ui::Element* of = session_->screen().find(h.element);
        const bool told = of && of->role == ui::Role::kStatus;  // an answer, told when it comes
        EXPECT_TRUE(told || h.element.empty() || h.element == focused)
            << h.text << " of " << h.element << " at " << focused;
      }
      const ui::Element* element = session_->screen().find(focused);
      ASSERT_NE(element, nullptr) << focused;
      EXPECT_TRUE(element->focused) << focused;
      EXPECT_TRUE(element->visible) << focused;
      heard_.clear();
      press("F22");
    }
    std::string all;
    for (const auto& [id, text] : by_element) all += text;
    texts += expect_all_spoken(session_->screen(), all, voices);
    ++screens;
  }
  EXPECT_GT(screens, 30);
  EXPECT_GT(texts, 1000);
}

std::string all_of(const std::vector<Heard>& heard) {
  std::string all;
  for (const Heard& h : heard) all += h.text + "\n";
  return all;
}

// EN 301 549 5.1.3.15: a search without a page, and an answer that could not be counted.
TEST_P(ByEar, WhatWentWrongIsSaid) {
  const std::string store = testing::TempDir() + "no-folder-" + GetParam();
  std::ofstream(store) << "x";  // where a folder should be
  SpokenSession ear(std::string(KIOSK_TREES) + "/vasteras", "2026-03-02T09:00+01:00", store + "/counts.db");
  const auto go_to = [&](ui::ScreenKind screen, const char* focused) {
    ui::State state = ear.session().fresh();
    state.language = GetParam();
    state.language_chosen = true;
    state.place.screen = screen;
    state.focused = focused;
    state.listening.by_ear = true;
    ear.session().set_state(state);
    ear.session().settle();
    ear.press("VolumeUp");
    ear.heard.clear();
  };
  const auto& words = ear.session().content().site(GetParam())->ui;
  go_to(ui::ScreenKind::kSearch, "search-field");
  ear.type("xqzxqzxqz");
  EXPECT_NE(all_of(ear.heard).find(words.at("search.none")), std::string::npos) << all_of(ear.heard);
  go_to(ui::ScreenKind::kFeedback, "feedback:good");
  ear.press("F20");
  EXPECT_NE(all_of(ear.heard).find(words.at("feedback.failed")), std::string::npos) << all_of(ear.heard);
}

// A question that comes by itself is heard whole, and what the keys would lose is said.
TEST_P(ByEar, TheQuestionBeforeTheEndIsHeardWhole) {
  int questions = 0;
  for (const NamedState& place : places_of(*session_, GetParam())) {
    if (!place.name.starts_with("idle-warning")) continue;
    SCOPED_TRACE(place.name);
    ui::State state = place.state;
    state.listening.by_ear = true;
    state.idle_warning = false;
    constexpr std::int64_t kPastTheWarningMs = 205'000;
    state.now_ms = ear_.now();
    state.active_ms = ear_.now() - kPastTheWarningMs;
    session_->set_state(state);
    session_->settle();
    heard_.clear();
    ear_.tick();
    ASSERT_TRUE(session_->state().idle_warning);
    EXPECT_GE(expect_all_spoken(session_->screen(), all_of(heard_), voices_of(*session_)), 3);
    ++questions;
  }
  EXPECT_EQ(questions, 2);
}

INSTANTIATE_TEST_SUITE_P(Languages, ByEar, testing::Values("sv", "en", "fi", "uk"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace kiosk::app
