// A language and a font family as maps: the same keys in the sources and in the compiled manifest.
#pragma once

#include "content/field_reader.h"
#include "content/tree.h"
#include "content/yaml.h"

namespace kiosk::content {

Language read_language(const Yaml& value, FieldReader& fields);
Yaml language_to_yaml(const Language& language);

FontFamily read_font_family(const Yaml& value, FieldReader& fields);
Yaml font_family_to_yaml(const FontFamily& family);

}  // namespace kiosk::content
