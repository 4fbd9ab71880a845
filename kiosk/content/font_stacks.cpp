#include "content/font_stacks.h"

#include <algorithm>

#include "base/file.h"
#include "content/did_you_mean.h"
#include "content/language_fields.h"
#include "content/quote.h"

namespace kiosk::content {

static std::vector<std::string> ids_of(const std::vector<FontFamily>& families) {
  std::vector<std::string> ids;
  for (const FontFamily& family : families) ids.push_back(family.id);
  return ids;
}

static void read_families(const Yaml& root, std::string_view path, FieldReader& fields, FontStacks& stacks) {
  for (const Yaml& item : fields.items(root, "families")) {
    FontFamily family = read_font_family(item, fields);
    if (!family.id.empty() && stacks.find(family.id) != nullptr)
      fields.error(item, "font family " + quote(family.id) + " stands twice", "remove one of them", "duplicate-id");
    stacks.families.push_back(std::move(family));
    stacks.positions.push_back({std::string(path), item.line, item.column});
  }
}

static void read_fallback(const Yaml& root, FieldReader& fields, FontStacks& stacks) {
  stacks.fallback = fields.texts(root, "fallback", kBlockId);
  for (const Yaml& item : fields.items(root, "fallback")) {
    if (!item.is_scalar() || !kBlockId.matches(item.scalar) || stacks.find(item.scalar) != nullptr) continue;
    fields.error(item, "no font family " + quote(item.scalar), did_you_mean(item.scalar, ids_of(stacks.families)));
  }
}

const FontFamily* FontStacks::find(std::string_view id) const {
  const auto it = std::find_if(families.begin(), families.end(), [&](const FontFamily& f) { return f.id == id; });
  return it == families.end() ? nullptr : &*it;
}

std::vector<std::string> FontStacks::stack_of(const Language& language) const {
  std::vector<std::string> stack = language.fonts;
  for (const std::string& id : fallback)
    if (std::find(stack.begin(), stack.end(), id) == stack.end()) stack.push_back(id);
  return stack;
}

std::optional<FontStacks> parse_font_stacks(std::string_view text, std::string_view path, DiagnosticSink& sink) {
  const std::optional<Yaml> root = parse_yaml(text, path, sink);
  if (!root) return std::nullopt;
  const int errors_before = sink.errors();
  FieldReader fields(path, sink);
  static const MapShape kShape{"the font stacks", {"fallback", "families"}, {}};
  FontStacks stacks;
  if (fields.map(*root, kShape)) {
    read_families(*root, path, fields, stacks);
    read_fallback(*root, fields, stacks);
  }
  if (sink.errors() > errors_before) return std::nullopt;
  return stacks;
}

std::optional<FontStacks> load_font_stacks(const std::string& path, DiagnosticSink& sink) {
  const Result<std::string> text = read_file(path, YamlLimits{}.bytes);
  if (text) return parse_font_stacks(*text, path, sink);
  sink.error("syntax", {path, 0, 0}, text.error().message);
  return std::nullopt;
}

}  // namespace kiosk::content
