// What a YAML text must be before yaml-cpp may see it: bounded, valid UTF-8, free of invisible characters, and cheap to
// scan. Knows nothing of YAML's grammar but the characters that open and part flow collections.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/yaml.h"

namespace kiosk::content {

struct YamlFault {
  std::string check;       // the diagnostic's check name: encoding, bidi-control, limit, syntax
  std::size_t offset = 0;  // bytes into the text
  std::string message, hint;
};

// The first fault of the file as written. One pass; nothing is allocated for a good text.
std::optional<YamlFault> prescan_yaml(std::string_view text, const YamlLimits& limits);

// The first forbidden character of a text: all C0 but tab, LF and CR, DEL, C1, noncharacters, bidi embeddings and
// overrides (isolates are wanted), invalid UTF-8. Scalars are checked again after decoding, since "\0" hides one.
std::optional<YamlFault> find_forbidden_character(std::string_view text);

}  // namespace kiosk::content
