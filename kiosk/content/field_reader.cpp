#include "content/field_reader.h"

#include <algorithm>
#include <charconv>

#include "content/did_you_mean.h"
#include "content/quote.h"

namespace kiosk::content {

static std::string found(const Yaml& value) {
  switch (value.kind) {
    case Yaml::Kind::kNull:
      return "found nothing";
    case Yaml::Kind::kScalar:
      return "found " + quote(value.scalar);
    case Yaml::Kind::kList:
      return "found a list";
    case Yaml::Kind::kMap:
      return "found a map";
  }
  return {};
}

void FieldReader::error(const Yaml& at, std::string message, std::string hint, std::string_view check) {
  sink_.error(check, {path_, at.line, at.column}, std::move(message), std::move(hint));
}

bool FieldReader::map(const Yaml& value, const MapShape& shape) {
  if (!value.is_map()) {
    error(value, "expected " + shape.name + ", a map with keys, " + found(value));
    return false;
  }
  std::vector<std::string> known = shape.required;
  known.insert(known.end(), shape.optional.begin(), shape.optional.end());
  for (std::size_t i = 0; i < value.map.size(); ++i) {
    const std::string& key = value.map[i].first;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    SourcePosition at = value.key_positions[i];
    at.path = path_;
    sink_.error("syntax", std::move(at), "unknown key " + quote(key) + " in " + shape.name, did_you_mean(key, known));
  }
  for (const std::string& key : shape.required)
    if (value.find(key) == nullptr) error(value, "missing key '" + key + "' in " + shape.name);
  return true;
}

std::string FieldReader::text(const Yaml& map, std::string_view key) {
  const Yaml* value = map.find(key);
  if (value == nullptr || value->kind == Yaml::Kind::kNull) return {};
  if (value->is_scalar()) return value->scalar;
  error(*value, "expected a text under " + quote(key) + ", " + found(*value));
  return {};
}

std::string FieldReader::text(const Yaml& map, std::string_view key, const Format& format) {
  std::string text = this->text(map, key);
  if (text.empty() || format.matches(text)) return text;
  error(*map.find(key),
        "expected " + std::string(format.description) + " under " + quote(key) + ", found " + quote(text));
  return {};
}

std::string FieldReader::required(const Yaml& map, std::string_view key, const Format& format) {
  const Yaml* value = map.find(key);
  if (value != nullptr && (value->kind == Yaml::Kind::kNull || (value->is_scalar() && value->scalar.empty())))
    error(*value, "nothing stands under " + quote(key));
  return text(map, key, format);
}

int FieldReader::integer(const Yaml& map, std::string_view key, int fallback, int low, int high) {
  const Yaml* value = map.find(key);
  if (value == nullptr) return fallback;
  const auto number = map.integer(key);
  if (number && *number >= low && *number <= high) return static_cast<int>(*number);
  error(*value, "expected a whole number from " + std::to_string(low) + " to " + std::to_string(high) + " under " +
                    quote(key) + ", " + found(*value));
  return fallback;
}

double FieldReader::decimal(const Yaml& map, std::string_view key, double fallback, double low, double high) {
  const Yaml* value = map.find(key);
  if (value == nullptr) return fallback;
  const std::string& text = value->scalar;
  double number = 0;
  const auto [stop, failed] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (failed == std::errc() && stop == text.data() + text.size() && number >= low && number <= high) return number;
  const auto shown = [](double limit) { return std::to_string(static_cast<int>(limit)); };
  error(*value,
        "expected a number from " + shown(low) + " to " + shown(high) + " under " + quote(key) + ", " + found(*value));
  return fallback;
}

bool FieldReader::flag(const Yaml& map, std::string_view key) {
  const Yaml* value = map.find(key);
  if (value == nullptr) return false;
  if (value->plain && value->scalar == "true") return true;
  if (!value->plain || value->scalar != "false")
    error(*value, "expected true or false under " + quote(key) + ", " + found(*value));
  return false;
}

const std::vector<Yaml>& FieldReader::items(const Yaml& map, std::string_view key) {
  static const std::vector<Yaml> kNone;
  const Yaml* value = map.find(key);
  if (value == nullptr) return kNone;
  if (value->is_list()) return value->list;
  error(*value, "expected a list under " + quote(key) + ", " + found(*value));
  return kNone;
}

std::vector<std::string> FieldReader::texts(const Yaml& map, std::string_view key, const Format& format) {
  std::vector<std::string> all;
  for (const Yaml& item : items(map, key)) {
    if (!item.is_scalar() || !format.matches(item.scalar)) {
      error(item, "expected " + std::string(format.description) + " in the list " + quote(key) + ", " + found(item));
    } else if (std::find(all.begin(), all.end(), item.scalar) != all.end()) {
      error(item, quote(item.scalar) + " stands twice in the list " + quote(key), "remove one of them");
    } else {
      all.push_back(item.scalar);
    }
  }
  return all;
}

std::size_t FieldReader::word(const Yaml& map, std::string_view key, const std::vector<std::string>& words) {
  const Yaml* value = map.find(key);
  if (value == nullptr) return 0;
  const auto it = value->is_scalar() ? std::find(words.begin(), words.end(), value->scalar) : words.end();
  if (it != words.end()) return static_cast<std::size_t>(it - words.begin());
  error(*value, "unknown word under " + quote(key) + ": " + found(*value), did_you_mean(value->scalar, words));
  return 0;
}

}  // namespace kiosk::content
