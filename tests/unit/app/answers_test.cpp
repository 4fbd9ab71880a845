// Answers: counted when the store has them, said so only then, and gone with the session.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/session.h"
#include "content/tree_writer.h"
#include "stats/store.h"
#include "support/sample_tree.h"

namespace kiosk::app {
namespace {

namespace fs = std::filesystem;
using stats::CountKind;

constexpr std::int64_t kNine = 1'772'438'400'000;

class AnswersTest : public testing::Test {
 protected:
  void SetUp() override { open(":memory:"); }

  void open(const std::string& store) {
    store_ = std::make_unique<stats::Store>(store);
    SessionOptions options;
    options.bundle = test::write_sample_tree(testing::UnitTest::GetInstance()->current_test_info()->name());
    content::Polls polls;
    polls.lang = "sv";
    polls.polls = {{"hours",
                    "2026-12-31",
                    test::sentence("Passar tiderna?"),
                    {{"yes", test::sentence("Ja")}, {"no", test::sentence("Nej")}}}};
    ASSERT_TRUE(write_file(options.bundle + "/sv/polls.yaml", content::write_polls(polls)).has_value());
    options.now_ms = now_ = kNine;
    options.language = "sv";
    options.services.store = store_.get();
    auto opened = Session::open(options);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    session_ = std::move(*opened);
  }
  void tap(const std::string& id) {
    session_->bring_into_view(id);
    const ui::Element* element = session_->screen().find(id);
    ASSERT_NE(element, nullptr) << id;
    ui::Event event;
    event.at = {element->rect.x + element->rect.w / 2, element->rect.y + element->rect.h / 2};
    for (const auto kind : {ui::Event::Kind::kPointerDown, ui::Event::Kind::kPointerUp}) {
      event.kind = kind;
      session_->update(event, now_);
    }
  }
  void wait_s(int seconds) {
    for (int i = 0; i < seconds; ++i) session_->update({}, now_ += 1000);
  }
  void go_to_poll() {
    ui::State state = session_->state();
    state.place = {ui::ScreenKind::kPoll};
    state.place.item = "hours";
    session_->set_state(state);
  }
  bool shows(const std::string& id) { return session_->screen().find(id) != nullptr; }
  std::int64_t counted(CountKind kind) {
    const auto rows = store_->rows();
    EXPECT_TRUE(rows.has_value());
    std::int64_t n = 0;
    if (rows)
      for (const stats::Row& row : *rows) n += row.count.kind == kind ? row.n : 0;
    return n;
  }

  std::int64_t now_ = kNine;
  std::unique_ptr<stats::Store> store_;
  std::unique_ptr<Session> session_;
};

TEST_F(AnswersTest, APageIsCountedWhenItIsOpenedAndNotWhenOneComesBackToIt) {
  tap("topic:safety");
  tap("page:safety/numbers");
  tap("text-size");
  tap("back");
  tap("trust");
  tap("close");
  EXPECT_EQ(counted(CountKind::kOpen), 1);
  EXPECT_EQ(store_->rows()->front().count.page, "safety/numbers");
}

TEST_F(AnswersTest, AFaceIsCountedOnceInASession) {
  tap("topic:safety");
  tap("feedback:good");
  EXPECT_TRUE(shows("feedback:thanks"));
  EXPECT_FALSE(shows("feedback:good"));
  EXPECT_EQ(counted(CountKind::kGood), 1);
  tap("done");
  tap("lang:sv");
  tap("topic:safety");
  tap("feedback:bad");
  EXPECT_EQ(counted(CountKind::kBad), 1);
}

TEST_F(AnswersTest, WhatCouldNotBeStoredIsNotThankedFor) {
  const std::string folder = testing::TempDir() + "/answers-failed";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder + "/file") << "x";  // where a folder should be
  open(folder + "/file/counts.db");
  tap("topic:safety");
  tap("feedback:good");
  EXPECT_TRUE(shows("feedback:failed"));
  EXPECT_FALSE(shows("feedback:thanks"));
  fs::remove(folder + "/file");
  tap("feedback:good");
  EXPECT_TRUE(shows("feedback:thanks"));
  EXPECT_FALSE(shows("feedback:failed"));
  EXPECT_EQ(counted(CountKind::kGood), 1);
}

TEST_F(AnswersTest, WithoutAStoreNothingIsAsked) {
  SessionOptions options;
  options.bundle = test::write_sample_tree("WithoutAStore");
  options.now_ms = kNine;
  options.language = "sv";
  auto opened = Session::open(options);
  ASSERT_TRUE(opened.has_value());
  session_ = std::move(*opened);
  EXPECT_FALSE(shows("feedback"));
  tap("topic:safety");
  EXPECT_FALSE(shows("feedback:good"));
}

TEST_F(AnswersTest, APollIsCountedWhenItIsSent) {
  go_to_poll();
  EXPECT_TRUE(session_->screen().find("poll:hours:send")->disabled);
  tap("poll:hours:yes");
  tap("poll:hours:no");
  EXPECT_EQ(counted(CountKind::kPollAnswer), 0);
  tap("poll:hours:send");
  EXPECT_TRUE(shows("poll:hours:thanks"));
  ASSERT_EQ(counted(CountKind::kPollAnswer), 1);
  EXPECT_EQ(store_->rows()->front().count.choice, "no");
}

TEST_F(AnswersTest, AHalfAnsweredPollIsNotSentWhenTheSessionEnds) {
  go_to_poll();
  tap("poll:hours:yes");
  wait_s(100);
  EXPECT_TRUE(session_->state().idle_warning);
  wait_s(20);
  EXPECT_EQ(session_->state().place.screen, ui::ScreenKind::kPicker);
  EXPECT_EQ(counted(CountKind::kPollAnswer), 0);
  EXPECT_TRUE(session_->state().answers.chosen.empty());

  tap("lang:sv");
  go_to_poll();
  EXPECT_TRUE(session_->screen().find("poll:hours:send")->disabled);
  tap("poll:hours:yes");
  tap("done");
  EXPECT_EQ(counted(CountKind::kPollAnswer), 0);
  EXPECT_EQ(session_->state().answers, ui::Answers{});
}

TEST_F(AnswersTest, APollIsOverWhenItsDayIs) {
  constexpr std::int64_t kYear = 366ll * 86'400'000;
  now_ += kYear;
  session_->update({}, now_);
  go_to_poll();
  ui::State state = session_->state();
  state.now_ms = now_;
  session_->set_state(state);
  EXPECT_FALSE(shows("poll:hours:yes"));
  EXPECT_TRUE(shows("damaged"));
}

TEST_F(AnswersTest, ABoxScrollsByItselfAndLeavesThePageWhereItWas) {
  tap("topic:safety");
  tap("page:safety/long");
  tap("trust");
  EXPECT_TRUE(shows("explanation"));
  EXPECT_FALSE(shows("title"));
  EXPECT_TRUE(shows("emergency"));
  ui::Event key;
  key.kind = ui::Event::Kind::kKeyDown;
  key.key = "Escape";
  session_->update(key, now_);
  EXPECT_FALSE(shows("explanation"));
  EXPECT_EQ(session_->state().place.page, "safety/long");
  EXPECT_EQ(session_->state().place.scroll_px, 0);
}

}  // namespace
}  // namespace kiosk::app
