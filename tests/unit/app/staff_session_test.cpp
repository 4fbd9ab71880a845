// The panel in a running session: who gets in, and what is left of it for the next one.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <set>

#include "app/session.h"
#include "bundle/pin_hash.h"
#include "support/fake_boot_clock.h"
#include "support/sample_tree.h"
#include "ui/dump.h"

namespace kiosk::app {
namespace {

constexpr std::int64_t kNine = 1'772'438'400'000;  // 2026-03-02T08:00Z, 9 in Stockholm
constexpr const char* kPin = "482913";

class StaffSessionTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    const std::string folder = testing::TempDir() + "staff_session_" + name;
    std::filesystem::remove_all(folder);
    auto desk = StaffDesk::open(folder, boot_);
    ASSERT_TRUE(desk.has_value()) << desk.error().message;
    desk_ = std::move(*desk);
    ASSERT_TRUE(desk_->set_pin_hash(*bundle::hash_pin(kPin)));
    SessionOptions options;
    options.bundle = test::write_sample_tree("staff_" + name);
    options.now_ms = now_;
    options.language = "sv";
    options.services.staff = desk_.get();
    auto opened = Session::open(options);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    session_ = std::move(*opened);
  }

  void pointer(ui::Event::Kind kind, Point at) {
    ui::Event event;
    event.kind = kind;
    event.at = at;
    session_->update(event, now_);
  }
  void tap(Point at) {
    pointer(ui::Event::Kind::kPointerDown, at);
    pointer(ui::Event::Kind::kPointerUp, at);
  }
  void tap(const std::string& id) {
    session_->bring_into_view(id);
    const ui::Element* element = session_->screen().find(id);
    ASSERT_NE(element, nullptr) << id;
    tap(Point{element->rect.x + element->rect.w / 2, element->rect.y + element->rect.h / 2});
  }
  void key(const std::string& name) {
    ui::Event event;
    event.kind = ui::Event::Kind::kKeyDown;
    event.key = name;
    session_->update(event, now_);
  }
  void give(const std::string& pin) {
    for (const char digit : pin) tap("pin:" + std::string(1, digit));
  }
  bool open() { return session_->state().staff.open; }

  std::int64_t now_ = kNine;
  test::FakeBootClock boot_;
  std::unique_ptr<StaffDesk> desk_;
  std::unique_ptr<Session> session_;
};

TEST_F(StaffSessionTest, TheRightPinOpensAndEveryStepOutCloses) {
  for (const char* way_out : {"home", "done", "back", "help", "search", "text-size", "language", "emergency"}) {
    session_->set_state([&] {
      ui::State state = session_->fresh();
      state.language_chosen = true;
      state.place.screen = ui::ScreenKind::kHome;
      return state;
    }());
    tap("help");
    tap("staff");
    give(kPin);
    session_->settle();
    ASSERT_TRUE(open()) << way_out;
    EXPECT_EQ(session_->state().place.item, ui::kPanel);
    tap(way_out);
    EXPECT_EQ(session_->state().staff, ui::Staff()) << way_out;
    for (const ui::Place& place : session_->state().history) EXPECT_NE(place.screen, ui::ScreenKind::kStaff) << way_out;
  }
}

TEST_F(StaffSessionTest, AnAnswerForSomebodyWhoHasGoneOpensNothing) {
  tap("help");
  tap("staff");
  give(kPin);
  tap("home");
  tap("help");
  tap("staff");
  session_->settle();
  EXPECT_FALSE(open());
  EXPECT_EQ(session_->state().place.item, ui::kPinEntry);
}

TEST_F(StaffSessionTest, TheDigitsAreOnTheScreenOnceInAnotherOrderAfterEachTry) {
  tap("help");
  tap("staff");
  const std::string first = session_->state().staff.keypad;
  EXPECT_EQ(std::set<char>(first.begin(), first.end()).size(), 10u);
  bool moved = false;
  for (int i = 0; i < 3; ++i) {
    give("999999");
    session_->settle();
    moved |= session_->state().staff.keypad != first;
  }
  EXPECT_TRUE(moved);
}

TEST_F(StaffSessionTest, WhatIsGivenIsInNoDump) {
  tap("help");
  tap("staff");
  give("48291");
  EXPECT_EQ(session_->dump().find("48291"), std::string::npos);
  EXPECT_NE(session_->dump().find("• • • • • _"), std::string::npos);
}

TEST_F(StaffSessionTest, RandomTouchesAndKeysNeverOpenThePanel) {
  std::mt19937 random(11);
  const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  const char* const keys[] = {"Tab", "Return", "Escape", "Up", "Down", "F17", "F18", "F19", "F20", "F21", "F22", "4"};
  int at_the_keypad = 0;
  for (int i = 0; i < 3000; ++i) {
    now_ += 300;
    if (up_to(4) == 0)
      key(keys[up_to(12)]);
    else
      tap(Point{up_to(1920), up_to(1080)});
    if (up_to(50) == 0) {  // a monkey that knows the way
      if (session_->screen().find("help")) tap("help");
      if (session_->screen().find("staff")) tap("staff");
      for (int n = 0; n < 6; ++n)
        if (const auto* digit = session_->screen().find("pin:" + std::to_string(up_to(10))); digit && !digit->disabled)
          tap(digit->id);
    }
    session_->settle();
    at_the_keypad += session_->state().place.item == ui::kPinEntry;
    ASSERT_FALSE(open()) << i;
  }
  EXPECT_GT(at_the_keypad, 0);
  EXPECT_EQ(desk_->settings(), ui::StaffSettings());
}

}  // namespace
}  // namespace kiosk::app
