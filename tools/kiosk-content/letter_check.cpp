#include "letter_check.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "i18n/character.h"
#include "readability.h"

namespace kiosk::tool {
namespace {

constexpr int kEnoughLetters = 4;  // fewer say nothing of a text's script
// A Swedish word in brackets after a short Chinese one outnumbers it; a text in a wrong script has hardly any letter of
// its own.
constexpr int kMostForeign = 8;

std::string shown(char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = "'";
  append_utf8(out, c);
  out += "' (U+";
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) out += kHex[c >> shift & 0xF];
  return out + ")";
}

// Letters of Arabic keyboards in languages that have their own, and the other way round.
struct LookAlike {
  std::string_view languages;  // between spaces
  char32_t found, meant;
};
constexpr std::array<LookAlike, 6> kArabicLookAlikes = {{{" fa fa-AF prs ur ckb ", 0x0643, 0x06A9},
                                                         {" fa fa-AF prs ur ckb ", 0x064A, 0x06CC},
                                                         {" ur ", 0x0647, 0x06C1},
                                                         {" ar ", 0x06A9, 0x0643},
                                                         {" ar ", 0x06CC, 0x064A},
                                                         {" ar ", 0x06C1, 0x0647}}};

enum class Ending { kNone, kStop, kQuestion, kExclamation, kColon };

// Greek asks with a semicolon; Armenian puts its mark on the vowel that is stressed, inside the sentence.
bool asks(std::string_view text, char32_t last, std::string_view script) {
  if (script == "Grek") return last == U';' || last == U'\u037E';
  return script == "Armn" && text.find("\u055E") != std::string_view::npos;
}

Ending ending_of(std::string_view text, std::string_view script = {}) {
  constexpr std::u32string_view kStops = U"։.。．｡।۔።။។།᠃", kQuestions = U"?？؟፧՞", kExclamations = U"!！՜",
                                kColons = U":：፦፡՝";
  char32_t last = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    i += d.length;
    constexpr std::u32string_view kAfter = U" \u00A0\"'”’»)]*\u200E\u200F\u2069";
    if (kAfter.find(d.character) == std::u32string_view::npos) last = d.character;
  }
  const auto in = [&](std::u32string_view set) { return set.find(last) != std::u32string_view::npos; };
  if (asks(text, last, script)) return Ending::kQuestion;
  if (in(kStops)) return Ending::kStop;
  if (in(kQuestions)) return Ending::kQuestion;
  if (in(kExclamations)) return Ending::kExclamation;
  return in(kColons) ? Ending::kColon : Ending::kNone;
}

const char* mark_of(Ending ending) {
  switch (ending) {
    case Ending::kStop:
      return "a full stop";
    case Ending::kQuestion:
      return "a question mark";
    case Ending::kExclamation:
      return "an exclamation mark";
    case Ending::kColon:
      return "a colon";
    case Ending::kNone:
      return "no mark";
  }
  return "no mark";
}

}  // namespace

LetterCheck::LetterCheck(const content::Language& language)
    : tag_(language.tag), script_(language.script), letters_(language.tag, language.script) {
  constexpr std::array<std::string_view, 5> kWithoutStop = {"Thai", "Laoo", "Khmr", "Mymr", "Tibt"};
  no_end_marks_ = std::find(kWithoutStop.begin(), kWithoutStop.end(), language.script) != kWithoutStop.end();
}

std::vector<UnitFinding> LetterCheck::check(const Unit& unit, std::string_view text) const {
  std::vector<UnitFinding> found;
  const auto warn = [&](const char* check, std::size_t offset, std::string message, std::string hint) {
    found.push_back({check, Severity::kWarning, offset, std::move(message), std::move(hint)});
  };
  if (unit.message && unit.source.find('{') != std::string::npos) return found;  // words and syntax are mixed

  int letters = 0, own = 0;
  std::vector<std::string> source_words;
  for (const Word& word : words_in(unit.source)) source_words.push_back(word.text);
  for (const Word& word : words_in(text)) {
    const bool name = std::find(source_words.begin(), source_words.end(), word.text) != source_words.end();
    if (name) continue;
    bool latin = false, cyrillic = false, greek = false, mixed = false;
    for (std::size_t i = 0; i < word.text.size();) {
      const Decoded d = decode_utf8(word.text, i);
      const char32_t c = d.character;
      const std::size_t offset = word.offset_utf8 + i;
      i += d.length;
      if (c == U'-' || c == 0x2011) latin = cyrillic = greek = false;  // each part of a compound has its own script
      if (!i18n::is_letter(c)) continue;
      ++letters;
      own += letters_.in_script(c);
      const i18n::Alphabet alphabet = i18n::alphabet_of(c);
      latin = latin || alphabet == i18n::Alphabet::kLatin;
      cyrillic = cyrillic || alphabet == i18n::Alphabet::kCyrillic;
      greek = greek || alphabet == i18n::Alphabet::kGreek;
      mixed = mixed || latin + cyrillic + greek > 1;
      for (const LookAlike& pair : kArabicLookAlikes)
        if (pair.found == d.character && pair.languages.find(" " + tag_ + " ") != std::string_view::npos)
          warn("look-alike", offset, shown(d.character) + " looks like " + shown(pair.meant),
               "write the letter of the language's own keyboard");
      constexpr std::u32string_view kSwedish = U"åäöéÅÄÖÉ";  // in names of Swedish places and authorities
      const bool foreign = letters_.has_exemplars() && letters_.in_script(c) && !letters_.is_exemplar(c) &&
                           kSwedish.find(d.character) == std::u32string_view::npos;
      if (foreign)
        warn("exemplar", offset, tag_ + " does not have the letter " + shown(d.character),
             "is it the right language, and the right letter?");
    }
    if (mixed)
      warn("look-alike", word.offset_utf8, "'" + word.text + "' mixes letters of two scripts",
           "type the word anew with one keyboard");
  }
  if (letters >= kEnoughLetters && letters_.has_script() && own * kMostForeign < letters)
    warn("script", 0, "the text is not in the script of " + tag_, "is it a translation into another language?");

  const Ending expected = ending_of(unit.source), ending = ending_of(text, script_);
  const bool unwritten =
      no_end_marks_ && (expected == Ending::kStop || expected == Ending::kQuestion) && ending == Ending::kNone;
  if (expected != ending && !unwritten)
    warn("punctuation", 0,
         std::string("the text ends with ") + mark_of(ending) + ", the source with " + mark_of(expected),
         "end the sentence as the source does");
  return found;
}

}  // namespace kiosk::tool
