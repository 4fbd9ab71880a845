#include <algorithm>
#include <set>

#include "content/language_fields.h"
#include "content/quote.h"
#include "content/tree_parts.h"

namespace kiosk::content {

namespace {

Colours read_colours(const Yaml& value, FieldReader& fields) {
  static const MapShape kShape{"the colours", {"accent", "on-primary", "primary"}, {}};
  if (!fields.map(value, kShape)) return {};
  return {fields.required(value, "primary", kColour), fields.required(value, "on-primary", kColour),
          fields.required(value, "accent", kColour)};
}

std::set<std::string> read_fonts(const Yaml& root, FieldReader& fields, std::vector<FontFamily>& fonts) {
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "fonts")) {
    fonts.push_back(read_font_family(item, fields));
    if (!ids.insert(fonts.back().id).second)
      fields.error(item, "font family " + quote(fonts.back().id) + " stands twice", "remove one of them",
                   "duplicate-id");
  }
  return ids;
}

void read_languages(const Yaml& root, FieldReader& fields, const std::set<std::string>& families, Manifest& manifest) {
  std::set<std::string> tags;
  for (const Yaml& item : fields.items(root, "languages")) {
    const Language& language = manifest.languages.emplace_back(read_language(item, fields));
    if (!tags.insert(language.tag).second)
      fields.error(item, "language " + quote(language.tag) + " stands twice", "remove one of them", "duplicate-id");
    for (const std::string& font : language.fonts)
      if (!families.contains(font))
        fields.error(item, "language " + quote(language.tag) + " names the font family " + quote(font) +
                               ", which 'fonts' does not have");
  }
  if (root.find("languages") != nullptr && manifest.languages.empty())
    fields.error(*root.find("languages"), "a tree needs a language");
}

}  // namespace

Manifest read_manifest(const Yaml& root, FieldReader& fields) {
  // A newer schema has keys that would only be reported as unknown.
  Manifest manifest;
  if (const auto schema = root.integer("schema"); schema && *schema != kTreeSchema) {
    fields.error(*root.find("schema"), "the tree has schema " + std::to_string(*schema) + ", this program reads " +
                                           std::to_string(kTreeSchema));
    return manifest;
  }
  static const MapShape kShape{"a manifest",
                               {"built", "colours", "fonts", "languages", "name", "schema", "site", "version"},
                               {"bundle", "emergency-page", "still", "top-languages"}};
  if (!fields.map(root, kShape)) return manifest;
  manifest.schema = fields.integer(root, "schema", kTreeSchema, kTreeSchema, kTreeSchema);
  manifest.site = fields.required(root, "site", kBlockId);
  manifest.version = fields.text(root, "version");
  manifest.built = fields.text(root, "built", kIsoDate);
  manifest.name = fields.text(root, "name");
  manifest.emergency_page = fields.text(root, "emergency-page", kPageId);
  constexpr int kMostTop = 24;
  manifest.top_languages = fields.integer(root, "top-languages", manifest.top_languages, 0, kMostTop);
  manifest.still = fields.flag(root, "still");
  if (const Yaml* colours = root.find("colours")) manifest.colours = read_colours(*colours, fields);
  const std::set<std::string> families = read_fonts(root, fields, manifest.fonts);
  read_languages(root, fields, families, manifest);
  return manifest;
}

}  // namespace kiosk::content
