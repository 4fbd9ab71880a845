// What ICU keeps for good of a language once it is used: names of months and days, digits, plural rules, the weights of
// its letters. Some 70 KB each, 2.6 MB for Chinese, in many small blocks.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::i18n {

// Has ICU read it now. `name`: the language's own, a sample of its writing; `format_locale`: of times and numbers;
// `collation`: one that ICU has rules for (collation_locale). From any thread.
void load_language_data(std::string_view tag, const std::string& name, std::string_view format_locale,
                        std::string_view collation);

}  // namespace kiosk::i18n
