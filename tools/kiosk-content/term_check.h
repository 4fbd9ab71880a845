// One thing, one word (REQUIREMENTS G15). Swedish: a synonym that glossary.yaml says to avoid is a warning.
// Translations: where the Swedish sentence has a word of the glossary, in any of its forms, as a whole word, the
// language's own translation of that word is looked for; where it is not there, that is a hint.
//
// Languages inflect, put articles and prepositions on words, and say things another way. So a word counts as there when
// its stem stands anywhere in the text: its first grapheme clusters, three in five of them, at least two. Of a term of
// several words the longest is looked for; parts in brackets or between slashes are other ways to say it, and so is the
// Swedish word itself, which names of authorities keep.
#pragma once

#include "translations.h"

namespace kiosk::tool {

// The first three fifths of a word's grapheme clusters, lower case; the whole word when it has one or two.
std::string stem_of(std::string_view word);

// In lower case, between anything that is no letter.
bool has_whole_words(std::string_view text, std::string_view words);

void check_source_terms(const Sources& sources, const std::vector<Domain>& domains, DiagnosticSink& sink);
void check_translated_terms(const Sources& sources, const std::vector<Domain>& domains,
                            const Translations& translations, DiagnosticSink& sink);

}  // namespace kiosk::tool
