// Ten tasks by ear alone on the demo content of Borås, with the topics in another order for every language: a driver
// that sees nothing but the log of what was spoken, and knows the kiosk's words in its own language.
#include <algorithm>
#include <filesystem>
#include <random>
#include <regex>

#include "base/file.h"
#include "by_ear.h"
#include "content/tree_reader.h"
#include "content/tree_writer.h"

namespace kiosk::app {
namespace {

namespace fs = std::filesystem;

// A copy of the tree in which the language's topics stand in an order of their own.
std::string shuffled_tree(const std::string& language) {
  const std::string from = std::string(KIOSK_TREES) + "/boras", to = "by_ear_trees/" + language;
  fs::remove_all(to);
  fs::create_directories(to);
  fs::copy(from, to, fs::copy_options::recursive);
  auto site = content::TreeReader(to).site(language);
  KIOSK_CHECK(site.has_value());
  unsigned seed = 8;
  for (const char c : language) seed = seed * 31 + static_cast<unsigned char>(c);
  std::mt19937 random(seed);
  std::shuffle(site->topics.begin(), site->topics.end(), random);
  KIOSK_CHECK(write_file(to + "/" + language + "/site.yaml", content::write_site(*site)).has_value());
  return to;
}

class ByEarTasks : public testing::TestWithParam<const char*> {
 public:
  ByEarTasks()
      : tree_(shuffled_tree(GetParam())),
        ear_(tree_, "2026-11-30T09:00+01:00"),
        listener_([this](const std::string& key) { ear_.press(key); }, ear_.heard) {}

  // The kiosk's word in the listener's language.
  std::string word(const char* key) { return ear_.session().content().site(GetParam())->ui.at(key); }
  std::string button(const char* key) { return word(key) + ", " + word("speech.button"); }
  std::string autonym(const std::string& tag) {
    for (const content::Language& l : ear_.session().content().manifest().languages)
      if (l.tag == tag) return l.autonym;
    return {};
  }
  void go_home() { listener_.press("Home"); }
  bool is_content_over() { return listener_.hears(word("bar.home") + ", "); }

  // Follows the link number `number` of the screen's content; false when it has fewer.
  bool open_link(int number) {
    int links = 0;
    const bool there = listener_.walk_until([&] {
      if (listener_.hears(", " + word("speech.link"))) ++links;
      return links == number || is_content_over();
    });
    if (!there || links != number) return false;
    listener_.choose();
    return true;
  }

  // Through the topics and their pages one after the other, by their headings, until one tells what is sought.
  bool find_page(const std::function<bool()>& is_it) {
    constexpr int kMostTopics = 20, kMostHeadings = 14;
    for (int topic = 1; topic <= kMostTopics; ++topic) {
      go_home();
      if (!listener_.walk_to(word("home.topics"), "F24")) return false;
      for (int i = 0; i < topic; ++i) listener_.next();
      listener_.choose();
      for (int page = 1; open_link(page); ++page) {
        for (int heading = 0; heading < kMostHeadings; ++heading) {
          listener_.press("F24");
          if (is_it()) return true;
          if (is_content_over()) break;
        }
        listener_.press("F21");
      }
    }
    return false;
  }

  void change_language() {
    listener_.choose();
    EXPECT_TRUE(listener_.hears("Välkommen. Pilarna flyttar.")) << listener_.heard();
    const bool swedish = std::string(GetParam()) == "sv";
    const std::string other = swedish ? "en" : "sv";
    ASSERT_TRUE(listener_.walk_to(autonym(other))) << "the other language first";
    listener_.choose();
    ASSERT_TRUE(listener_.walk_to(swedish ? "Language, button" : "Språk, knapp")) << "the way back to the languages";
    listener_.choose();
    ASSERT_TRUE(listener_.walk_to(autonym(GetParam())));
    listener_.choose();
    ASSERT_TRUE(listener_.walk_to(word("home.topics"), "F24"));
  }

  void find_sfi() {
    static const std::regex kSfi("SFI|sfi|Sfi");
    EXPECT_TRUE(find_page([&] { return std::regex_search(listener_.heard(), kSfi); }));
  }

  void hear_a_number() {
    go_home();
    ASSERT_TRUE(listener_.walk_to(word("emergency.label")));
    listener_.choose();
    ASSERT_TRUE(listener_.walk_to("1 1 2"));
    static const std::regex kFiveDigits("\\d(,? \\d){4}");  // a pause where the number is written apart
    EXPECT_TRUE(listener_.walk_until([&] { return std::regex_search(listener_.heard(), kFiveDigits); }));
  }

