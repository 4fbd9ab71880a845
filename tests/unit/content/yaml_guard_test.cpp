// What parse_yaml refuses, by construction: every case is a text, and the one error it gets, whole.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "content/yaml.h"

namespace kiosk::content {
namespace {

struct Hostile {
  std::string text;
  std::string error;  // "line:column: message"
};

// The only error of the text; "accepted" where there is none.
std::string refusal(const std::string& text, const YamlLimits& limits = {}) {
  DiagnosticSink sink;
  const auto value = parse_yaml(text, "f.yaml", sink, limits);
  EXPECT_EQ(value.has_value(), sink.all().empty());
  EXPECT_LE(sink.all().size(), 1u);
  if (sink.all().empty()) return "accepted";
  const Diagnostic& d = sink.all()[0];
  EXPECT_EQ(d.at.path, "f.yaml");
  EXPECT_EQ(d.severity, Severity::kError);
  return std::to_string(d.at.line) + ":" + std::to_string(d.at.column) + ": " + d.message;
}

void expect_refused(const std::vector<Hostile>& corpus) {
  for (const Hostile& hostile : corpus) EXPECT_EQ(refusal(hostile.text), hostile.error) << hostile.text.substr(0, 80);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

std::string hex(char32_t c) {
  char text[16];
  std::snprintf(text, sizeof text, "%04X", static_cast<unsigned>(c));
  return text;
}

// All that no text of ours may hold, beside tab, LF and CR.
std::vector<char32_t> control_characters() {
  std::vector<char32_t> all;
  for (char32_t c = 0; c < 0x20; ++c)
    if (c != '\t' && c != '\n' && c != '\r') all.push_back(c);
  for (char32_t c = 0x7F; c <= 0x9F; ++c) all.push_back(c);
  all.insert(all.end(), {0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF});
  return all;
}

TEST(YamlGuard, RefusesControlCharactersAsWritten) {
  std::vector<Hostile> corpus;
  for (char32_t c : control_characters())
    corpus.push_back({"ok: å\nname: é" + utf8(c) + "\n", "2:8: control character U+" + hex(c)});
  EXPECT_EQ(corpus.size(), 66u);
  expect_refused(corpus);
}

TEST(YamlGuard, RefusesControlCharactersThatAnEscapeHides) {
  std::vector<Hostile> corpus{{"a: \"x\\0\"\n", "1:4: control character U+0000"},
                              {"a: \"x\\e\"\n", "1:4: control character U+001B"},
                              {"a: \"x\\N\"\n", "1:4: not valid UTF-8"}};
  for (char32_t c : control_characters()) {
    const std::string digits = hex(c), escape = digits.size() > 4 ? "\\U" + std::string(8 - digits.size(), '0') + digits
                                                                  : "\\u" + digits;
    corpus.push_back({"a: b\nc: [\"" + escape + "\"]\n", "2:5: control character U+" + hex(c)});
    corpus.push_back({"\"" + escape + "\": b\n", "1:1: control character U+" + hex(c)});
  }
  expect_refused(corpus);
}

TEST(YamlGuard, RefusesDirectionOverridesButAdmitsIsolates) {
  std::vector<Hostile> corpus;
  for (char32_t c = 0x202A; c <= 0x202E; ++c) {
    corpus.push_back({"a: اب" + utf8(c) + "1177\n", "1:6: direction override U+" + hex(c)});
    corpus.push_back({"a: 1\n\"\\u" + hex(c) + "\": 1\n", "2:1: direction override U+" + hex(c)});
    corpus.push_back({"# " + utf8(c) + "\n", "1:3: direction override U+" + hex(c)});
  }
  expect_refused(corpus);
  for (char32_t c = 0x2066; c <= 0x2069; ++c) EXPECT_EQ(refusal("a: x" + utf8(c) + "1177\n"), "accepted");
}

TEST(YamlGuard, RefusesInvalidUtf8) {
  const char* table[] = {

      "\xC0\x80",
      "\xC1\xBF",
      "\xC3",
      "\xC3(",
      "\xE0\x80\x80",
      "\xE0\x9F\xBF",
      "\xE2\x82",
      "\xE2(\xA1",
      "\xED\xA0\x80",
      "\xED\xBF\xBF",
      "\xF0\x80\x80\x80",
      "\xF0\x9F\x98",
      "\xF0(\x8C\xBC",
      "\xF4\x90\x80\x80",
      "\xF5\x80\x80\x80",
      "\xF8\x88\x80\x80\x80",
      "\xFE\xFF",
      "\xFF\xFE",
      "\xFF"};
  for (const char* bytes : table) {
    EXPECT_EQ(refusal("name: å" + std::string(bytes)), "1:8: not valid UTF-8");
    EXPECT_EQ(refusal("a: b\n# " + std::string(bytes) + "\n"), "2:3: not valid UTF-8");
  }
  // A byte that continues nothing counts to the character before it.
  EXPECT_EQ(refusal("name: å\x80"), "1:7: not valid UTF-8");
  EXPECT_EQ(refusal("name: å\xBF"), "1:7: not valid UTF-8");
}

TEST(YamlGuard, RefusesOtherEncodings) {
  expect_refused({{std::string("\xFF\xFE"
                               "a\0:\0",
                               6),
                   "1:1: not valid UTF-8"},
                  {std::string("\xFE\xFF\0a\0:", 6), "1:1: not valid UTF-8"},
                  {std::string("a\0:\0 \0b\0", 8), "1:2: control character U+0000"},
                  {std::string("\0a\0:\0 \0b", 8), "1:1: control character U+0000"},
                  {std::string("\0\0\xFE\xFF\0\0\0a", 8), "1:1: control character U+0000"},
                  {"name: \xE5sa\n", "1:7: not valid UTF-8"}});
}

TEST(YamlGuard, RefusesAnchorsAliasesAndTags) {
  const std::string alias = "an alias ('*' before a name)", tag = "a tag ('!' before a value)";
  expect_refused({
      {"a: &x 1\nb: *x\n", "1:4: anchor '&x'"},
      {"&a [*a]\n", "1:1: anchor '&a'"},
      {"a: &a\n  b: *a\n", "1:4: anchor '&a'"},
      {"- &a\n- 1\n", "1:3: anchor '&a'"},
      {"? &k a\n: 1\n", "1:3: anchor '&k'"},
      {"&k a: 1\n", "1:1: anchor '&k'"},
      {"{a: &b c}\n", "1:5: anchor '&b'"},
      {"a: &b !!str c\n", "1:4: anchor '&b'"},
      {"a: !!str &b c\n", "1:4: anchor '&b'"},
      {"a: &b\n", "1:4: anchor '&b'"},
      {"a: *nowhere\n", "1:4: " + alias},
      {"[*a, *a]\n", "1:2: " + alias},
      {"*a : b\n", "1:1: " + alias},
      {"a: !!str b\n", "1:4: " + tag},
      {"a: !!python/object/apply:os.system [id]\n", "1:4: " + tag},
      {"a: !<tag:yaml.org,2002:str> b\n", "1:4: " + tag},
      {"a: !<?> b\n", "1:4: " + tag},
      {"a: !local b\n", "1:4: " + tag},
      {"a: ! b\n", "1:4: " + tag},
      {"a: ! \"b\"\n", "1:4: " + tag},
      {"a: !!null\n", "1:4: " + tag},
      {"a: !!null null\n", "1:4: " + tag},
      {"!!map\na: b\n", "1:1: " + tag},
      {"- !!seq [a]\n", "1:3: " + tag},
      {"!!str a: b\n", "1:1: " + tag},
      {"a: b\n!!str c: d\n", "2:1: " + tag},
      {"a: [b, !c d]\n", "1:8: " + tag},
      {"a: !!binary aGVq\n", "1:4: " + tag},
  });
}

TEST(YamlGuard, RefusesTheBillionLaughs) {
  std::string text = "a: &a [\"ha\",\"ha\"]\n";
  for (char c = 'b'; c <= 'i'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    text += std::string(1, c) + ": &" + c + " [*" + before + ",*" + before + ",*" + before + "]\n";
  }
  EXPECT_EQ(refusal(text), "1:4: anchor '&a'");
}

TEST(YamlGuard, RefusesMergeKeysAndDuplicates) {
  expect_refused({
      {"<<: {a: 1}\n", "1:1: merge key '<<'"},
      {"a:\n  <<: b\n", "2:3: merge key '<<'"},
      {"\"<<\": b\n", "1:1: merge key '<<'"},
      {"{<<: b}\n", "1:2: merge key '<<'"},
      {"a: 1\nb: 2\na: 3\n", "3:1: key 'a' stands twice in one map"},
      {"a: 1\n\"a\": 2\n", "2:1: key 'a' stands twice in one map"},
      {"a: 1\n\"\\u0061\": 2\n", "2:1: key 'a' stands twice in one map"},
      {"{a: 1, b: 2, 'a': 3}\n", "1:14: key 'a' stands twice in one map"},
      {"- {a: 1, a: 1}\n", "1:10: key 'a' stands twice in one map"},
      {"x:\n  åäö: 1\n  åäö: 2\n", "3:3: key 'åäö' stands twice in one map"},
      {"? a\n? a\n", "2:3: key 'a' stands twice in one map"},
      {"a:\na:\n", "2:1: key 'a' stands twice in one map"},
      {"\"\": 1\n\"\": 2\n", "2:1: key '' stands twice in one map"},
  });
}

TEST(YamlGuard, RefusesKeysThatAreNoText) {
  const std::string error = "a key must be text";
  expect_refused({
      {"? [a]\n: b\n", "1:3: " + error},
      {"? {a: b}\n: c\n", "1:3: " + error},
      {"? - a\n: b\n", "1:3: " + error},
      {"[a]: b\n", "1:1: " + error},
      {"{a: b}: c\n", "1:1: " + error},
      {"{[a]: b}\n", "1:2: " + error},
      {"~: b\n", "1:1: " + error},
      {"null: b\n", "1:1: " + error},
      {"a: 1\n: b\n", "2:1: " + error},
      {"{: b}\n", "1:2: " + error},
      {"? \n: b\n", "2:1: " + error},
  });
}

TEST(YamlGuard, RefusesSecondDocumentsAndDirectives) {
  const std::string document = "a second document", directive = "a line starts with '%', YAML's mark of a directive";
  expect_refused({
      {"a: 1\n---\nb: 2\n", "2:1: " + document},
      {"---\na: 1\n---\n", "3:1: " + document},
      {"a: 1\n...\nb: 2\n", "3:1: " + document},
      {"a: 1\n...\n---\n", "3:1: " + document},
      {"---\n---\n", "2:1: " + document},
      {"--- a\n--- b\n", "2:1: " + document},
      {"%YAML 1.2\n---\na: 1\n", "1:1: " + directive},
      {"%TAG ! tag:example.org,2026:\n---\na: 1\n", "1:1: " + directive},
      {"a: 1\n%YAML 1.2\n", "2:1: " + directive},
      {"%\n", "1:1: " + directive},
  });
  EXPECT_EQ(refusal("a: 1\n...\n]\n"), "3:1: a bracket is closed that was not opened");
}

TEST(YamlGuard, RefusesDepthBeforeItIsWalked) {
  const std::string deep = "more than 16 levels of lists and maps", brackets = "too many brackets in one file",
                    marks = "too many lines and marks in one file";
  std::string maps;
  for (int i = 0; i < 17; ++i) maps += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  expect_refused({
      {repeated("[", 17) + repeated("]", 17), "1:17: " + deep},
      {repeated("[", 17), "1:1: a key must be text"},
      {repeated("[", 5000), "1:1: a key must be text"},
      {repeated("{a: ", 17) + "b" + repeated("}", 17), "1:65: " + deep},
      {repeated("- ", 17) + "a", "1:33: " + deep},
      {repeated("- ", 50'000), "1:33: " + deep},
      {repeated("- ", 100'000), "1:120001: " + marks},
      {repeated("? ", 50'000), "1:3: a key must be text"},
      {repeated("? ", 100'000), "1:120001: " + marks},
      {"[" + repeated("! ", 100'000), "1:120002: " + marks},
      {"[" + repeated("\"\"", 100'000), "1:60002: " + marks},
      {"a: b\n" + repeated("\n", 200'000) + " c\n", "60000:1: " + marks},
      {maps, "17:17: " + deep},
      {repeated("[", 5001), "1:5001: " + brackets},
      {repeated("[", 250'000), "1:5001: " + brackets},
      {repeated("{", 250'000), "1:5001: " + brackets},
      {repeated("[\n", 100'000), "5001:1: " + brackets},
      {repeated("[{", 100'000), "1:5001: " + brackets},
      {repeated("{a: ", 60'000), "1:20001: " + brackets},
      {repeated("[]", 100'000), "1:10001: " + brackets},
      {"don't: '" + repeated("[", 250'000) + "'", "1:5009: " + brackets},
      {"[" + repeated("a,", 100'000) + "]", "1:40003: too many commas in one file"},
      {"[" + repeated(",", 200'000) + "]", "1:20002: too many commas in one file"},
  });
  EXPECT_EQ(refusal(repeated("[", 16) + repeated("]", 16)), "accepted");
}

TEST(YamlGuard, RefusesWhatIsTooLarge) {
  const std::string text_limit = "a text is larger than 65536 bytes";
  const std::string values = "more than 5000 values in one file";
  const std::string long_text = repeated("x", 65'537);
  std::string keys;
  for (int i = 0; i < 5000; ++i) keys += "k" + std::to_string(i) + ":\n";
  expect_refused({
      {repeated("#\n", 131'073), "131073:1: the file is larger than 262144 bytes"},
      {repeated("å", 200'000), "1:131073: the file is larger than 262144 bytes"},
      {"a: " + long_text + "\n", "1:4: " + text_limit},
      {"a: \"" + long_text + "\"\n", "1:4: " + text_limit},
      {"a: '" + long_text + "'\n", "1:4: " + text_limit},
      {"b: 1\na: |\n  " + long_text + "\n", "2:4: " + text_limit},
      {"a: >\n  " + long_text + "\n", "1:4: " + text_limit},
      {"? " + long_text + "\n: b\n", "1:3: " + text_limit},
      {"a:\n" + repeated("  x\n", 40'000), "2:3: " + text_limit},
      {repeated("- a\n", 5000), "5000:3: " + values},
      {repeated("-\n", 5001), "5001:1: " + values},
      {keys, "5001:1: " + values},
  });
  EXPECT_EQ(refusal(repeated("- a\n", 4999)), "accepted");
  EXPECT_EQ(refusal("a: " + repeated("x", 65'536) + "\n"), "accepted");
}

TEST(YamlGuard, RefusesKeysThatCouldNotBeWrittenBack) {
  DiagnosticSink sink;
  EXPECT_TRUE(parse_yaml(std::string(128, 'k') + ": v", "f.yaml", sink).has_value());
  EXPECT_FALSE(parse_yaml(std::string(129, 'k') + ": v", "f.yaml", sink).has_value());
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all()[0].message, "a key is longer than 128 bytes");
  EXPECT_EQ(sink.all()[0].at.line, 1);
}

TEST(YamlGuard, LimitsAreTheCallers) {
  YamlLimits limits;
  limits.bytes = 20;
  limits.scalar_bytes = 3;
  limits.depth = 2;
  limits.nodes = 4;
  EXPECT_EQ(refusal("a: 12345678901234567890\n", limits), "1:21: the file is larger than 20 bytes");
  EXPECT_EQ(refusal("a: 1234\n", limits), "1:4: a text is larger than 3 bytes");
  EXPECT_EQ(refusal("a: {b: {}}\n", limits), "1:8: more than 2 levels of lists and maps");
  EXPECT_EQ(refusal("[1, 2, 3, 4]\n", limits), "1:11: more than 4 values in one file");
  EXPECT_EQ(refusal("a: {b: 123}\n", limits), "accepted");
}

TEST(YamlGuard, RefusesBrokenGrammarInPlainWords) {
  const std::string open = "a bracket is not closed, or a comma is missing";
  const std::string misfit = "the line does not fit the map or list it stands in";
  expect_refused({
      {"a: [1, 2\n", "1:8: the file ends after '2'"},
      {"a: [1, \"2\"\n", "2:1: " + open},
      {"a: [1, 2,\n", "2:1: " + open},
      {"a: {b: 1\n", "2:1: " + open},
      {"a: [1 2: 3, {]\n", "1:14: a bracket is closed that was not opened"},
      {"a: ]\n", "1:4: a bracket is closed that was not opened"},
      {"a: [b}\n", "1:6: a bracket is closed that was not opened"},
      {"a: \"b\n", "1:4: a quoted text is not closed"},
      {"a: 'b\n", "1:4: a quoted text is not closed"},
      {"a: \"b\\\"\n", "1:4: a quoted text is not closed"},
      {"a: 'b''\n\n", "1:4: a quoted text is not closed"},
      {"- \"b", "1:5: a quoted text is not closed"},
      {"b: 1\n\"a: c\n", "2:1: a quoted text is not closed"},
      {"a: 1\ntit", "2:1: the file ends after 'tit'"},
      {"a: b: c\n", "1:5: unexpected ':'"},
      {"a: 1\n  b: 2\n", "2:4: unexpected ':'"},
      {"a: 1\n- b\n", "2:1: " + misfit},
      {"- a\nb: 1\n", "2:1: " + misfit},
      {"a:\n  b: 1\n c: 2\n", "3:2: " + misfit},
      {"a: @b\n", "1:4: a value cannot start with this character"},
      {"a: `b`\n", "1:4: a value cannot start with this character"},
      {"a: |\n\t x\n", "2:1: a tab in the indentation"},
      {"a: \"\\q\"\n", "1:7: unknown escape character: q"},
      {"a: \"\\uD800\"\n", "1:11: invalid unicode: 55296"},
      {"a: \"\\U00110000\"\n", "1:15: invalid unicode: 1114112"},
      {"a: \"\\xZZ\"\n", "1:9: bad character found while scanning hex number"},
  });
}

TEST(YamlGuard, TheDiagnosticShowsTheLineAndAHint) {
  DiagnosticSink sink;
  EXPECT_FALSE(parse_yaml("titel: x\n\"år\": &a b\n", "pages/a.yaml", sink));
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(to_text(sink.all()[0]),
            "pages/a.yaml:2:7: error: anchor '&a'\n    \"år\": &a b\nhint: write the value out where it is needed");
}

TEST(YamlGuard, ALineThatATerminalCannotTakeIsNotShown) {
  DiagnosticSink sink;
  EXPECT_FALSE(parse_yaml("a: \x1B[2J\n", "a.yaml", sink));
  EXPECT_EQ(to_text(sink.all()[0]), "a.yaml:1:4: error: control character U+001B\nhint: remove the character");
}

TEST(YamlGuard, TheCheckOfADiagnosticIsNamed) {
  const std::vector<std::pair<std::string, std::string>> table = {{"a: \xFF", "encoding"},
                                                                  {"a: \xE2\x80\xAE", "bidi-control"},
                                                                  {"a: &b c", "syntax"},
                                                                  {repeated("- ", 17), "limit"}};
  for (const auto& [text, check] : table) {
    DiagnosticSink sink;
    EXPECT_FALSE(parse_yaml(text, "a.yaml", sink));
    EXPECT_EQ(sink.all()[0].check, check);
  }
}

}  // namespace
}  // namespace kiosk::content
