#include "app/device_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "support/source_dir.h"

namespace kiosk::app {
namespace {

using testing::HasSubstr;

std::string example() { return read_file(test::source_dir() + "/tools/packaging/kiosk.yaml").value(); }

// The errors, each as a person reads it.
std::vector<std::string> errors_of(const std::string& text, Options& options) {
  DiagnosticSink sink;
  const bool good = read_device_config(text, "kiosk.yaml", options, sink);
  EXPECT_EQ(good, sink.errors() == 0);
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : sink.all()) all.push_back(to_text(diagnostic));
  return all;
}

std::string only_error(const std::string& text) {
  Options options;
  const auto errors = errors_of(text, options);
  EXPECT_EQ(errors.size(), 1u) << text;
  return errors.empty() ? "" : errors.front();
}

Options read(const std::string& text) {
  Options options;
  EXPECT_EQ(errors_of(text, options), std::vector<std::string>{}) << text;
  return options;
}

TEST(DeviceConfig, TheExampleStatesTheDefaults) {
  const Options from_example = read(example()), none;
  EXPECT_EQ(from_example.session.bundle, installed_tree("vasteras"));
  EXPECT_EQ(from_example.session.display.bottom_mm, none.session.display.bottom_mm);
  EXPECT_EQ(from_example.session.display.distance_mm, none.session.display.distance_mm);
  EXPECT_EQ(from_example.session.idle.warn_ms, none.session.idle.warn_ms);
  EXPECT_EQ(from_example.session.idle.end_ms, none.session.idle.end_ms);
  EXPECT_EQ(from_example.session.idle.attract_ms, none.session.idle.attract_ms);
  EXPECT_EQ(from_example.session.text_scale, none.session.text_scale);
  EXPECT_EQ(from_example.session.theme, none.session.theme);
  EXPECT_EQ(from_example.session.volume_limit, none.session.volume_limit);
  EXPECT_EQ(from_example.mounting.screen, Turn::kNone);
  EXPECT_EQ(from_example.mounting.calibration, Affine{});
  EXPECT_EQ(from_example.key_map.debounce_ms(), none.key_map.debounce_ms());
  EXPECT_TRUE(from_example.updater.address.empty());
  EXPECT_EQ(from_example.input_devices, none.input_devices);
  EXPECT_EQ(from_example.sound_devices, none.sound_devices);
}

TEST(DeviceConfig, WhatTheExampleCommentsOutIsReadToo) {
  std::string whole = example();
  whole.replace(whole.find("allowed: false"), 14, "allowed: true");
  for (std::size_t at = 0; (at = whole.find("\n  # ", at)) != std::string::npos;) whole.erase(at + 3, 2);
  const Options options = read(whole);
  EXPECT_EQ(options.updater.store, "/var/lib/kiosk/content");
  EXPECT_EQ(options.updater.trust, std::vector<std::string>{"/etc/kiosk/trust.pub"});
  EXPECT_EQ(options.session.bundle, "/srv/kiosk/tree");
  EXPECT_EQ(options.updater.channel, "stable");
  EXPECT_EQ(options.updater.address, "https://kiosk.example/vasteras");
  EXPECT_EQ(options.updater.pull_every_ms, 60 * 60'000);
  EXPECT_EQ(options.size, (Size{1920, 1080}));
  EXPECT_TRUE(options.screen_mm_given);
  EXPECT_EQ(options.session.display.width_mm, 476);
  EXPECT_EQ(options.session.offered, (std::vector<std::string>{"sv", "en", "ar", "so", "ti"}));
  EXPECT_EQ(options.session.languages.first, (std::vector<std::string>{"sv", "ar", "so", "en"}));
  EXPECT_EQ(options.session.languages.top, 6);
  EXPECT_FALSE(options.sound_device.empty());
  ui::Event key;
  key.scancode = 104;
  EXPECT_EQ(options.key_map.find(key).command, Command::kSelect);
}

TEST(DeviceConfig, AnEmptyFileChangesNothing) {
  EXPECT_EQ(read("").store, Options{}.store);
  EXPECT_EQ(read("content:\n").updater.store, "");
}

TEST(DeviceConfig, ScreenAndTouchPanelAreTurnedAndCalibrated) {
  const Options options =
      read("screen: {rotation: 270}\ntouch: {rotation: 90, calibration: [1.05, 0, -0.02, 0, 0.98, 0.01]}\n");
  EXPECT_EQ(options.mounting.screen, Turn::kThreeQuarters);
  EXPECT_EQ(options.mounting.touch, Turn::kQuarter);
  EXPECT_EQ(options.mounting.calibration, (Affine{1.05, 0, -0.02, 0, 0.98, 0.01}));
}

TEST(DeviceConfig, AHeadsetIsHeardByItsJackOrAsASoundDevice) {
  EXPECT_EQ(read("headset: {usb: true}\n").input_devices, "/dev/input");
  EXPECT_TRUE(read("headset: {usb: true}\n").sound_devices);
  EXPECT_EQ(read("headset: {input-devices: /dev/panel}\n").input_devices, "/dev/panel");
  EXPECT_EQ(read("headset: {jack: false, input-devices: /dev/panel}\n").input_devices, "");
}

TEST(DeviceConfig, AMistakeIsToldWithItsPlaceItsLineAndAHint) {
  EXPECT_EQ(only_error("site: vasteras\nscreen:\n  rotaton: 90\n"),
            "kiosk.yaml:3:3: error: unknown key 'rotaton' in 'screen'\n"
            "      rotaton: 90\n"
            "hint: did you mean 'rotation'?");
  EXPECT_EQ(only_error("screen:\n  rotation: 45\n"),
            "kiosk.yaml:2:13: error: unknown word under 'rotation': found '45'\n"
            "      rotation: 45\n"
            "hint: known here: 0, 90, 180, 270");
  EXPECT_EQ(only_error("keys:\n  F15: hlep\n"),
            "kiosk.yaml:2:8: error: unknown command 'hlep' for the key 'F15'\n"
            "      F15: hlep\n"
            "hint: did you mean 'help'?");
}

TEST(DeviceConfig, WhatNoDeviceCanHaveIsRefused) {
  const std::pair<const char*, const char*> kFaults[] = {
      {"site: Västerås\n", "expected an id"},
      {"content: {store: content}\n", "expected an absolute path"},
      {"content: {store: /var/lib/kiosk}\n", "a store without 'trust' takes in nothing"},
      {"network: {allowed: true, update-url: ftp://x}\n", "expected a web address"},
      {"network: {update-url: 'https://x'}\n", "an update-url needs the network, which is off"},
      {"network: {allowed: maybe}\n", "expected true or false"},
      {"screen: {size: 1920}\n", "expected a size in px"},
      {"screen: {size: 1920.5x1080}\n", "expected a size in px"},
      {"screen: {size: 1e9x1e9}\n", "expected a size in px"},
      {"screen: {mm: 4x4}\n", "expected a size in mm"},
      {"screen: {mm: nanxnan}\n", "expected a size in mm"},
      {"screen: {distance-mm: 10}\n", "expected a number from 200 to 5000"},
      {"screen: [1]\n", "expected 'screen', a map with keys"},
      {"touch: {calibration: [1, 0, 0]}\n", "expected six numbers"},
      {"touch: {calibration: [1, 0, 0, 0, 1, 11]}\n", "expected six numbers"},
      {"touch: {calibration: [1, 0, 0, 0, inf, 0]}\n", "expected six numbers"},
      {"touch: {calibration: [1, 1, 0, 1, 1, 0]}\n", "makes one line of the whole screen"},
      {"reading: {text-scale: 110}\n", "unknown word under 'text-scale'"},
      {"reading: {theme: blue}\n", "unknown word under 'theme'"},
      {"languages: {first: [sv, sv]}\n", "stands twice"},
      {"languages: {first: [svenska språket]}\n", "expected a language tag"},
      {"session: {warn-s: 110, end-s: 120}\n", "less than 20 seconds before the end"},
      {"session: {end-s: 5}\n", "expected a whole number from 60 to 600"},
      {"languages: {offered: sv}\n", "expected a list"},
      {"headset: {jack: maybe}\n", "expected true or false"},
      {"headset: {input-devices: input}\n", "expected an absolute path"},
      {"sound: {volume-limit: 9}\n", "expected a whole number from 1 to 7"},
      {"keys: {600: help}\n", "there is no scancode 600"},
      {"keys: help\n", "expected keys and what they do"},
      {"debounce-ms: -1\n", "expected a whole number from 0 to 2000"},
      {"counts: counts.db\n", "expected an absolute path"},
      {"- site\n", "expected the configuration, a map with keys"},
      {"site: [\n", "kiosk.yaml:"},
      {"a: &a [*a]\n", "kiosk.yaml:1"},
  };
  for (const auto& [text, message] : kFaults) EXPECT_THAT(only_error(text), HasSubstr(message)) << text;
}

TEST(DeviceConfig, AllMistakesAreToldAndTheRestIsRead) {
  Options options;
  EXPECT_EQ(errors_of("site: boras\nscreen: {rotation: 45, mm: 476x268}\nsound: {volume-limit: 9}\n", options).size(),
            2u);
  EXPECT_EQ(options.session.bundle, installed_tree("boras"));
  EXPECT_TRUE(options.screen_mm_given);
}

class CommandLine : public testing::Test {
 protected:
  int parse(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "kiosk");
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    return parse_options(static_cast<int>(argv.size()), argv.data(), options_);
  }
  std::string config(const std::string& text) {
    const std::string path = testing::TempDir() + "kiosk.yaml";
    EXPECT_TRUE(write_file(path, text).has_value());
    return path;
  }
  Options options_;
};

TEST_F(CommandLine, WinsOverTheConfiguration) {
  const std::string path = config(
      "content: {tree: /tree, store: /store, trust: [/k.pub]}\nscreen: {mm: 300x200, bottom-mm: 700}\n"
      "reading: {theme: dark, text-scale: 150}\ncounts: /counts.db\n");
  ASSERT_EQ(parse({"--config", path, "--theme", "warm", "--screen-bottom-mm=900", "--store", "other.db"}), -1);
  EXPECT_EQ(options_.session.theme, ui::ThemeName::kWarm);
  EXPECT_EQ(options_.session.text_scale, 150);
  EXPECT_EQ(options_.session.display.bottom_mm, 900);
  EXPECT_EQ(options_.session.display.width_mm, 300);
  EXPECT_EQ(options_.store, "other.db");
  EXPECT_EQ(options_.updater.store, "/store");
  EXPECT_EQ(options_.session.bundle, "/tree");
}

TEST_F(CommandLine, SaysWhatIsAHeadset) {
  const std::string path = config("headset: {usb: true, input-devices: /dev/panel}\n");
  ASSERT_EQ(parse({"--config", path}), -1);
  EXPECT_TRUE(options_.sound_devices);
  EXPECT_EQ(options_.input_devices, "/dev/panel");
  options_ = {};
  ASSERT_EQ(parse({"--config", path, "--input-devices", "/dev/mine"}), -1);
  EXPECT_EQ(options_.input_devices, "/dev/mine");
}

TEST_F(CommandLine, ATreeNamedThereStandsForTheStore) {
  const std::string path = config("content: {store: /store, trust: [/k.pub]}\n");
  ASSERT_EQ(parse({"--config", path, "--bundle", "/mine"}), -1);
  EXPECT_EQ(options_.session.bundle, "/mine");
  EXPECT_EQ(options_.updater.store, "");
}

TEST_F(CommandLine, WhoeverOnlyLooksCountsNothingAndTakesNothingIn) {
  const std::string path = config(
      "content: {store: /store, trust: [/k.pub]}\nnetwork: {allowed: true, update-url: 'https://x'}\ncounts: "
      "/counts.db\n");
  ASSERT_EQ(parse({"--config", path, "--check"}), -1);
  EXPECT_EQ(options_.updater.store, "");
  EXPECT_EQ(options_.updater.address, "");
  EXPECT_EQ(options_.store, ":memory:");
}

TEST_F(CommandLine, ABrokenConfigurationStopsAllButAWindow) {
  const std::string path = config("site: boras\nscreen: {rotation: 45}\n");
  EXPECT_EQ(parse({"--config", path, "--check"}), 2);
  ASSERT_EQ(parse({"--config", path}), -1);
  EXPECT_EQ(options_.session.bundle, installed_tree("boras"));
}

TEST_F(CommandLine, AConfigurationWithoutContentShowsNoOtherSites) {
  ASSERT_EQ(parse({"--config", config("site: [\n")}), -1);
  EXPECT_EQ(options_.session.bundle, "");
  EXPECT_EQ(parse({"--config", testing::TempDir() + "none.yaml", "--check"}), 2);
}

}  // namespace
}  // namespace kiosk::app
