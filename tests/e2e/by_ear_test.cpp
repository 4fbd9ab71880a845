// By ear alone, on the demo content: every screen's words are spoken and the focus is where the voice is.
#include <gtest/gtest.h>

#include <cctype>
#include <functional>
#include <map>

#include "app/places.h"
#include "app/session.h"
#include "speech/espeak.h"
#include "speech/speaker.h"
#include "stats/store.h"
#include "ui/spoken.h"

namespace kiosk::app {
namespace {

// Sound that takes no time: what is said counts here, not how long.
class Instant final : public speech::VoiceSource {
 public:
  Result<speech::Pcm> make(const speech::Utterance&, const speech::Cancel&) override { return speech::Pcm{}; }
};

struct Heard {
  std::string element, language, voice, text;
};

class ByEar : public testing::TestWithParam<const char*> {
 protected:
  ByEar() : speaker_(std::make_unique<Instant>(), std::make_unique<speech::SilentOut>()) {
    speaker_.on_speak([this](const speech::Utterance& u, std::int64_t, const Result<std::int64_t>&) {
      heard_.push_back({u.element, u.language, u.voice, u.text});
    });
    SessionOptions options;
    options.bundle = std::string(KIOSK_TREES) + "/vasteras";
    options.now_ms = 1'772'438'400'000;  // 2026-03-02, 9 in Stockholm
    options.services.store = &store_;
    options.services.speaker = &speaker_;
    auto opened = Session::open(options);
    if (opened) session_ = std::move(*opened);
  }

  void press(const std::string& key) {
    ui::Event event;
    event.kind = ui::Event::Kind::kKeyDown;
    event.key = key;
    session_->update(event, ++now_);
    drain();
  }
  void drain() {
    do session_->settle();
    while (speaker_.speaking());
  }

  stats::Store store_{":memory:"};
  speech::Speaker speaker_;
  std::unique_ptr<Session> session_;
  std::vector<Heard> heard_;
  std::int64_t now_ = 1'772'438'400'000;
};

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

TEST_P(ByEar, EveryWordOfEveryScreenIsSpokenAndTheFocusIsWhereTheVoiceIs) {
  ASSERT_NE(session_, nullptr);
  const std::string language = GetParam();
  std::map<std::string, std::string> voices;
  for (const content::Language& l : session_->content().manifest().languages) voices[l.tag] = l.voice;
  int screens = 0, texts = 0;
  for (const NamedState& place : places_of(*session_, language)) {
    if (place.name.starts_with("attract") || place.name.starts_with("idle-warning")) continue;  // any key leaves them
    SCOPED_TRACE(place.name);
    ui::State state = place.state;
    state.listening.by_ear = true;
    state.now_ms = state.active_ms = now_;
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
        EXPECT_EQ(h.voice, speech::usable_voice(voices[h.language])) << h.text;
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
    for (const ui::Element& element : session_->screen().elements) {
      if (voices[element.language].empty() || element.id == "clock") continue;
      for (const std::string& word : words_of(element.spoken.empty() ? element.text : element.spoken))
        EXPECT_NE(all.find(word), std::string::npos) << element.id << ": " << word;
      ++texts;
    }
    ++screens;
  }
  EXPECT_GT(screens, 30);
  EXPECT_GT(texts, 1000);
}

// A hand on eight keys, and ears: nothing of the screen is known here but what was spoken.
class Listener {
 public:
  Listener(std::function<void(const std::string&)> press, const std::vector<Heard>& log)
      : press_(std::move(press)), log_(log) {}

  void press(const std::string& key) {
    before_ = log_.size();
    press_(key);
  }
  // What the last key said.
  std::string heard() const {
    std::string all;
    for (std::size_t i = before_; i < log_.size(); ++i) all += log_[i].text + "\n";
    return all;
  }
  bool hears(const std::string& words) const { return heard().find(words) != std::string::npos; }
  // Goes on until the words are heard; false when it has gone round.
  bool walk_to(const std::string& words, const std::string& key = "F22", int most = 250) {
    for (int i = 0; i < most; ++i) {
      press(key);
      if (hears(words)) return true;
    }
    return false;
  }

