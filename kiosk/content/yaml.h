// Hostile-until-checked YAML as plain values with their places. The only door to yaml-cpp: a prescan and a SAX handler
// refuse what RELIABILITY lists (aliases, anchors, tags, merge keys, duplicates, depth, size, control characters, bidi
// overrides, invalid UTF-8, second documents) before anything is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace kiosk::content {

struct YamlLimits {
  std::size_t bytes = 256u << 10;
  std::size_t scalar_bytes = 64u << 10;
  int depth = 16;
  int nodes = 5000;
};

// Maps keep the order of the file. Every scalar is text; `plain` says that it stood unquoted (so `null` or `12` may be
// meant).
class Yaml {
 public:
  enum class Kind { kNull, kScalar, kList, kMap };

  // Defined in yaml.cpp: clang 14 cannot form them here, inside the recursion through std::pair.
  Yaml();
  Yaml(const Yaml&);
  Yaml(Yaml&&) noexcept;
  Yaml& operator=(const Yaml&);
  Yaml& operator=(Yaml&&) noexcept;
  ~Yaml();

  Kind kind = Kind::kNull;
  bool plain = false;
  std::string scalar;
  std::vector<Yaml> list;
  std::vector<std::pair<std::string, Yaml>> map;
  std::vector<SourcePosition> key_positions;  // beside `map`; path left empty
  int line = 0, column = 0;                   // 1-based, columns in characters

  bool is_map() const { return kind == Kind::kMap; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_scalar() const { return kind == Kind::kScalar; }
  // nullptr when this is no map or the key is absent.
  const Yaml* find(std::string_view key) const;
  // The scalar under the key, or `fallback`.
  std::string text(std::string_view key, std::string_view fallback = {}) const;
  std::optional<std::int64_t> integer(std::string_view key) const;  // decimal only: "012" is 12
  std::vector<std::string> texts(std::string_view key) const;       // a list of scalars; empty when absent
};

// One document. Each fault is one error diagnostic with line and column; nullopt then.
std::optional<Yaml> parse_yaml(std::string_view text, std::string_view path, DiagnosticSink& sink,
                               const YamlLimits& limits = {});

// The same for readers that only need a reason: the message is "path:line:column: what".
[[nodiscard]] Result<Yaml> parse_yaml(std::string_view text, std::string_view path, const YamlLimits& limits = {});
// Reads the file first; a missing or oversized file is an error too.
[[nodiscard]] Result<Yaml> load_yaml(const std::string& path, const YamlLimits& limits = {});

// Deterministic text of a value: keys sorted by byte, every string double-quoted, LF, two spaces a level, final
// newline. `plain` scalars are written unquoted (numbers, true, false), so a writer sets it for those only.
std::string write_yaml(const Yaml& value);

// For building values to write.
Yaml yaml_text(std::string text);
Yaml yaml_number(std::int64_t number);
Yaml yaml_map(std::vector<std::pair<std::string, Yaml>> entries);
Yaml yaml_list(std::vector<Yaml> items);

}  // namespace kiosk::content
