#include "content/yaml_guard.h"

#include <array>
#include <cstdio>

#include "base/utf8.h"

namespace kiosk::content {

static bool is_control(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE;
}

// What yaml-cpp makes tokens of, or folds, beside brackets and commas.
constexpr std::string_view kMarks = "\n\r:?!&*-\"'|>#";

static bool is_bidi_override(char32_t c) { return c >= 0x202A && c <= 0x202E; }

static std::string code_point(char32_t c) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
  return text.data();
}

static std::optional<YamlFault> judge(const Decoded& d, std::size_t offset) {
  if (d.length == 1 && d.character == 0xFFFD)
    return YamlFault{"encoding", offset, "not valid UTF-8", "save the file as UTF-8"};
  if (is_control(d.character))
    return YamlFault{"encoding", offset, "control character " + code_point(d.character), "remove the character"};
  if (is_bidi_override(d.character))
    return YamlFault{"bidi-control", offset, "direction override " + code_point(d.character),
                     "remove the character; the kiosk sets directions itself"};
  return std::nullopt;
}

std::optional<YamlFault> find_forbidden_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (auto fault = judge(d, i)) return fault;
    i += d.length;
  }
  return std::nullopt;
}

std::optional<YamlFault> prescan_yaml(std::string_view text, const YamlLimits& limits) {
  if (text.size() > limits.bytes)
    return YamlFault{"limit", limits.bytes, "the file is larger than " + std::to_string(limits.bytes) + " bytes",
                     "split the file"};
  // yaml-cpp queues every token of an open flow collection before it hands out the first (1 MB of '[' costs 232 MB),
  // and a token costs it ten times what a letter does. A file within its node limit has no more brackets than nodes,
  // and prose of that length far fewer commas, lines and other marks than these.
  const auto nodes = static_cast<std::size_t>(limits.nodes);
  std::size_t brackets = 0, commas = 0, marks = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (auto fault = judge(d, i)) return fault;
    if (d.character == '%' && (i == 0 || text[i - 1] == '\n'))
      return YamlFault{"syntax", i, "a line starts with '%', YAML's mark of a directive", "put the text in quotes"};
    brackets += d.character == '[' || d.character == '{';
    commas += d.character == ',';
    marks += d.character < 0x80 && kMarks.find(static_cast<char>(d.character)) != std::string_view::npos;
    if (brackets > nodes) return YamlFault{"limit", i, "too many brackets in one file", "split the file"};
    if (commas > 4 * nodes) return YamlFault{"limit", i, "too many commas in one file", "split the file"};
    if (marks > 12 * nodes) return YamlFault{"limit", i, "too many lines and marks in one file", "split the file"};
    i += d.length;
  }
  return std::nullopt;
}

}  // namespace kiosk::content
