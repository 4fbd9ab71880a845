#include "app/key_map.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/yaml.h"

namespace kiosk::app {

namespace {

struct Name {
  const char* name;
  Command command;
};
constexpr std::array<Name, 18> kCommands{{{"help", Command::kHelp},
                                          {"up", Command::kUp},
                                          {"down", Command::kDown},
                                          {"select", Command::kSelect},
                                          {"back", Command::kBack},
                                          {"home", Command::kHome},
                                          {"page-up", Command::kPageUp},
                                          {"page-down", Command::kPageDown},
                                          {"louder", Command::kLouder},
                                          {"quieter", Command::kQuieter},
                                          {"mute", Command::kMute},
                                          {"slower", Command::kSlower},
                                          {"faster", Command::kFaster},
                                          {"pause", Command::kPause},
                                          {"repeat", Command::kRepeat},
                                          {"read-aloud", Command::kReadAloud},
                                          {"headset-in", Command::kHeadsetIn},
                                          {"headset-out", Command::kHeadsetOut}}};

std::optional<Command> command_of(const std::string& name) {
  for (const Name& row : kCommands)
    if (name == row.name) return row.command;
  return std::nullopt;
}

struct Default {
  const char* key;
  Command command;
  bool keypad = false, letter = false;
};
// EZ Access (F17 to F24), arrows and Enter, VxSuite's set.
constexpr Default kDefaults[] = {{"F17", Command::kHelp, true},
                                 {"F18", Command::kUp, true},
                                 {"F19", Command::kDown, true},
                                 {"F20", Command::kSelect, true},
                                 {"F21", Command::kBack, true},
                                 {"F22", Command::kDown, true},
                                 {"F23", Command::kPageUp, true},
                                 {"F24", Command::kPageDown, true},
                                 {"F2", Command::kHelp},
                                 {"Up", Command::kUp},
                                 {"Down", Command::kDown},
                                 {"Left", Command::kPageUp},
                                 {"Right", Command::kPageDown},
                                 {"PageUp", Command::kPageUp},
                                 {"PageDown", Command::kPageDown},
                                 {"Return", Command::kSelect},
                                 {"Keypad Enter", Command::kSelect},
                                 {"Space", Command::kSelect},
                                 {"Escape", Command::kBack},
                                 {"Backspace", Command::kBack},
                                 {"Home", Command::kHome},
                                 {"VolumeUp", Command::kLouder},
                                 {"VolumeDown", Command::kQuieter},
                                 {"Mute", Command::kMute},
                                 {"AudioMute", Command::kMute},
                                 {"=", Command::kLouder, false, true},
                                 {"-", Command::kQuieter, false, true},
                                 {",", Command::kSlower, false, true},
                                 {".", Command::kFaster, false, true},
                                 {"P", Command::kPause, false, true},
                                 {"R", Command::kHelp, false, true},
                                 {"M", Command::kMute, false, true}};

bool is_number(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string by_scancode(int scancode) { return "scancode " + std::to_string(scancode); }

}  // namespace

KeyMap::KeyMap() {
  for (const Default& row : kDefaults) keys_[row.key] = {row.command, row.keypad, row.letter};
}

Result<KeyMap> KeyMap::load(const std::string& path) {
  const auto root = content::load_yaml(path);
  if (!root) return tl::unexpected(root.error());
  const auto fault = [&](const content::Yaml& at, const std::string& what) {
    return fail(path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": error: " + what);
  };
  if (!root->is_map()) return fault(*root, "expected 'keys' and 'debounce-ms'");
  KeyMap map;
  for (const auto& [name, value] : root->map) {
    if (name == "debounce-ms") {
      constexpr int kLongest = 2000;
      const auto ms = root->integer(name);
      if (!ms || *ms < 0 || *ms > kLongest) return fault(value, "expected 'debounce-ms' from 0 to 2000");
      map.debounce_ms_ = static_cast<int>(*ms);
    } else if (name == "keys" && value.is_map()) {
      for (const auto& [key, wanted] : value.map) {
        const auto command = wanted.is_scalar() ? command_of(wanted.scalar) : std::nullopt;
        if (!command) {
          std::string known;
          for (const Name& row : kCommands) known += std::string(known.empty() ? "" : ", ") + row.name;
          return fault(wanted, "unknown command '" + wanted.scalar + "' for the key '" + key + "'; hint: " + known);
        }
        constexpr std::size_t kLongestNumber = 3;  // SDL has 512 scancodes
        if (is_number(key) && key.size() > kLongestNumber) return fault(wanted, "there is no scancode " + key);
        // A keypad that tells of its own jack sends keys for it; they are no hand that looks for the keys.
        const bool by_hand = *command != Command::kHeadsetIn && *command != Command::kHeadsetOut;
        map.keys_[is_number(key) ? by_scancode(std::stoi(key)) : key] = {*command, by_hand, false};
      }
    } else {
      return fault(value, "unknown key '" + name + "'; expected 'keys' and 'debounce-ms'");
    }
  }
  return map;
}

KeyBinding KeyMap::find(const ui::Event& event) const {
  if (event.scancode > 0)
    if (const auto it = keys_.find(by_scancode(event.scancode)); it != keys_.end()) return it->second;
  const auto it = keys_.find(event.key);
  return it == keys_.end() ? KeyBinding{} : it->second;
}

}  // namespace kiosk::app
