// What `new` writes: a page, a site's files, a language, each correct from the start and with comments that say what
// goes where. Pure text; new.cpp looks at the project and writes. The page is a conforming template (EN 301
// 549 11.8.5): what an author makes of it keeps headings, language and order of reading.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "words.h"

namespace kiosk::tool {

// Comments are in the words' language, the page's own text in Swedish.
std::string page_template(std::string_view id, std::string_view valid_from, std::string_view review_by,
                          const Words& words);

// Whether a Swedish text is still the template's own, which nobody should publish.
bool is_template_text(std::string_view text);

// A site's files by name, relative to its folder. `emergency_page` may be empty.
std::map<std::string, std::string> site_template(std::string_view id, const std::vector<std::string>& languages,
                                                 std::string_view emergency_page, const Words& words);

struct NewLanguage {
  std::string tag, autonym, name_sv, name_en, script, format_locale, digits;
  std::vector<std::string> chain, fonts, plural_forms;
  double line_height = 1.5;
};
std::string language_template(const NewLanguage& language, const Words& words);

}  // namespace kiosk::tool
