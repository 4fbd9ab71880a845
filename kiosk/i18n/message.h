// ICU MessageFormat for the kiosk's own words and for notices. Page text is never a message.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace kiosk::i18n {

// A text argument is shown as a first-strong isolate (FSI … PDI), so that a name in another script cannot turn the
// sentence round it (UAX 9, REQUIREMENTS H8). Numbers are written in the locale's digits.
using Argument = std::variant<std::string, std::int64_t>;
using Arguments = std::map<std::string, Argument, std::less<>>;

// A message that cannot be formatted is returned as its pattern: never a blank label.
std::string format_message(std::string_view locale, std::string_view pattern, const Arguments& arguments = {});

// What a message asks for; two messages agree when these are equal.
struct MessageArguments {
  std::vector<std::string> names;              // sorted, unique
  std::vector<std::string> plural_names;       // those that choose by plural or selectordinal
  std::vector<std::string> plural_categories;  // used by any of them, sorted, unique
  bool operator==(const MessageArguments&) const = default;
};

// Error says what is wrong with the syntax, with ICU's offset in characters.
[[nodiscard]] Result<MessageArguments> validate_message(std::string_view locale, std::string_view pattern);

// The plural categories that whole numbers reach in a locale (CLDR), sorted.
std::vector<std::string> integer_plural_categories(std::string_view locale);

}  // namespace kiosk::i18n
