// tools/packaging/kiosk.schema.json, which editors check kiosk.yaml by, says what the kiosk's own reader does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "app/device_config.h"
#include "base/file.h"
#include "content/yaml.h"
#include "support/source_dir.h"

namespace kiosk::app {
namespace {

using nlohmann::json;

std::string of_packaging(const std::string& name) {
  return read_file(test::source_dir() + "/tools/packaging/" + name).value();
}

// What "#/$defs/..." stands for, with what is said beside it.
json resolved(const json& value, const json& whole) {
  if (!value.contains("$ref")) return value;
  json target = whole.at(json::json_pointer(value["$ref"].get<std::string>().substr(1)));
  target.update(value);
  return target;
}

// Every key, as device_config_keys() names it, with what may stand behind it.
std::map<std::string, json> schema() {
  const json whole = json::parse(of_packaging("kiosk.schema.json"));
  std::map<std::string, json> keys;
  const auto add = [&](const std::string& key, const json& value) {
    keys[key] = resolved(value, whole);
    if (keys[key].contains("items")) keys[key]["items"] = resolved(keys[key]["items"], whole);
  };
  for (const auto& [name, value] : whole["properties"].items()) {
    if (!value.contains("properties")) add(name, value);
    const json inside = value.value("properties", json::object());
    for (const auto& [inner, of_inner] : inside.items()) add(name + "." + inner, of_inner);
  }
  return keys;
}

// The value alone under its key; JSON is YAML.
std::string line_of(const std::string& key, const json& value) {
  const std::size_t dot = key.find('.');
  return dot == std::string::npos ? key + ": " + value.dump()
                                  : key.substr(0, dot) + ": {" + key.substr(dot + 1) + ": " + value.dump() + "}";
}
// Whether the reader takes the value for itself; that other keys must come along is no matter here.
bool takes(const std::string& key, const json& value) {
  Options options;
  DiagnosticSink sink;
  read_device_config(line_of(key, value), "kiosk.yaml", options, sink);
  for (const Diagnostic& diagnostic : sink.all())
    if (std::regex_search(diagnostic.message, std::regex("^expected|^unknown|stands twice|scancode"))) return false;
  return true;
}

TEST(ConfigSchema, HasTheKeysOfTheReader) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : schema()) keys.push_back(key);
  EXPECT_EQ(keys, device_config_keys());
}

TEST(ConfigSchema, ExplainsEveryKeyAndGivesItADefaultOrAnExample) {
  for (const auto& [key, value] : schema()) {
    EXPECT_FALSE(value.value("description", "").empty()) << key;
    EXPECT_TRUE(value.contains("default") || value.contains("examples")) << key;
  }
}

TEST(ConfigSchema, TheReaderTakesItsDefaultsAndExamples) {
  for (const auto& [key, value] : schema()) {
    EXPECT_TRUE(!value.contains("default") || takes(key, value["default"])) << key;
    for (const json& example : value.value("examples", json::array())) EXPECT_TRUE(takes(key, example)) << key;
  }
}

TEST(ConfigSchema, TheReaderHasItsBounds) {
  for (const auto& [key, value] : schema()) {
    if (!value.contains("minimum")) continue;
    const int low = value["minimum"], high = value["maximum"];
    EXPECT_TRUE(takes(key, low)) << key;
    EXPECT_TRUE(takes(key, high)) << key;
    EXPECT_FALSE(takes(key, low - 1)) << key;
    EXPECT_FALSE(takes(key, high + 1)) << key;
    EXPECT_EQ(takes(key, low + 0.5), value["type"] == "number") << key;
  }
}

TEST(ConfigSchema, TheReaderHasItsWords) {
  for (const auto& [key, value] : schema()) {
    if (value.value("type", json()) == "boolean") {
      EXPECT_TRUE(takes(key, true) && takes(key, false)) << key;
      EXPECT_FALSE(takes(key, "perhaps")) << key;
    }
    if (!value.contains("enum")) continue;
    for (const json& word : value["enum"]) EXPECT_TRUE(takes(key, word)) << key << word;
    EXPECT_FALSE(takes(key, "perhaps")) << key;
  }
  const json commands = schema()["keys"]["additionalProperties"]["enum"];
  EXPECT_GT(commands.size(), 10u);
  for (const json& command : commands) EXPECT_TRUE(takes("keys", {{"F15", command}})) << command;
}

TEST(ConfigSchema, TheReaderRefusesWhatItsPatternsDo) {
  for (const auto& [key, value] : schema()) {
    const bool in_list = value.contains("items");
    const json& one = in_list ? value["items"] : value;
    if (!one.contains("pattern")) continue;
    const std::regex pattern(one["pattern"].get<std::string>());
    int refused = 0;
    for (const char* text :
         {"a path", "Ö", "://", "1x", "/", "/x", "-a", "sv", "sv_SE", "zh-Hans", "zh-Hans-simplified", "ftp://x",
          "https://x y", "1920x1080", "476.5x268", "4x4", "1e3x1e3"}) {
      if (std::regex_search(text, pattern)) continue;
      EXPECT_FALSE(takes(key, in_list ? json::array({text}) : json(text))) << key << ": " << text;
      ++refused;
    }
    EXPECT_GT(refused, 3) << key;
  }
}

// What kiosk.yaml says with every key in it.
TEST(ConfigSchema, ItsDefaultsAreThoseThatTheExplainedFileStates) {
  std::string text = of_packaging("kiosk.yaml");
  for (const char* commented : {"\n  # ", "\n# metrics: "})
    for (std::size_t at = 0; (at = text.find(commented, at)) != std::string::npos; ++at)
      text.erase(text.find("# ", at), 2);
  DiagnosticSink sink;
  const auto whole = content::parse_yaml(text, "kiosk.yaml", sink);
  ASSERT_TRUE(whole) << text;
  for (const auto& [key, value] : schema()) {
    const std::size_t dot = key.find('.');
    const content::Yaml* found = whole->find(key.substr(0, dot));
    if (found && dot != std::string::npos) found = found->find(key.substr(dot + 1));
    ASSERT_NE(found, nullptr) << key << " is not explained";
    if (!value.contains("default") || !found->is_scalar()) continue;
    const json& wanted = value["default"];
    EXPECT_EQ(found->scalar, wanted.is_string() ? wanted.get<std::string>() : wanted.dump()) << key;
  }
}

}  // namespace
}  // namespace kiosk::app
