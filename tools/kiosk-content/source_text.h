// A translated text out of a YAML source, with its place.
#pragma once

#include <string_view>

#include "content/yaml.h"
#include "source_page.h"

namespace kiosk::tool {

// Empty where the key is absent or holds no text.
SourceText source_text(const content::Yaml& map, std::string_view key, std::string_view path);

}  // namespace kiosk::tool
