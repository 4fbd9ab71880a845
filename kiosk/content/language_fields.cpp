#include "content/language_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kiosk::content {

static Yaml text_list(const std::vector<std::string>& texts) {
  std::vector<Yaml> items;
  for (const std::string& text : texts) items.push_back(yaml_text(text));
  return yaml_list(std::move(items));
}

// The shortest digits that read back as the same number.
static Yaml decimal(double number) {
  std::array<char, 32> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  Yaml value = yaml_text(error == std::errc() ? std::string(digits.data(), end) : "1.5");
  value.plain = true;
  return value;
}

static bool any_text(std::string_view text) { return !text.empty(); }
static constexpr Format kAnyText{any_text, "a text"};

Language read_language(const Yaml& value, FieldReader& fields) {
  static const MapShape kShape{"a language",
                               {"autonym", "digits", "fonts", "format-locale", "name-en", "name-sv", "script", "tag"},
                               {"chain", "greeting", "keyboard", "line-height", "voice"}};
  Language language;
  if (!fields.map(value, kShape)) return language;
  language.tag = fields.required(value, "tag", kLanguageTag);
  language.autonym = fields.required(value, "autonym", kAnyText);
  language.name_sv = fields.required(value, "name-sv", kAnyText);
  language.name_en = fields.required(value, "name-en", kAnyText);
  language.script = fields.required(value, "script", kScript);
  language.format_locale = fields.required(value, "format-locale", kFormatLocale);
  language.digits = fields.required(value, "digits", kDigits);
  language.chain = fields.texts(value, "chain", kLanguageTag);
  language.fonts = fields.texts(value, "fonts", kBlockId);
  language.line_height = fields.decimal(value, "line-height", 1.5, 1, 4);
  language.voice = fields.text(value, "voice", kVoice);
  language.keyboard = fields.text(value, "keyboard", kBlockId);
  language.greeting = fields.text(value, "greeting");
  if (value.find("fonts") != nullptr && language.fonts.empty())
    fields.error(*value.find("fonts"), "a language needs a font");
  const bool names_itself =
      std::find(language.chain.begin(), language.chain.end(), language.tag) != language.chain.end();
  if (names_itself) fields.error(*value.find("chain"), "a language cannot fall back to itself");
  return language;
}

Yaml language_to_yaml(const Language& language) {
  std::vector<std::pair<std::string, Yaml>> entries{{"autonym", yaml_text(language.autonym)},
                                                    {"chain", text_list(language.chain)},
                                                    {"digits", yaml_text(language.digits)},
                                                    {"fonts", text_list(language.fonts)},
                                                    {"format-locale", yaml_text(language.format_locale)},
                                                    {"line-height", decimal(language.line_height)},
                                                    {"name-en", yaml_text(language.name_en)},
                                                    {"name-sv", yaml_text(language.name_sv)},
                                                    {"script", yaml_text(language.script)},
                                                    {"tag", yaml_text(language.tag)},
                                                    {"voice", yaml_text(language.voice)}};
  if (!language.greeting.empty()) entries.emplace_back("greeting", yaml_text(language.greeting));
  if (!language.keyboard.empty()) entries.emplace_back("keyboard", yaml_text(language.keyboard));
  return yaml_map(std::move(entries));
}

FontFamily read_font_family(const Yaml& value, FieldReader& fields) {
  static const MapShape kShape{"a font family", {"bold", "id", "package", "regular"}, {}};
  FontFamily family;
  if (!fields.map(value, kShape)) return family;
  family.id = fields.required(value, "id", kBlockId);
  family.regular = fields.required(value, "regular", kFontFile);
  family.bold = fields.required(value, "bold", kFontFile);
  family.package = fields.required(value, "package", kPackageName);
  return family;
}

Yaml font_family_to_yaml(const FontFamily& family) {
  return yaml_map({{"bold", yaml_text(family.bold)},
                   {"id", yaml_text(family.id)},
                   {"package", yaml_text(family.package)},
                   {"regular", yaml_text(family.regular)}});
}

}  // namespace kiosk::content
