// Reads fields of parsed YAML and reports what does not fit, with place and hint, into a sink; reading goes on with the
// default, so that one run names every mistake. Shared by the readers of sources and of the compiled tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/value_formats.h"
#include "content/yaml.h"

namespace kiosk::content {

// The keys of one kind of map. `name` is how messages call it: "a page".
struct MapShape {
  std::string name;
  std::vector<std::string> required, optional;
};

class FieldReader {
 public:
  FieldReader(std::string_view path, DiagnosticSink& sink) : path_(path), sink_(sink) {}

  // False (and an error) where the value is no map. Unknown and missing keys are errors, but true.
  bool map(const Yaml& value, const MapShape& shape);

  // "" when absent, null, empty or not a text (the last is an error).
  std::string text(const Yaml& map, std::string_view key);
  // As text, and an error where a text that is not empty does not match.
  std::string text(const Yaml& map, std::string_view key, const Format& format);
  // As text; an empty one is an error. (That the key is absent, map() has said.)
  std::string required(const Yaml& map, std::string_view key, const Format& format);

  int integer(const Yaml& map, std::string_view key, int fallback, int low, int high);
  double decimal(const Yaml& map, std::string_view key, double fallback, double low, double high);
  bool flag(const Yaml& map, std::string_view key);  // false when absent
  // The items of the list under the key; none when absent.
  const std::vector<Yaml>& items(const Yaml& map, std::string_view key);
  std::vector<std::string> texts(const Yaml& map, std::string_view key, const Format& format);

  // The index of the text under the key in `words`; 0 with an error where it is none of them, 0 when absent.
  std::size_t word(const Yaml& map, std::string_view key, const std::vector<std::string>& words);

  void error(const Yaml& at, std::string message, std::string hint = {}, std::string_view check = "syntax");
  int errors() const { return sink_.errors(); }

 private:
  std::string path_;
  DiagnosticSink& sink_;
};

}  // namespace kiosk::content
