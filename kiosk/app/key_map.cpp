#include "app/key_map.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/did_you_mean.h"
#include "content/quote.h"
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
  DiagnosticSink sink;
  content::FieldReader fields(path, sink);
  KeyMap map;
  if (fields.map(*root, {"a key map", {}, {"keys", "debounce-ms"}})) map.read(*root, fields);
  if (sink.errors() > 0) return fail(to_text(sink.all().front()));
  return map;
}

void KeyMap::read(const content::Yaml& map, content::FieldReader& fields) {
  constexpr int kLongestDebounce = 2000;
  debounce_ms_ = fields.integer(map, "debounce-ms", debounce_ms_, 0, kLongestDebounce);
  const content::Yaml* keys = map.find("keys");
  if (keys == nullptr || keys->kind == content::Yaml::Kind::kNull) return;
  if (!keys->is_map()) return fields.error(*keys, "expected keys and what they do", "keys: {F15: help}");
  std::vector<std::string> names;
  for (const Name& row : kCommands) names.emplace_back(row.name);
  for (const auto& [key, wanted] : keys->map) {
    const auto command = wanted.is_scalar() ? command_of(wanted.scalar) : std::nullopt;
    constexpr int kScancodes = 512;  // SDL's
    if (!command) {
      fields.error(wanted, "unknown command " + content::quote(wanted.scalar) + " for the key " + content::quote(key),
                   content::did_you_mean(wanted.scalar, names));
    } else if (is_number(key) && (key.size() > 3 || std::stoi(key) >= kScancodes)) {
      fields.error(wanted, "there is no scancode " + key, "SDL's scancodes are 1 to 511");
    } else {
      // A keypad that tells of its own jack sends keys for it; they are no hand that looks for the keys.
      const bool by_hand = *command != Command::kHeadsetIn && *command != Command::kHeadsetOut;
      keys_[is_number(key) ? by_scancode(std::stoi(key)) : key] = {*command, by_hand, false};
    }
  }
}

KeyBinding KeyMap::find(const ui::Event& event) const {
  if (event.scancode > 0)
    if (const auto it = keys_.find(by_scancode(event.scancode)); it != keys_.end()) return it->second;
  const auto it = keys_.find(event.key);
  return it == keys_.end() ? KeyBinding{} : it->second;
}

}  // namespace kiosk::app