 private:
  std::function<void(const std::string&)> press_;
  const std::vector<Heard>& log_;
  std::size_t before_ = 0;
};

TEST_P(ByEar, AListenerChangesTheLanguageFindsSfiHearsANumberShowsASentenceAnswersAndEnds) {
  ASSERT_NE(session_, nullptr);
  const content::Site& site = *session_->content().site(GetParam());
  const auto word = [&](const char* key) { return site.ui.at(key); };
  std::string autonym;
  for (const content::Language& l : session_->content().manifest().languages)
    if (l.tag == GetParam()) autonym = l.autonym;
  Listener listener([this](const std::string& key) { press(key); }, heard_);

  listener.press("F20");
  EXPECT_TRUE(listener.hears("Välkommen. Pilarna flyttar.")) << listener.heard();
  ASSERT_TRUE(listener.walk_to(autonym)) << "the language";
  listener.press("F20");
  ASSERT_FALSE(listener.heard().empty());

  // The page on SFI: into the topics and their pages one after the other, by headings, until one is about it.
  const auto is_sfi = [&] { return listener.hears("SFI") || listener.hears("sfi") || listener.hears("Sfi"); };
  const std::string link = ", " + word("speech.link"), end_of_content = word("bar.home") + ", ";
  const auto open_link = [&](int number) {
    for (int i = 0, links = 0; i < 60; ++i) {
      listener.press("F22");
      if (listener.hears(end_of_content)) return false;
      if (listener.hears(link) && ++links == number) return listener.press("F20"), true;
    }
    return false;
  };
  bool found = false;
  for (int topic = 1; topic < 20 && !found; ++topic) {
    press("Home");
    ASSERT_TRUE(listener.walk_to(word("home.topics"), "F24"));
    for (int i = 0; i < topic; ++i) listener.press("F22");
    listener.press("F20");
    for (int page = 1; !found && open_link(page); ++page) {
      for (int heading = 0; heading < 12 && !found; ++heading) {
        listener.press("F24");
        found = is_sfi();
      }
      if (!found) listener.press("F21");
    }
  }
  ASSERT_TRUE(found) << "SFI";

  // Slower, and a face for the page.
  ASSERT_TRUE(listener.walk_to(word("speech.slower")));
  listener.press("F20");
  EXPECT_EQ(session_->state().listening.rate, -1);
  ASSERT_TRUE(listener.walk_to(word("feedback.good") + ", " + word("speech.button")));
  listener.press("F20");
  EXPECT_TRUE(listener.hears(word("feedback.thanks"))) << listener.heard();

  // 112 from every screen, digit by digit.
  ASSERT_TRUE(listener.walk_to(word("emergency.label")));
  listener.press("F20");
  ASSERT_TRUE(listener.walk_to("1 1 2"));

  // A sentence for the staff: the first situation's first one.
  press("Home");
  ASSERT_TRUE(listener.walk_to(word("phrases.title") + ", "));
  listener.press("F20");
  ASSERT_TRUE(listener.hears(word("phrases.title"))) << listener.heard();
  ASSERT_TRUE(listener.walk_to(", " + word("speech.button") + ", ", "F22", 12));
  listener.press("F20");
  EXPECT_EQ(session_->state().place.screen, ui::ScreenKind::kPhrases);

  listener.press("F17");
  EXPECT_TRUE(listener.hears(word("help.title"))) << listener.heard();
  ASSERT_TRUE(listener.walk_to(word("bar.done") + ", " + word("speech.button")));
  listener.press("F20");
  EXPECT_EQ(listener.heard(), "");
  EXPECT_EQ(session_->state().place.screen, ui::ScreenKind::kPicker);
  EXPECT_FALSE(session_->state().listening.by_ear);
}

INSTANTIATE_TEST_SUITE_P(Languages, ByEar, testing::Values("sv", "en", "fi", "uk"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace kiosk::app
