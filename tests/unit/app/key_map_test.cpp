#include "app/key_map.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace kiosk::app {
namespace {

ui::Event key(const std::string& name, int scancode = 0) {
  ui::Event event;
  event.kind = ui::Event::Kind::kKeyDown;
  event.key = name;
  event.scancode = scancode;
  return event;
}

Result<KeyMap> load(const std::string& text) {
  const std::string path = testing::TempDir() + "keys.yaml";
  EXPECT_TRUE(write_file(path, text).has_value());
  return KeyMap::load(path);
}

TEST(Keys, TheDefaultsAreEzAccessArrowsAndVxSuite) {
  const KeyMap keys;
  const std::pair<const char*, Command> expected[] = {
      {"F17", Command::kHelp},       {"F18", Command::kUp},          {"F19", Command::kDown},
      {"F20", Command::kSelect},     {"F21", Command::kBack},        {"F22", Command::kDown},
      {"F23", Command::kPageUp},     {"F24", Command::kPageDown},    {"F2", Command::kHelp},
      {"Up", Command::kUp},          {"Down", Command::kDown},       {"Left", Command::kPageUp},
      {"Right", Command::kPageDown}, {"Return", Command::kSelect},   {"PageUp", Command::kPageUp},
      {"Escape", Command::kBack},    {"VolumeUp", Command::kLouder}, {"VolumeDown", Command::kQuieter},
      {"-", Command::kQuieter},      {"=", Command::kLouder},        {",", Command::kSlower},
      {".", Command::kFaster},       {"P", Command::kPause},         {"M", Command::kMute},
      {"A", Command::kNone}};
  for (const auto& [name, command] : expected) EXPECT_EQ(keys.find(key(name)).command, command) << name;
  EXPECT_TRUE(keys.find(key("F20")).keypad);
  EXPECT_FALSE(keys.find(key("Return")).keypad);
  EXPECT_TRUE(keys.find(key("P")).letter);
}

TEST(Keys, AFileNamesKeysBySdlScancodeAndTheDebounce) {
  const auto keys = load("keys:\n  104: select\n  F15: help\ndebounce-ms: 500\n");
  ASSERT_TRUE(keys.has_value()) << keys.error().message;
  EXPECT_EQ(keys->find(key("F13", 104)).command, Command::kSelect);
  EXPECT_EQ(keys->find(key("F15")).command, Command::kHelp);
  EXPECT_EQ(keys->find(key("F18")).command, Command::kUp);
  EXPECT_EQ(keys->debounce_ms(), 500);
}

TEST(Keys, AKeypadThatTellsOfItsOwnJackHasKeysForIt) {
  const auto keys = load("keys:\n  F15: headset-in\n  107: headset-out\n");
  ASSERT_TRUE(keys.has_value()) << keys.error().message;
  EXPECT_EQ(keys->find(key("F15")).command, Command::kHeadsetIn);
  EXPECT_EQ(keys->find(key("F16", 107)).command, Command::kHeadsetOut);
  EXPECT_FALSE(keys->find(key("F15")).keypad);
}

TEST(Keys, AMistakeIsToldWithItsPlace) {
  const auto keys = load("keys:\n  104: selct\n");
  ASSERT_FALSE(keys.has_value());
  EXPECT_NE(keys.error().message.find("keys.yaml:2:8: error: unknown command 'selct' for the key '104'\n"
                                      "hint: did you mean 'select'?"),
            std::string::npos)
      << keys.error().message;
  EXPECT_FALSE(load("debounce-ms: 5000\n").has_value());
  EXPECT_FALSE(load("kyes: {}\n").has_value());
}

}  // namespace
}  // namespace kiosk::app
