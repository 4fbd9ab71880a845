#include "i18n/message.h"

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/plurrule.h>

#include <algorithm>
#include <memory>
#include <set>

#include "i18n/locale.h"

namespace kiosk::i18n {

namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(normalise_tag(tag), status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

icu::Formattable formattable(const Argument& argument) {
  if (const auto* number = std::get_if<std::int64_t>(&argument)) return icu::Formattable(*number);
  return icu::Formattable(u"\u2068" + icu::UnicodeString::fromUTF8(std::get<std::string>(argument)) + u"\u2069");
}

}  // namespace

std::string format_message(std::string_view locale, std::string_view pattern, const Arguments& arguments) {
  if (pattern.find_first_of("{'") == std::string_view::npos) return std::string(pattern);
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), locale_of(locale), where, status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, argument] : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    values.push_back(formattable(argument));
  }
  icu::UnicodeString out;
  if (U_SUCCESS(status)) format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), out, status);
  return U_SUCCESS(status) ? to_utf8(out) : std::string(pattern);
}

Result<MessageArguments> validate_message(std::string_view locale, std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(pattern);
  const icu::MessagePattern parsed(text, &where, status);
  if (U_FAILURE(status)) return fail("not a valid message near character " + std::to_string(where.offset + 1));
  const icu::MessageFormat format(text, locale_of(locale), where, status);
  if (U_FAILURE(status)) return fail("not a valid message: " + std::string(u_errorName(status)));
  std::set<std::string> names, plural_names, categories;
  bool in_plural = false;
  std::string last_name;
  for (int32_t i = 0; i < parsed.countParts(); ++i) {
    const icu::MessagePattern::Part& part = parsed.getPart(i);
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_ARG_START:
        in_plural = part.getArgType() == UMSGPAT_ARG_TYPE_PLURAL || part.getArgType() == UMSGPAT_ARG_TYPE_SELECTORDINAL;
        break;
      case UMSGPAT_PART_TYPE_ARG_NAME:
      case UMSGPAT_PART_TYPE_ARG_NUMBER:
        last_name = to_utf8(parsed.getSubstring(part));
        names.insert(last_name);
        if (in_plural) plural_names.insert(last_name);
        break;
      case UMSGPAT_PART_TYPE_ARG_SELECTOR: {
        const std::string selector = to_utf8(parsed.getSubstring(part));
        static const std::set<std::string> kCategories{"zero", "one", "two", "few", "many", "other"};
        if (!plural_names.empty() && kCategories.contains(selector)) categories.insert(selector);
        break;
      }
      default:
        break;
    }
  }
  return MessageArguments{
      {names.begin(), names.end()}, {plural_names.begin(), plural_names.end()}, {categories.begin(), categories.end()}};
}

std::vector<std::string> integer_plural_categories(std::string_view locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale_of(locale), status));
  std::set<std::string> reached;
  constexpr int32_t kEnough =
      200;  // every CLDR rule for whole numbers shows itself below this, but for "many" at a million
  for (int32_t n = 0; U_SUCCESS(status) && n <= kEnough; ++n) reached.insert(to_utf8(rules->select(n)));
  return {reached.begin(), reached.end()};
}

}  // namespace kiosk::i18n
