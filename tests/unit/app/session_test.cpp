// The session through its events, as a resident's finger and an idle clock give them.
#include "app/session.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "speech/audio_out.h"
#include "speech/espeak.h"
#include "speech/speaker.h"
#include "support/sample_tree.h"

namespace kiosk::app {
namespace {

constexpr std::int64_t kNine = 1'772'438'400'000;  // 2026-03-02T08:00Z, 9 in Stockholm

class SessionTest : public testing::Test {
 protected:
  void SetUp() override { open({}); }

  void open(const std::string& language, const std::string& page = {}, const Services& services = {}) {
    SessionOptions options;
    options.services = services;
    options.bundle = test::write_sample_tree(testing::UnitTest::GetInstance()->current_test_info()->name());
    options.now_ms = now_;
    options.language = language;
    options.page = page;
    auto opened = Session::open(options);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    session_ = std::move(*opened);
  }

  // True when the screen is to be drawn anew.
  bool send(ui::Event::Kind kind, Point at = {}) {
    ui::Event event;
    event.kind = kind;
    event.at = at;
    return session_->update(event, now_);
  }
  Point middle_of(const std::string& id) {
    const ui::Element* element = session_->screen().find(id);
    EXPECT_NE(element, nullptr) << id;
    return element ? Point{element->rect.x + element->rect.w / 2, element->rect.y + element->rect.h / 2} : Point{};
  }
  void tap(const std::string& id) {
    session_->bring_into_view(id);
    const Point at = middle_of(id);
    send(ui::Event::Kind::kPointerDown, at);
    send(ui::Event::Kind::kPointerUp, at);
  }
  void key(const std::string& name, bool shift = false) {
    ui::Event event;
    event.kind = ui::Event::Kind::kKeyDown;
    event.key = name;
    event.shift = shift;
    session_->update(event, now_);
  }
  void wait_s(int seconds) {
    for (int i = 0; i < seconds; ++i) {
      now_ += 1000;
      session_->update({}, now_);
    }
  }
  ui::ScreenKind where() { return session_->state().place.screen; }

