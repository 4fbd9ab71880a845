// Languages as ICU knows them: which locale formats a tag, which way its script runs. Tags themselves stay BCP 47.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::i18n {

// Call once at start: where ICU has no data for a locale it falls back to the process's default, which would be the
// machine's. Root instead (REQUIREMENTS H10).
void use_root_locale();

// The tag by which ICU has data: prs -> fa-AF, kmr -> ku, tl -> fil, sh -> sr-Latn, iw -> he, mo -> ro (H9). Others as
// they are.
std::string normalise_tag(std::string_view tag);

// From the script (ISO 15924), never from a list of languages (H6).
bool is_right_to_left_script(std::string_view script);

// The script a tag names or, failing that, CLDR's likely one ("ar" -> "Arab", "aii-Syrc" -> "Syrc"); "Zyyy" when
// unknown.
std::string script_of(std::string_view tag);

// The language's name in the reader's language ("Schwedisch"); empty where CLDR has none.
std::string language_name(std::string_view tag, std::string_view reader_locale);

// CLDR's numbering system for running text ("arab", "latn").
std::string default_digits(std::string_view tag);

}  // namespace kiosk::i18n
