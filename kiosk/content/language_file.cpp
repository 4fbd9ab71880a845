#include "content/language_file.h"

#include "base/file.h"
#include "content/language_fields.h"
#include "content/quote.h"

namespace kiosk::content {

static std::optional<Language> parse(std::string_view text, std::string_view path, std::string_view expected_tag,
                                     DiagnosticSink& sink) {
  const std::optional<Yaml> root = parse_yaml(text, path, sink);
  if (!root) return std::nullopt;
  const int errors_before = sink.errors();
  FieldReader fields(path, sink);
  Language language = read_language(*root, fields);
  if (!expected_tag.empty() && !language.tag.empty() && language.tag != expected_tag)
    fields.error(*root->find("tag"),
                 "the language is " + quote(language.tag) + " in the folder of " + quote(expected_tag),
                 "name the folder after the tag");
  if (sink.errors() > errors_before) return std::nullopt;
  return language;
}

std::optional<Language> parse_language(std::string_view text, std::string_view path, DiagnosticSink& sink) {
  return parse(text, path, {}, sink);
}

std::optional<Language> load_language(const std::string& locales_folder, const std::string& tag, DiagnosticSink& sink) {
  const std::string path = locales_folder + "/" + tag + "/language.yaml";
  if (!kLanguageTag.matches(tag)) {
    sink.error("syntax", {path, 0, 0}, quote(tag) + " is no language tag such as sv or zh-Hans");
    return std::nullopt;
  }
  const Result<std::string> text = read_file(path, YamlLimits{}.bytes);
  if (!text) {
    sink.error("syntax", {path, 0, 0}, text.error().message);
    return std::nullopt;
  }
  return parse(*text, path, tag, sink);
}

}  // namespace kiosk::content