  std::int64_t now_ = kNine;
  std::unique_ptr<Session> session_;
};

TEST_F(SessionTest, AResidentWalksFromThePickerToAPageAndBack) {
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
  tap("lang:ar");
  EXPECT_EQ(where(), ui::ScreenKind::kHome);
  EXPECT_EQ(session_->state().language, "ar");
  tap("topic:safety");
  EXPECT_EQ(where(), ui::ScreenKind::kTopic);
  tap("page:safety/numbers");
  EXPECT_EQ(where(), ui::ScreenKind::kPage);
  tap("back");
  tap("back");
  EXPECT_EQ(where(), ui::ScreenKind::kHome);
}

TEST_F(SessionTest, SwitchingTheLanguageKeepsThePage) {
  open("sv", "safety/numbers");
  tap("language");
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
  tap("lang:ar");
  EXPECT_EQ(where(), ui::ScreenKind::kPage);
  EXPECT_EQ(session_->state().place.page, "safety/numbers");
  EXPECT_EQ(session_->state().language, "ar");
}

TEST_F(SessionTest, AControlActsOnReleaseInsideItAndSlidingOffCancels) {
  const Point arabic = middle_of("lang:ar");
  send(ui::Event::Kind::kPointerDown, arabic);
  EXPECT_EQ(session_->state().pressed, "lang:ar");
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
  send(ui::Event::Kind::kPointerMove, middle_of("lang:sv"));
  EXPECT_EQ(session_->state().pressed, "");
  send(ui::Event::Kind::kPointerUp, middle_of("lang:sv"));
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
}

TEST_F(SessionTest, WhatATouchChangesIsDrawnAndNothingElse) {
  speech::Speaker speaker(std::make_unique<speech::Espeak>(), std::make_unique<speech::SilentOut>());
  Services with_voice;
  with_voice.speaker = &speaker;
  for (const Services& services : {Services{}, with_voice}) {
    open({}, {}, services);
    const Point arabic = middle_of("lang:ar");
    EXPECT_FALSE(send(ui::Event::Kind::kPointerMove, arabic));
    EXPECT_TRUE(send(ui::Event::Kind::kPointerDown, arabic));
    EXPECT_TRUE(send(ui::Event::Kind::kPointerUp, arabic));
    EXPECT_FALSE(send(ui::Event::Kind::kTick));
    session_.reset();
  }
}

TEST_F(SessionTest, ADragScrollsAndPressesNothing) {
  open("sv", "safety/long");
  const Rect viewport = session_->screen().viewport;
  const Point from{viewport.x + viewport.w / 2, viewport.y + viewport.h - 10};
  send(ui::Event::Kind::kPointerDown, from);
  send(ui::Event::Kind::kPointerMove, {from.x, from.y - 200});
  EXPECT_EQ(session_->state().place.scroll_px, 200);
  send(ui::Event::Kind::kPointerUp, {from.x, from.y - 200});
  EXPECT_EQ(where(), ui::ScreenKind::kPage);
  EXPECT_EQ(session_->state().place.scroll_px, 200);
}

TEST_F(SessionTest, BigButtonsScrollToTheEndAndThenRest) {
  open("sv", "safety/long");
  for (int i = 0; i < 100; ++i)
    if (!session_->screen().find("scroll-down")->disabled) tap("scroll-down");
  EXPECT_EQ(session_->state().place.scroll_px, session_->screen().max_scroll_px);
  EXPECT_GT(session_->screen().max_scroll_px, 0);
  EXPECT_TRUE(session_->screen().find("scroll-down")->disabled);
}

TEST_F(SessionTest, EmergencyIsOneTapFromThePicker) {
  tap("emergency");
  EXPECT_EQ(where(), ui::ScreenKind::kPage);
  EXPECT_EQ(session_->state().place.page, "safety/numbers");
  tap("back");
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
}

// Counts the fields of an aggregate: how many values of any type it can be made from.
struct Anything {
  template <typename T>
  operator T() const;
};
template <typename T, typename... Values>
constexpr std::size_t fields_of() {
  if constexpr (requires { T{Values{}..., Anything{}}; })
    return fields_of<T, Values..., Anything>();
  else
    return sizeof...(Values);
}

// Every field of the state set to something that no fresh session has.
ui::State spoilt(const ui::State& fresh) {
  ui::State s = fresh;
  s.place = {ui::ScreenKind::kPage, "safety", "safety/long", "item", 40};
  s.history = {{ui::ScreenKind::kHome}};
  s.language = "ar";
  s.language_chosen = true;
  s.text_scale = 150;
  s.theme = ui::ThemeName::kContrast;
  s.text_spacing = ui::TextSpacing::kWide;
  s.low_reach = true;
  s.focused = "home";
  s.marked = "p0#1";
  s.typing = {"min adress", true, true};
  s.answers = {{{"poll:a", "b"}}, {"poll:a"}, true};
  s.listening = {true, fresh.listening.headset, true, true, 2, 5, fresh.listening.loudest, "title", true, true};
  s.last_use = {"Return", 5};
  s.staff = {true, ui::Staff::Pin::kWrong, 3, "12", "9876543210", {"closes-early", {{"time", "14:00"}}, "today"}};
  s.explanation = {"glossary", "kommun"};
  s.touch = {true, true, 1, 2, 3, "home"};
  s.pressed = "home";
  s.idle_warning = true;
  s.idle_left_s = 20;
  s.now_ms += 5000;
  s.active_ms += 4000;
  return s;
}

TEST_F(SessionTest, AfterDoneEveryFieldIsAFreshSessions) {
  static_assert(fields_of<ui::State>() == 22, "a new field of State: spoil it in spoilt(), compare it below");
  const ui::State spoilt_state = spoilt(session_->fresh());
  ui::State left = spoilt_state;
  left.explanation = {};  // a box over the screen hides the bar
  left.idle_warning = false;
  session_->set_state(left);
  now_ = left.now_ms;
  tap("done");
  const ui::State &after = session_->state(), &fresh = session_->fresh();
  EXPECT_EQ(after.now_ms, now_);
  EXPECT_EQ(after.active_ms, now_);
  ui::State at_start = fresh;
  at_start.now_ms = at_start.active_ms = now_;
  EXPECT_TRUE(after == at_start);
#define EXPECT_WIPED(field)                   \
  EXPECT_NE(spoilt_state.field, fresh.field); \
  EXPECT_EQ(after.field, fresh.field)
  EXPECT_WIPED(place.screen);
  EXPECT_WIPED(place.topic);
  EXPECT_WIPED(place.page);
  EXPECT_WIPED(place.item);
  EXPECT_WIPED(place.scroll_px);
  EXPECT_WIPED(history.size());
  EXPECT_WIPED(language);
  EXPECT_WIPED(language_chosen);
  EXPECT_WIPED(text_scale);
  EXPECT_WIPED(theme);
  EXPECT_WIPED(text_spacing);
  EXPECT_WIPED(low_reach);
  EXPECT_WIPED(focused);
  EXPECT_WIPED(marked);
  EXPECT_WIPED(typing.text);
  EXPECT_WIPED(typing.latin);
  EXPECT_WIPED(typing.shift);
  EXPECT_WIPED(answers.chosen.size());
  EXPECT_WIPED(answers.sent.size());
  EXPECT_WIPED(answers.failed);
  EXPECT_WIPED(listening.by_ear);
  EXPECT_WIPED(listening.reading);
  EXPECT_WIPED(listening.paused);
  EXPECT_WIPED(listening.rate);
  EXPECT_WIPED(listening.volume);
  EXPECT_WIPED(listening.element);
  EXPECT_WIPED(listening.whole_block);
  EXPECT_WIPED(listening.headset_out);
  EXPECT_WIPED(last_use.what);
  EXPECT_WIPED(last_use.at_ms);
  EXPECT_WIPED(staff.open);
  EXPECT_WIPED(staff.digits);
  EXPECT_WIPED(staff.keypad);
  EXPECT_WIPED(staff.draft.id);
  EXPECT_WIPED(staff.draft.values.size());
  EXPECT_WIPED(explanation.kind);
  EXPECT_WIPED(explanation.id);
  EXPECT_WIPED(touch.down);
  EXPECT_WIPED(touch.target);
  EXPECT_WIPED(pressed);
  EXPECT_WIPED(idle_warning);
  EXPECT_WIPED(idle_left_s);
#undef EXPECT_WIPED
}

TEST_F(SessionTest, OnceNothingMovesItForgetsFontsAndShowsTheSame) {
  EXPECT_FALSE(session_->is_still());
  wait_s(61);
  EXPECT_FALSE(session_->is_still()) << "the greetings move";
  wait_s(30);
  ASSERT_TRUE(session_->is_still());
  const std::string before = session_->dump();
  const auto drawn = session_->drawing().items.size();
  session_->forget();
  EXPECT_EQ(session_->dump(), before);
  EXPECT_EQ(session_->drawing().items.size(), drawn);
  EXPECT_EQ(session_->dump(), before);
  send(ui::Event::Kind::kPointerDown, {5, 5});
  send(ui::Event::Kind::kPointerUp, {5, 5});
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
  tap("lang:ar");
  EXPECT_EQ(where(), ui::ScreenKind::kHome);
}

TEST_F(SessionTest, NobodyForAMinuteBringsTheGreetingsAndTheyRest) {
  wait_s(59);
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
  wait_s(1);
  EXPECT_EQ(where(), ui::ScreenKind::kAttract);
  EXPECT_LE(session_->until_next_change(), 2500);
  wait_s(5);
  EXPECT_EQ(session_->state().place.item, "2");
  wait_s(25);
  EXPECT_EQ(session_->state().place.item, "") << "still after 30 s";
  EXPECT_GT(session_->until_next_change(), 2500) << "only the clock's minute is left";
  send(ui::Event::Kind::kPointerDown, {5, 5});
  send(ui::Event::Kind::kPointerUp, {5, 5});
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
}

TEST_F(SessionTest, AnIdleSessionIsWarnedAt100SecondsAndWipedAt120) {
  tap("lang:ar");
  wait_s(99);
  EXPECT_FALSE(session_->state().idle_warning);
  wait_s(1);
  EXPECT_TRUE(session_->state().idle_warning);
  EXPECT_NE(session_->screen().find("extend"), nullptr);
  EXPECT_EQ(session_->screen().find("home"), nullptr) << "nothing below the question can be touched";
  wait_s(20);
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
  EXPECT_EQ(session_->state().language, "sv");
}

TEST_F(SessionTest, OneTouchExtendsTheSession) {
  tap("lang:ar");
  wait_s(105);
  tap("extend");
  EXPECT_FALSE(session_->state().idle_warning);
  EXPECT_EQ(where(), ui::ScreenKind::kHome);
  wait_s(99);
  EXPECT_FALSE(session_->state().idle_warning);
}

TEST_F(SessionTest, TheLargestTextDoublesTheIdleTime) {
  tap("lang:ar");
  tap("text-size");
  tap("scale:200");
  EXPECT_EQ(session_->state().text_scale, 200);
  wait_s(199);
  EXPECT_FALSE(session_->state().idle_warning);
  wait_s(1);
  EXPECT_TRUE(session_->state().idle_warning);
  wait_s(40);
  EXPECT_EQ(session_->state().text_scale, 100);
}

TEST_F(SessionTest, DoneLeavesTheStateOfAFreshStart) {
  tap("lang:ar");
  tap("text-size");
  tap("scale:150");
  tap("theme:dark");
  tap("home");
  tap("topic:safety");
  tap("done");
  ui::State expected = session_->fresh();
  expected.now_ms = expected.active_ms = now_;
  EXPECT_EQ(session_->state(), expected);
}

TEST_F(SessionTest, EveryControlIsReachedAndUsedByKeyboard) {
  std::set<std::string> reached;
  const std::vector<std::string> order = session_->screen().focus_order();
  for (std::size_t i = 0; i < order.size(); ++i) {
    key("Tab");
    reached.insert(session_->state().focused);
  }
  EXPECT_EQ(reached, std::set<std::string>(order.begin(), order.end()));
  for (int i = 0; i < 20 && session_->state().focused != "lang:ar"; ++i) key("Down");
  key("Return");
  EXPECT_EQ(session_->state().language, "ar");
  key("Tab", true);
  EXPECT_EQ(session_->state().focused, session_->screen().focus_order().back());
}

TEST_F(SessionTest, TheSameKeyCountsAgainOnlyAfterItsTime) {
  const std::string path = testing::TempDir() + "debounce.yaml";
  ASSERT_TRUE(write_file(path, "debounce-ms: 500\n").has_value());
  const auto keys = KeyMap::load(path);
  ASSERT_TRUE(keys.has_value());
  SessionOptions options;
  options.bundle = test::write_sample_tree(testing::UnitTest::GetInstance()->current_test_info()->name());
  options.now_ms = now_;
  options.services.keys = &*keys;
  session_ = std::move(*Session::open(options));
  key("Down");
  const std::string first = session_->state().focused;
  now_ += 499;
  key("Down");
  EXPECT_EQ(session_->state().focused, first);
  now_ += 1;
  key("Down");
  EXPECT_NE(session_->state().focused, first);
  const std::string second = session_->state().focused;
  key("Up");  // another key counts at once
  EXPECT_NE(session_->state().focused, second);
}

TEST_F(SessionTest, TheKeyRepeatOfTheSystemDoesNothing) {
  key("Tab");
  const ui::State before = session_->state();
  ui::Event event;
  event.kind = ui::Event::Kind::kKeyDown;
  event.key = "Tab";
  event.repeat = true;
  session_->update(event, now_);
  EXPECT_EQ(session_->state().focused, before.focused);
}

TEST_F(SessionTest, ADamagedPageCostsThatPageOnly) {
  open("sv");
  ASSERT_TRUE(
      write_file(session_->content().reader().folder() + "/sv/pages/safety/numbers.yaml", "id: [broken").has_value());
  tap("topic:safety");
  tap("page:safety/numbers");
  EXPECT_NE(session_->screen().find("damaged"), nullptr);
  tap("back");
  tap("page:safety/long");
  EXPECT_EQ(session_->screen().find("damaged"), nullptr);
}

TEST_F(SessionTest, AMissingTreeIsAnErrorThatNamesTheFile) {
  SessionOptions options;
  options.bundle = "no/such/tree";
  const auto opened = Session::open(options);
  ASSERT_FALSE(opened.has_value());
  EXPECT_NE(opened.error().message.find("no/such/tree/manifest.yaml"), std::string::npos) << opened.error().message;
}

TEST_F(SessionTest, APageThatTheTreeLacksIsAnError) {
  SessionOptions options;
  options.bundle = test::write_sample_tree("no-page");
  options.page = "work/fnid";
  const auto opened = Session::open(options);
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().message, "the tree has no page 'work/fnid'");
}

TEST_F(SessionTest, AMissingFontNamesItsPackage) {
  content::Manifest manifest = test::sample_manifest();
  for (content::FontFamily& family : manifest.fonts) family.regular = family.bold = "NoSuchFont.ttf";
  SessionOptions options;
  options.bundle = test::write_sample_tree("missing-font", manifest);
  const auto opened = Session::open(options);
  ASSERT_FALSE(opened.has_value());
  EXPECT_NE(opened.error().message.find("NoSuchFont.ttf"), std::string::npos) << opened.error().message;
  EXPECT_NE(opened.error().message.find("install the package fonts-noto-core"), std::string::npos)
      << opened.error().message;
}

TEST_F(SessionTest, IdsAreUniqueAndASecondLinkToAPageLeadsThereToo) {
  content::Page page = test::sample_page("sv", "safety/numbers", 1);
  content::Block links;
  links.id = "next";
  links.kind = content::BlockKind::kLinks;
  links.pages = {{"work/find", "work", test::sentence("Arbete"), {}}};
  page.blocks.push_back(links);
  open("sv");
  ASSERT_TRUE(
      write_file(session_->content().reader().folder() + "/sv/pages/safety/numbers.yaml", content::write_page(page))
          .has_value());
  tap("emergency");
  std::set<std::string> ids;
  for (const ui::Element& e : session_->screen().elements) EXPECT_TRUE(ids.insert(e.id).second) << e.id;
  ASSERT_TRUE(ids.contains("page:work/find#2"));
  tap("page:work/find#2");
  EXPECT_EQ(session_->state().place.page, "work/find");
}

TEST_F(SessionTest, TheDumpSaysWhatIsOnTheScreen) {
  open("ar", "safety/numbers");
  const auto dump = nlohmann::json::parse(session_->dump());
  EXPECT_EQ(dump["screen"], "page");
  EXPECT_EQ(dump["page"], "safety/numbers");
  EXPECT_EQ(dump["dir"], "rtl");
  EXPECT_EQ(dump["now"], "2026-03-02T09:00:00+01:00");
  int machine = 0;
  for (const auto& element : dump["elements"]) {
    EXPECT_EQ(element["notdef"], 0) << element;
    EXPECT_EQ(element["overflow"], false) << element;
    machine += element["state"] == "machine";
  }
  EXPECT_GT(machine, 3);
}

TEST_F(SessionTest, WhatIsTypedIsFoundAndGoesWithTheSession) {
  open("sv");
  tap("search");
  EXPECT_EQ(where(), ui::ScreenKind::kSearch);
  ui::Event typed;
  typed.kind = ui::Event::Kind::kText;
  typed.text = std::string(100, 'x');
  session_->update(typed, now_);
  EXPECT_EQ(session_->state().typing.text.size(), 64u);
  for (int i = 0; i < 64; ++i) key("Backspace");
  EXPECT_EQ(session_->state().typing.text, "");
  typed.text = "x";
  session_->update(typed, now_);
  wait_s(130);
  EXPECT_EQ(session_->state().typing.text, "");
  EXPECT_EQ(where(), ui::ScreenKind::kPicker);
}

}  // namespace
}  // namespace kiosk::app
