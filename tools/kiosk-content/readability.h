// How hard a Swedish text is to read, by what can be counted: LIX, words in a sentence, long words, abbreviations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources.h"

namespace kiosk::tool {

struct Word {
  std::string text;
  std::size_t offset_utf8 = 0;
  int letters = 0;
};

// Runs of letters; a hyphen or an apostrophe between letters belongs to the word. Facts are no words.
std::vector<Word> words_in(std::string_view sentence);

// LIX = words / sentences + 100 * words of more than six letters / words (Björnsson 1968). 0 for no words.
double lix(const std::vector<std::string_view>& sentences);

// Hints and warnings (checks "lix", "sentence-length", "long-word", "abbreviation", "paragraph-length", "heading") on
// every page of the part. A word of the glossary may be long.
void check_readability(const SourcePart& part, const SourcePart& core, DiagnosticSink& sink);

}  // namespace kiosk::tool
