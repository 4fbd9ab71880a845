#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "base/file.h"
#include "content/first_error.h"
#include "content/yaml.h"
#include "content/yaml_builder.h"
#include "content/yaml_guard.h"

namespace kiosk::content {

namespace {

// yaml-cpp's words for the mistakes people make, in ours.
YamlFault explain(const YAML::Exception& e, std::string_view text) {
  const std::size_t offset = offset_of(e.mark);
  const auto fault = [&](std::string message, std::string hint) {
    return YamlFault{"syntax", offset, std::move(message), std::move(hint)};
  };
  if (offset < text.size() && text[offset] == '*') return alias_fault(offset);
  if (e.msg == YAML::ErrorMsg::END_OF_MAP || e.msg == YAML::ErrorMsg::END_OF_SEQ) return misfit_fault(offset);
  if (e.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || e.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW)
    return fault("a bracket is not closed, or a comma is missing", "close every '[' with ']' and every '{' with '}'");
  if (e.msg == YAML::ErrorMsg::FLOW_END) return fault("a bracket is closed that was not opened", "put text in quotes");
  if (e.msg == YAML::ErrorMsg::MAP_VALUE) return fault("unexpected ':'", "put text that holds ': ' in quotes");
  if (e.msg == YAML::ErrorMsg::EOF_IN_SCALAR) return fault("a quoted text is not closed", "add the closing quote");
  if (e.msg == YAML::ErrorMsg::TAB_IN_INDENTATION) return fault("a tab in the indentation", "indent with spaces");
  if (e.msg == YAML::ErrorMsg::UNKNOWN_TOKEN)
    return fault("a value cannot start with this character", "put text in quotes");
  return fault(e.msg, {});
}

Yaml build(std::string_view text, const YamlLimits& limits) {
  std::istringstream stream{std::string(text)};
  YAML::Parser parser(stream);
  YamlBuilder builder(text, limits);
  try {
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& e) {
    throw YamlRefusal{explain(e, text)};
  }
  return builder.take();
}

void report(const YamlFault& fault, std::string_view text, std::string_view path, DiagnosticSink& sink) {
  Diagnostic diagnostic;
  diagnostic.check = fault.check;
  diagnostic.at = position_at(path, text, fault.offset);
  diagnostic.message = fault.message;
  diagnostic.hint = fault.hint;
  // A line is shown only if a terminal can take it.
  constexpr std::size_t kLongestShown = 200;
  const std::string_view line = line_of(text, diagnostic.at.line);
  if (line.size() <= kLongestShown && !find_forbidden_character(line)) diagnostic.source_line = line;
  sink.add(std::move(diagnostic));
}

}  // namespace

std::optional<Yaml> parse_yaml(std::string_view text, std::string_view path, DiagnosticSink& sink,
                               const YamlLimits& limits) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const auto fault = prescan_yaml(text, limits)) {
    report(*fault, text, path, sink);
    return std::nullopt;
  }
  try {
    return build(text, limits);
  } catch (const YamlRefusal& refusal) {
    report(refusal.fault, text, path, sink);
    return std::nullopt;
  }
}

Result<Yaml> parse_yaml(std::string_view text, std::string_view path, const YamlLimits& limits) {
  DiagnosticSink sink;
  std::optional<Yaml> value = parse_yaml(text, path, sink, limits);
  if (!value) return fail(first_error(sink));
  return std::move(*value);
}

Result<Yaml> load_yaml(const std::string& path, const YamlLimits& limits) {
  const Result<std::string> text = read_file(path, limits.bytes);
  if (!text) return tl::unexpected(text.error());
  return parse_yaml(*text, path, limits);
}

}  // namespace kiosk::content
