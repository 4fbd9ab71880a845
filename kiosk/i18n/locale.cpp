#include "i18n/locale.h"

#include <unicode/locid.h>
#include <unicode/numsys.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>
#include <utility>

namespace kiosk::i18n {

void use_root_locale() {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale::setDefault(icu::Locale::getRoot(), status);
}

std::string normalise_tag(std::string_view tag) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAliases{
      {{"prs", "fa-AF"}, {"kmr", "ku"}, {"tl", "fil"}, {"sh", "sr-Latn"}, {"iw", "he"}, {"mo", "ro"}}};
  const std::string_view language = tag.substr(0, tag.find('-'));
  for (const auto& [from, to] : kAliases)
    if (language == from) return std::string(to) + std::string(tag.substr(language.size()));
  return std::string(tag);
}

bool is_right_to_left_script(std::string_view script) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode codes[4];
  const int n = uscript_getCode(std::string(script).c_str(), codes, 4, &status);
  return U_SUCCESS(status) && n == 1 && uscript_isRightToLeft(codes[0]);
}

std::string script_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(normalise_tag(tag), status);
  locale.addLikelySubtags(status);
  if (U_FAILURE(status) || !locale.getScript()[0]) return "Zyyy";
  return locale.getScript();
}

std::string language_name(std::string_view tag, std::string_view reader_locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale language = icu::Locale::forLanguageTag(normalise_tag(tag), status);
  const icu::Locale reader = icu::Locale::forLanguageTag(normalise_tag(reader_locale), status);
  if (U_FAILURE(status)) return {};
  icu::UnicodeString name;
  language.getDisplayName(reader, name);
  std::string out;
  name.toUTF8String(out);
  // Without data ICU answers with the code itself.
  return out == language.getLanguage() ? std::string() : out;
}

std::string default_digits(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(normalise_tag(tag), status);
  const std::unique_ptr<icu::NumberingSystem> digits(icu::NumberingSystem::createInstance(locale, status));
  return U_FAILURE(status) || digits == nullptr || digits->isAlgorithmic() ? "latn" : digits->getName();
}

}  // namespace kiosk::i18n
