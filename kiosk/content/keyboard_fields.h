// A keyboard as a map: the same keys in content/keyboards/<id>.yaml and in the compiled keyboard.yaml. Rows are texts
// with one blank between two keys.
#pragma once

#include "content/field_reader.h"
#include "content/tree.h"
#include "content/yaml.h"

namespace kiosk::content {

Keyboard read_keyboard(const Yaml& value, FieldReader& fields);
Yaml keyboard_to_yaml(const Keyboard& keyboard);

}  // namespace kiosk::content
