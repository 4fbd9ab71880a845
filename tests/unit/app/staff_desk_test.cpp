// The PIN, the settings and the stick with a new PIN, by their files.
#include "app/staff_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "app/staff_settings_file.h"
#include "base/file.h"
#include "bundle/pin_hash.h"
#include "bundle/pin_order.h"
#include "support/fake_boot_clock.h"

namespace kiosk::app {
namespace {

using Answer = StaffDesk::Answer;

class StaffDeskTest : public testing::Test {
 protected:
  StaffDeskTest()
      : folder_(testing::TempDir() + "staff_" + testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::filesystem::remove_all(folder_);
    open();
  }
  void open() {
    auto desk = StaffDesk::open(folder_, clock_);
    ASSERT_TRUE(desk.has_value()) << desk.error().message;
    desk_ = std::move(*desk);
  }
  void set_pin(const std::string& pin) { ASSERT_TRUE(desk_->set_pin_hash(*bundle::hash_pin(pin))); }
  Answer try_pin(const std::string& pin) {
    Background worker;
    std::optional<Answer> got;
    desk_->try_pin(pin, worker, [&](Answer answer) { got = answer; });
    worker.settle();
    worker.collect();
    return got.value_or(Answer::kNotSaved);
  }
  std::string order_of(const std::string& stick, const std::vector<bundle::PublicKey>& trusted) {
    Background worker;
    desk_->take_order(stick, trusted, worker);
    worker.settle();
    worker.collect();
    return desk_->order();
  }
  std::string file(const char* name) { return *read_file(folder_ + "/" + name); }

