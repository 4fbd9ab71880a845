// Any bytes as YAML: refused with a place, or read; and what was read comes back the same from its own text.
#include <cstdint>

#include "base/check.h"
#include "content/yaml.h"

using kiosk::content::Yaml;

static bool same(const Yaml& a, const Yaml& b);

static bool same_entries(const Yaml& a, const Yaml& b) {
  for (const auto& [key, value] : a.map) {
    const Yaml* other = b.find(key);
    if (other == nullptr || !same(value, *other)) return false;
  }
  return a.map.size() == b.map.size();
}

static bool same(const Yaml& a, const Yaml& b) {
  if (a.kind != b.kind || a.scalar != b.scalar || a.list.size() != b.list.size()) return false;
  for (std::size_t i = 0; i < a.list.size(); ++i)
    if (!same(a.list[i], b.list[i])) return false;
  return same_entries(a, b);
}

// The writer leaves plain texts bare, which is for numbers and true and false alone.
static void quote_all(Yaml& value) {
  value.plain = false;
  for (Yaml& item : value.list) quote_all(item);
  for (auto& entry : value.map) quote_all(entry.second);
}

static void check_places(const Yaml& value) {
  KIOSK_CHECK(value.line >= 1 && value.column >= 1);
  KIOSK_CHECK(value.key_positions.size() == value.map.size());
  for (const Yaml& item : value.list) check_places(item);
  for (const auto& entry : value.map) check_places(entry.second);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  kiosk::DiagnosticSink sink;
  std::optional<Yaml> value = kiosk::content::parse_yaml(text, "f.yaml", sink);
  KIOSK_CHECK(value.has_value() == sink.all().empty());
  if (!value) {
    KIOSK_CHECK(sink.errors() == 1 && sink.all()[0].at.line >= 1 && sink.all()[0].at.column >= 1);
    return 0;
  }
  check_places(*value);
  quote_all(*value);
  const std::string written = kiosk::content::write_yaml(*value);
  const auto back = kiosk::content::parse_yaml(written, "g.yaml");
  // Escapes and indentation make a text longer, so that what was read at the limit may be over it when written.
  if (back) KIOSK_CHECK(same(*value, *back) && kiosk::content::write_yaml(*back) == written);
  if (!back) KIOSK_CHECK(size > 10'000);
  return 0;
}
