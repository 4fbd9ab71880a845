#include "content/keyboard_fields.h"

#include <set>

#include "content/quote.h"
#include "content/tree_parts.h"

namespace kiosk::content {

namespace {

constexpr std::size_t kLongestRow = 1000, kLongestKey = 24, kMostKeys = 64, kMostRows = 8;

bool is_row(std::string_view text) {
  return !text.empty() && text.size() <= kLongestRow && text.front() != ' ' && text.back() != ' ' &&
         text.find("  ") == std::string_view::npos;
}
constexpr Format kRow{is_row, "keys with one blank between two"};

bool is_label(std::string_view text) { return !text.empty() && text.size() <= kLongestKey; }
constexpr Format kLabel{is_label, "a few letters such as abc"};

std::vector<std::string> keys_of(std::string_view row) {
  std::vector<std::string> keys;
  for (std::size_t start = 0; start <= row.size();) {
    const std::size_t end = std::min(row.find(' ', start), row.size());
    keys.emplace_back(row.substr(start, end - start));
    start = end + 1;
  }
  return keys;
}

std::vector<std::vector<std::string>> read_rows(const Yaml& value, const char* name, FieldReader& fields) {
  std::vector<std::vector<std::string>> rows;
  std::set<std::string> seen;
  for (const std::string& row : fields.texts(value, name, kRow)) {
    rows.push_back(keys_of(row));
    if (rows.back().size() > kMostKeys || rows.size() > kMostRows)
      fields.error(
          value,
          "a keyboard has at most " + std::to_string(kMostRows) + " rows of " + std::to_string(kMostKeys) + " keys", {},
          "limit");
    for (const std::string& key : rows.back()) {
      if (key.size() > kLongestKey) fields.error(value, "the key " + quote(key) + " is too long", {}, "limit");
      if (!seen.insert(key).second)
        fields.error(value, "the key " + quote(key) + " stands twice", "remove one of them", "duplicate-id");
    }
  }
  return rows;
}

Yaml rows_to_yaml(const std::vector<std::vector<std::string>>& rows) {
  std::vector<Yaml> texts;
  for (const std::vector<std::string>& row : rows) {
    std::string text;
    for (const std::string& key : row) text += (text.empty() ? "" : " ") + key;
    texts.push_back(yaml_text(text));
  }
  return yaml_list(std::move(texts));
}

}  // namespace

Keyboard read_keyboard(const Yaml& value, FieldReader& fields) {
  static const MapShape kShape{"a keyboard", {"id", "label", "rows"}, {"flow", "shift"}};
  Keyboard keyboard;
  if (!fields.map(value, kShape)) return keyboard;
  keyboard.id = fields.required(value, "id", kBlockId);
  keyboard.label = fields.required(value, "label", kLabel);
  keyboard.flow = fields.flag(value, "flow");
  keyboard.rows = read_rows(value, "rows", fields);
  keyboard.shift = read_rows(value, "shift", fields);
  if (value.find("rows") != nullptr && keyboard.rows.empty())
    fields.error(*value.find("rows"), "a keyboard needs keys");
  return keyboard;
}

Yaml keyboard_to_yaml(const Keyboard& keyboard) {
  std::vector<std::pair<std::string, Yaml>> entries{
      {"id", yaml_text(keyboard.id)}, {"label", yaml_text(keyboard.label)}, {"rows", rows_to_yaml(keyboard.rows)}};
  if (keyboard.flow) {
    Yaml yes = yaml_text("true");
    yes.plain = true;
    entries.emplace_back("flow", std::move(yes));
  }
  if (!keyboard.shift.empty()) entries.emplace_back("shift", rows_to_yaml(keyboard.shift));
  return yaml_map(std::move(entries));
}

Keyboards read_keyboards(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"the keyboards", {"lang", "layouts"}, {}};
  Keyboards keyboards;
  if (!fields.map(root, kShape)) return keyboards;
  keyboards.lang = fields.required(root, "lang", kLanguageTag);
  for (const Yaml& item : fields.items(root, "layouts")) keyboards.layouts.push_back(read_keyboard(item, fields));
  if (keyboards.layouts.empty() || keyboards.layouts.size() > 2)
    fields.error(root, "a language has one keyboard or two");
  return keyboards;
}

}  // namespace kiosk::content
