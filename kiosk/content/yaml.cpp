#include "content/yaml.h"

#include <charconv>

namespace kiosk::content {

Yaml::Yaml() = default;
Yaml::Yaml(const Yaml&) = default;
Yaml::Yaml(Yaml&&) noexcept = default;
Yaml& Yaml::operator=(const Yaml&) = default;
Yaml& Yaml::operator=(Yaml&&) noexcept = default;
Yaml::~Yaml() = default;

const Yaml* Yaml::find(std::string_view key) const {
  for (const auto& [name, value] : map)
    if (name == key) return &value;
  return nullptr;
}

std::string Yaml::text(std::string_view key, std::string_view fallback) const {
  const Yaml* value = find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string(fallback);
}

std::optional<std::int64_t> Yaml::integer(std::string_view key) const {
  const Yaml* value = find(key);
  if (value == nullptr || !value->is_scalar()) return std::nullopt;
  const char* const end = value->scalar.data() + value->scalar.size();
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(value->scalar.data(), end, number, 10);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::vector<std::string> Yaml::texts(std::string_view key) const {
  std::vector<std::string> found;
  if (const Yaml* value = find(key))
    for (const Yaml& item : value->list)
      if (item.is_scalar()) found.push_back(item.scalar);
  return found;
}

Yaml yaml_text(std::string text) {
  Yaml value;
  value.kind = Yaml::Kind::kScalar;
  value.scalar = std::move(text);
  return value;
}

Yaml yaml_number(std::int64_t number) {
  Yaml value = yaml_text(std::to_string(number));
  value.plain = true;
  return value;
}

Yaml yaml_map(std::vector<std::pair<std::string, Yaml>> entries) {
  Yaml value;
  value.kind = Yaml::Kind::kMap;
  value.key_positions.resize(entries.size());
  value.map = std::move(entries);
  return value;
}

Yaml yaml_list(std::vector<Yaml> items) {
  Yaml value;
  value.kind = Yaml::Kind::kList;
  value.list = std::move(items);
  return value;
}

}  // namespace kiosk::content