  void answer_a_poll() {
    ASSERT_TRUE(find_page([&] { return listener_.hears(word("poll.title")); }));
    listener_.next();
    ASSERT_TRUE(listener_.hears(word("speech.link"))) << listener_.heard();
    listener_.choose();
    ASSERT_TRUE(listener_.walk_until([&] { return listener_.hears(", " + word("speech.button")); }));
    listener_.choose();
    EXPECT_TRUE(listener_.hears(word("speech.selected"))) << listener_.heard();
    ASSERT_TRUE(listener_.walk_to(button("poll.send")));
    listener_.choose();
    EXPECT_TRUE(listener_.hears(word("feedback.thanks"))) << listener_.heard();
  }

  void find_the_weeks_events() {
    go_home();
    ASSERT_TRUE(listener_.walk_to(word("events.title") + ", "));
    listener_.choose();
    EXPECT_TRUE(listener_.hears(word("events.title"))) << listener_.heard();
    std::string locale;
    for (const content::Language& l : ear_.session().content().manifest().languages)
      if (l.tag == GetParam()) locale = l.format_locale;
    const std::string in_a_week = i18n::format_date("2026-12-08", locale);  // the next day after the week with an event
    std::string all;
    ASSERT_TRUE(listener_.walk_until([&] {
      all += listener_.heard();
      return listener_.hears(in_a_week);
    })) << in_a_week;
    const auto events = content::TreeReader(tree_).events(GetParam());
    ASSERT_TRUE(events.has_value());
    int this_week = 0;
    for (const content::Event& event : events->events)
      for (const content::EventTime& time : event.times) {
        if (time.start < "2026-11-30" || time.start >= "2026-12-07") continue;
        for (const content::TextRun& run : event.title.runs) EXPECT_NE(all.find(run.text), std::string::npos) << all;
        EXPECT_NE(all.find(event.place), std::string::npos) << all;
        ++this_week;
      }
    EXPECT_EQ(this_week, 2);
    EXPECT_NE(all.find(word("events.tomorrow")), std::string::npos) << all;
  }

  void change_the_speed() {
    EXPECT_EQ(listener_.rate(), 0);
    go_home();  // the row of the voice's buttons is on every screen; here the way to it is short
    ASSERT_TRUE(listener_.walk_to(word("speech.slower") + ", "));
    listener_.choose();
    listener_.next();
    EXPECT_EQ(listener_.rate(), -1) << listener_.heard();
  }

  void show_a_phrase() {
    go_home();
    ASSERT_TRUE(listener_.walk_to(word("phrases.title") + ", "));
    listener_.choose();
    ASSERT_TRUE(listener_.hears(word("phrases.title"))) << listener_.heard();
    ASSERT_TRUE(listener_.walk_to(", " + word("speech.button") + ", ", "F22", 12));
    const std::string sentence = listener_.heard().substr(0, listener_.heard().find(','));
    listener_.choose();
    EXPECT_TRUE(listener_.hears(sentence)) << sentence << " / " << listener_.heard();
  }

  void give_feedback() {
    go_home();
    ASSERT_TRUE(listener_.walk_to(word("home.topics"), "F24"));
    listener_.next();
    listener_.choose();
    ASSERT_TRUE(open_link(1));
    ASSERT_TRUE(listener_.walk_to(button("feedback.good")));
    listener_.choose();
    EXPECT_TRUE(listener_.hears(word("feedback.thanks"))) << listener_.heard();
  }

  void get_help() {
    listener_.press("F17");
    EXPECT_TRUE(listener_.hears(word("help.title"))) << listener_.heard();
    EXPECT_TRUE(listener_.walk_to(word("help.keypad")));
  }

  void end_the_session() {
    ASSERT_TRUE(listener_.walk_to(button("bar.done")));
    listener_.choose();
    EXPECT_EQ(listener_.heard(), "");
    EXPECT_EQ(ear_.session().state().place.screen, ui::ScreenKind::kPicker);
    EXPECT_FALSE(ear_.session().state().listening.by_ear);
  }

  std::string tree_;
  SpokenSession ear_;
  Listener listener_;
};

TEST_P(ByEarTasks, AListenerFinishesTenTasksWithEightKeys) {
  using Task = void (ByEarTasks::*)();
  const std::pair<const char*, Task> tasks[] = {{"change language", &ByEarTasks::change_language},
                                                {"find the page on SFI", &ByEarTasks::find_sfi},
                                                {"hear a number digit by digit", &ByEarTasks::hear_a_number},
                                                {"answer a poll", &ByEarTasks::answer_a_poll},
                                                {"find the week's events", &ByEarTasks::find_the_weeks_events},
                                                {"change speed", &ByEarTasks::change_the_speed},
                                                {"show a phrase card", &ByEarTasks::show_a_phrase},
                                                {"give feedback", &ByEarTasks::give_feedback},
                                                {"get help", &ByEarTasks::get_help},
                                                {"end the session", &ByEarTasks::end_the_session}};
  for (const auto& [name, task] : tasks) {
    SCOPED_TRACE(name);
    (this->*task)();
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, ByEarTasks, testing::Values("sv", "en", "fi", "uk"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace kiosk::app
