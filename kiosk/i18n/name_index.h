// Names of languages as a reader looks for them in a long list: their order, their first letters, and what is typed
// against them. Marks, case and encoding do not matter; the letters' scripts follow each other as in CLDR's root order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::i18n {

// Indices into `names`: scripts together (Latin, Greek, Cyrillic, … as CLDR's root collation has them), by letter in
// each.
std::vector<std::size_t> in_root_order(const std::vector<std::string>& names);

// The first letter of a name without its marks, as a capital where the script has them ("íslenska" -> "I"); empty when
// the name has no letter.
std::string initial_of(std::string_view name);

// Whether a word of the name begins with what was typed; blanks around it are nothing, and an empty text fits all.
bool begins_a_word(std::string_view name, std::string_view typed);

}  // namespace kiosk::i18n
