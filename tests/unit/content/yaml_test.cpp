#include "content/yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::content {
namespace {

using testing::ElementsAre;

Yaml parsed(std::string_view text) {
  auto value = parse_yaml(text, "f.yaml");
  EXPECT_TRUE(value) << value.error().message;
  return value.value_or(Yaml{});
}

TEST(Yaml, KeepsTheOrderOfTheFile) {
  const Yaml value = parsed("b: 1\na: 2\nc: 3\n");
  std::vector<std::string> keys;
  for (const auto& entry : value.map) keys.push_back(entry.first);
  EXPECT_THAT(keys, ElementsAre("b", "a", "c"));
}

TEST(Yaml, TellsPlainTextsFromQuotedOnes) {
  const Yaml value = parsed("- 12\n- \"12\"\n- '12'\n- true\n- |\n  12\n");
  std::vector<bool> plain;
  for (const Yaml& item : value.list) plain.push_back(item.plain);
  EXPECT_THAT(plain, ElementsAre(true, false, false, true, false));
}

TEST(Yaml, PlainNullIsNothingAndQuotedNullIsText) {
  const Yaml value = parsed("[null, ~, \"null\", '']\n");
  EXPECT_EQ(value.list[0].kind, Yaml::Kind::kNull);
  EXPECT_EQ(value.list[1].kind, Yaml::Kind::kNull);
  EXPECT_EQ(value.list[2].scalar, "null");
  EXPECT_TRUE(value.list[3].is_scalar());
}

TEST(Yaml, AnEmptyFileIsNothing) { EXPECT_EQ(parsed("# later\n").kind, Yaml::Kind::kNull); }

TEST(Yaml, PlacesCountCharacters) {
  const Yaml value = parsed("å: é\n\"ไทย\": [ä, {ö: ü}]\n");
  EXPECT_EQ(value.map[0].second.column, 4);
  EXPECT_EQ(value.key_positions[1].line, 2);
  EXPECT_EQ(value.key_positions[1].column, 1);
  const Yaml& list = value.map[1].second;
  EXPECT_EQ(list.column, 8);
  EXPECT_EQ(list.list[0].column, 9);
  EXPECT_EQ(list.list[1].column, 12);
  EXPECT_EQ(list.list[1].key_positions[0].column, 13);
  EXPECT_EQ(list.list[1].map[0].second.column, 16);
}

TEST(Yaml, NothingIsPlacedAtItsKey) {
  const Yaml value = parsed("a: 1\n  \nname:\n\nb: 2\n");
  EXPECT_EQ(value.find("name")->line, 3);
  EXPECT_EQ(value.find("name")->column, 1);
}

TEST(Yaml, IntegersAreDecimal) {
  const Yaml value = parsed("{a: 12, b: 012, c: -3, d: 0x1F, e: 1.5, f: [1], g: 99999999999999999999, h: 1 }\n");
  EXPECT_EQ(value.integer("a"), 12);
  EXPECT_EQ(value.integer("b"), 12);
  EXPECT_EQ(value.integer("c"), -3);
  EXPECT_EQ(value.integer("h"), 1);
  for (const char* key : {"d", "e", "f", "g", "absent"}) EXPECT_EQ(value.integer(key), std::nullopt) << key;
}

TEST(Yaml, TextsAndFallbacks) {
  const Yaml value = parsed("{a: b, c: [d, e], f: {}}\n");
  EXPECT_EQ(value.text("a"), "b");
  EXPECT_EQ(value.text("c", "other"), "other");
  EXPECT_EQ(value.text("absent", "other"), "other");
  EXPECT_THAT(value.texts("c"), ElementsAre("d", "e"));
  EXPECT_TRUE(value.texts("a").empty());
  EXPECT_EQ(value.find("g"), nullptr);
  EXPECT_EQ(parsed("[a]").find("a"), nullptr);
}

TEST(YamlWriter, SortsKeysAndQuotesTexts) {
  const Yaml value = yaml_map({{"b", yaml_list({yaml_text("x"), yaml_number(7), yaml_list({yaml_text("y")})})},
                               {"a", yaml_map({{"empty", yaml_list({})}, {"bare", yaml_map({})}})},
                               {"null", yaml_text("null")},
                               {"9", Yaml{}}});
  EXPECT_EQ(write_yaml(value),
            "\"9\": null\n"
            "a:\n"
            "  bare: {}\n"
            "  empty: []\n"
            "b:\n"
            "  - \"x\"\n"
            "  - 7\n"
            "  - - \"y\"\n"
            "\"null\": \"null\"\n");
}

TEST(YamlWriter, EscapesWhatReadersTakeForStructure) {
  EXPECT_EQ(write_yaml(yaml_text("a\"b\\c\nd\te")), "\"a\\\"b\\\\c\\nd\\te\"\n");
  EXPECT_EQ(write_yaml(yaml_text("\u2028\u2029\uFEFF\u0001")), "\"\\u2028\\u2029\\uFEFF\\u0001\"\n");
}

TEST(YamlWriter, EveryTextComesBackAsItWas) {
  for (const char* text : {"",      " ",   "a: b", "- a",      "# a", "null",          "'",        "\"",
                           "\\",    "\\n", "\n",   "\n\n a\n", "\t",  "\r\n",          "[",        "*a",
                           "&a",    "!a",  "%a",   "@",        "`",   "\u2066a\u2069", "ئ\u200Cا", "👩‍👩‍👧",
                           "\u2028"}) {
    const std::string written = write_yaml(yaml_map({{"k", yaml_text(text)}}));
    EXPECT_EQ(parsed(written).text("k", "?"), text);
    EXPECT_EQ(write_yaml(parsed(written)), written);
  }
  for (const char* key : {"a", "", "null", "true", "12", "a b", "bar.home", "-", "åäö", "a: b"}) {
    const std::string written = write_yaml(yaml_map({{key, yaml_number(1)}}));
    EXPECT_EQ(parsed(written).integer(key), 1) << written;
  }
}

}  // namespace
}  // namespace kiosk::content