  std::string folder_;
  test::FakeBootClock clock_;
  std::unique_ptr<StaffDesk> desk_;
};

TEST_F(StaffDeskTest, WithoutAPinNoneIsRight) {
  EXPECT_FALSE(desk_->lock().set);
  EXPECT_EQ(try_pin("482913"), Answer::kTooOften);
}

TEST_F(StaffDeskTest, ThePinOutlivesTheProcessAndStandsNowhere) {
  set_pin("482913");
  open();
  EXPECT_TRUE(desk_->lock().set);
  EXPECT_EQ(try_pin("482914"), Answer::kWrong);
  EXPECT_EQ(try_pin("482913"), Answer::kRight);
  EXPECT_EQ(file("pin.yaml").find("482913"), std::string::npos);
}

TEST_F(StaffDeskTest, TheSixthTryIsRefusedEvenWithTheRightPin) {
  set_pin("482913");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(try_pin("999999"), Answer::kWrong);
  EXPECT_EQ(try_pin("482913"), Answer::kTooOften);
  EXPECT_EQ(desk_->lock().wait_min, 15);
  open();
  EXPECT_EQ(try_pin("482913"), Answer::kTooOften);
  clock_.advance(PinGate::kWindowMs);
  EXPECT_EQ(try_pin("482913"), Answer::kRight);
  EXPECT_EQ(desk_->lock().tries_left, 5);
}

TEST_F(StaffDeskTest, ADamagedPinFileClosesThePanelAndKeepsACodeForTheStick) {
  set_pin("482913");
  ASSERT_TRUE(write_file(folder_ + "/pin.yaml", "hash: \"$argon2id$v=19$m=99999999,t=99,p=1$x$y\"\n"));
  open();
  EXPECT_FALSE(desk_->lock().set);
  EXPECT_EQ(desk_->lock().code.size(), 9u);
}

TEST_F(StaffDeskTest, AStickGivesANewPinOnce) {
  const auto pair = *bundle::make_key_pair();
  const std::string stick = folder_ + "/stick";
  const auto write_stick = [&](const std::string& code, const bundle::SecretKey& key) {
    const std::string text = bundle::write_pin_order({code, *bundle::hash_pin("730164")});
    ASSERT_TRUE(write_file(stick + "/pin-reset.yaml", text));
    ASSERT_TRUE(write_file(stick + "/pin-reset.yaml.minisig", *bundle::sign(text, key, "kiosk pin")));
  };
  set_pin("482913");
  for (int i = 0; i < 5; ++i) try_pin("999999");
  const std::string code = bundle::pin_code_of_words(desk_->lock().code);

  write_stick("ABCDEFGH", pair.secret);
  EXPECT_EQ(order_of(stick, {pair.open}), "other-kiosk");
  write_stick(code, bundle::make_key_pair()->secret);
  EXPECT_EQ(order_of(stick, {pair.open}), "unknown-key");
  write_stick(code, pair.secret);
  ASSERT_TRUE(write_file(stick + "/pin-reset.yaml", bundle::write_pin_order({code, *bundle::hash_pin("111222")})));
  EXPECT_EQ(order_of(stick, {pair.open}), "bad-signature");
  std::filesystem::remove(stick + "/pin-reset.yaml.minisig");
  EXPECT_EQ(order_of(stick, {pair.open}), "bad-signature");
  write_stick(code, pair.secret);
  EXPECT_EQ(order_of(stick, {pair.open}), "done");
  EXPECT_EQ(try_pin("482913"), Answer::kWrong);
  EXPECT_EQ(try_pin("730164"), Answer::kRight);
  EXPECT_EQ(order_of(stick, {pair.open}), "other-kiosk") << "an old stick must not work again";
}

ui::StaffSettings some_settings() {
  ui::StaffSettings settings;
  settings.languages = {"fi", "sv", "ar"};
  settings.hidden = {"ar"};
  settings.shown = {"ti"};
  settings.hours["hours-library"]["2026-12-24"] = {};
  settings.hours["hours-library"]["2026-12-23"] = {{10 * 60, 14 * 60}};
  settings.clock_shift_ms = -3'600'000;
  settings.idle_s = 300;
  settings.loudest = 4;
  settings.dark = ui::StaffSettings::Dark{21 * 60, 6 * 60 + 30};
  return settings;
}

TEST_F(StaffDeskTest, SettingsComeBackAsTheyWereSaved) {
  ASSERT_TRUE(desk_->save(some_settings(), "2026-12-01"));
  open();
  EXPECT_EQ(desk_->settings(), some_settings());
  EXPECT_FALSE(desk_->settings_damaged());
}

TEST_F(StaffDeskTest, DaysThatArePastAreForgotten) {
  ASSERT_TRUE(desk_->save(some_settings(), "2026-12-24"));
  EXPECT_EQ(desk_->settings().hours.at("hours-library").size(), 1u);
  ASSERT_TRUE(desk_->save(some_settings(), "2026-12-25"));
  EXPECT_TRUE(desk_->settings().hours.empty());
}

TEST_F(StaffDeskTest, DamagedSettingsAreTheDefaultsAndSaidUntilTheNextSave) {
  const std::string good = write_staff_settings(some_settings());
  for (std::size_t cut = 0; cut < good.size(); cut += 7) {
    ASSERT_TRUE(write_file(folder_ + "/settings.yaml", good.substr(0, cut) + "\x01"));
    open();
    EXPECT_TRUE(desk_->settings_damaged()) << cut;
    EXPECT_EQ(desk_->settings(), ui::StaffSettings()) << cut;
  }
  ASSERT_TRUE(desk_->save({}, "2026-12-01"));
  EXPECT_FALSE(desk_->settings_damaged());
}

TEST_F(StaffDeskTest, WhatCannotBeSavedLeavesTheOldSettings) {
  ASSERT_TRUE(desk_->save(some_settings(), "2026-12-01"));
  std::filesystem::remove_all(folder_);
  EXPECT_FALSE(desk_->save({}, "2026-12-01"));
  EXPECT_EQ(desk_->settings(), some_settings());
}

TEST(StaffSettingsFile, RefusesWhatIsOutOfBoundsWithItsPlace) {
  const auto error = [](const std::string& text) {
    const auto read = read_staff_settings(text, "s.yaml");
    return read ? std::string("taken") : read.error().message;
  };
  EXPECT_EQ(error("version: 1\n"), "taken");
  EXPECT_EQ(error("idle-s: 5\nversion: 1\n").substr(0, 11), "s.yaml:1:9:");
  EXPECT_EQ(error("idle-s: 601\nversion: 1\n").substr(0, 7), "s.yaml:");
  EXPECT_EQ(error("loudest: 0\nversion: 1\n").substr(0, 7), "s.yaml:");
  EXPECT_EQ(error("clock-shift-ms: 99999999999999999\nversion: 1\n").substr(0, 7), "s.yaml:");
  EXPECT_EQ(error("dark: {from-min: 1440, to-min: 0}\nversion: 1\n").substr(0, 7), "s.yaml:");
  EXPECT_EQ(error("languages: [\"../x\"]\nversion: 1\n").substr(0, 7), "s.yaml:");
  EXPECT_EQ(error("shown: [Svenska språket]\nversion: 1\n").substr(0, 7), "s.yaml:");
  EXPECT_EQ(error("shell: true\nversion: 1\n").substr(0, 7), "s.yaml:");
}

TEST(StaffSettings, TheLastLanguageIsNeverHidden) {
  content::Manifest tree;
  for (const char* tag : {"sv", "ar", "fi"}) tree.languages.emplace_back().tag = tag;
  ui::StaffSettings settings;
  settings.languages = {"fi", "xx"};
  settings.hidden = {"sv"};
  const auto tags = [&] {
    std::string text;
    for (const content::Language& language : ui::offered(tree, settings, {}).languages) text += language.tag + " ";
    return text;
  };
  EXPECT_EQ(tags(), "fi ar ");
  settings.hidden = {"sv", "ar", "fi"};
  EXPECT_EQ(tags(), "sv ar fi ");
}

TEST(StaffSettings, WhatTheStaffTurnOnOrOffWinsOverTheConfiguration) {
  const ui::ConfiguredLanguages configured{"sv", "ar"};
  ui::StaffSettings settings;
  const auto set = [&](const char* tag, bool on) { ui::offer(tag, on, settings, configured); };
  const auto is_on = [&](const char* tag) { return ui::is_offered(tag, settings, configured); };
  EXPECT_TRUE(is_on("ar"));
  EXPECT_FALSE(is_on("fi"));
  set("fi", true);
  set("ar", false);
  EXPECT_TRUE(is_on("fi"));
  EXPECT_FALSE(is_on("ar"));
  EXPECT_FALSE(is_on("so"));
}

TEST(StaffSettings, ALanguageThatIsAsConfiguredAgainFollowsTheConfigurationFromThenOn) {
  const ui::ConfiguredLanguages configured{"sv", "ar"};
  ui::StaffSettings settings;
  for (const bool on : {true, false}) ui::offer("fi", on, settings, configured);
  for (const bool on : {false, true}) ui::offer("ar", on, settings, configured);
  EXPECT_EQ(settings, ui::StaffSettings());
}

}  // namespace
}  // namespace kiosk::app
