#include "letter_check.h"

#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "i18n/locale.h"
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

// Scripts that a language's ISO 15924 code stands for.
std::vector<UScriptCode> scripts_of(const std::string& script) {
  if (script == "Hans" || script == "Hant") return {USCRIPT_HAN};
  if (script == "Jpan") return {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};
  if (script == "Kore") return {USCRIPT_HANGUL, USCRIPT_HAN};
  UErrorCode status = U_ZERO_ERROR;
  std::array<UScriptCode, 4> codes{};
  const int32_t count = uscript_getCode(script.c_str(), codes.data(), static_cast<int32_t>(codes.size()), &status);
  if (U_FAILURE(status)) return {};
  return {codes.begin(), codes.begin() + count};
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

Ending ending_of(std::string_view text) {
  constexpr std::u32string_view kStops = U".。．｡।۔።။។།᠃", kQuestions = U"?？؟፧՞", kExclamations = U"!！՜",
                                kColons = U":：፦፡";
  char32_t last = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    i += d.length;
    constexpr std::u32string_view kAfter = U" \u00A0\"'”’»)]*\u200E\u200F\u2069";
    if (kAfter.find(d.character) == std::u32string_view::npos) last = d.character;
  }
  const auto in = [&](std::u32string_view set) { return set.find(last) != std::u32string_view::npos; };
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

struct LetterCheck::Data {
  std::string tag;
  std::vector<UScriptCode> scripts;
  icu::UnicodeSet letters;    // main, auxiliary and index exemplars in both cases; empty where CLDR has none
  bool no_end_marks = false;  // the script does not write full stops and question marks
};

LetterCheck::LetterCheck(const content::Language& language) : data_(std::make_unique<Data>()) {
  data_->tag = language.tag;
  data_->scripts = scripts_of(language.script);
  constexpr std::array<std::string_view, 5> kWithoutStop = {"Thai", "Laoo", "Khmr", "Mymr", "Tibt"};
  data_->no_end_marks = std::find(kWithoutStop.begin(), kWithoutStop.end(), language.script) != kWithoutStop.end();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, decltype(&ulocdata_close)> data(
      ulocdata_open(i18n::normalise_tag(language.tag).c_str(), &status), ulocdata_close);
  // Chinese and Korean write more characters than CLDR lists; a locale that CLDR lacks answers with root's data.
  const bool listed = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING && data_->scripts.size() == 1 &&
                      data_->scripts.front() != USCRIPT_HAN;
  if (!listed) return;
  for (const ULocaleDataExemplarSetType type : {ULOCDATA_ES_STANDARD, ULOCDATA_ES_AUXILIARY, ULOCDATA_ES_INDEX}) {
    UErrorCode got = U_ZERO_ERROR;
    icu::UnicodeSet set;
    ulocdata_getExemplarSet(data.get(), set.toUSet(), USET_ADD_CASE_MAPPINGS, type, &got);
    if (U_FAILURE(got) || got == U_USING_DEFAULT_WARNING) continue;
    // Strings such as "{ch}" stand for their letters.
    const int32_t ranges = uset_getItemCount(set.toUSet());
    for (int32_t i = 0; i < ranges; ++i) {
      std::array<UChar, 16> text{};
      UChar32 start = 0, end = 0;
      UErrorCode read = U_ZERO_ERROR;
      const int32_t length =
          uset_getItem(set.toUSet(), i, &start, &end, text.data(), static_cast<int32_t>(text.size()), &read);
      if (length == 0)
        data_->letters.add(start, end);
      else if (U_SUCCESS(read))
        data_->letters.addAll(icu::UnicodeString(text.data(), length));
    }
  }
}

LetterCheck::~LetterCheck() = default;
LetterCheck::LetterCheck(LetterCheck&&) noexcept = default;

std::vector<UnitFinding> LetterCheck::check(const Unit& unit, std::string_view text) const {
  std::vector<UnitFinding> found;
  const auto warn = [&](const char* check, std::size_t offset, std::string message, std::string hint) {
    found.push_back({check, Severity::kWarning, offset, std::move(message), std::move(hint)});
  };
  const auto of_language = [&](UChar32 c) {
    return std::any_of(data_->scripts.begin(), data_->scripts.end(),
                       [&](UScriptCode s) { return uscript_hasScript(c, s); });
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
      const auto c = static_cast<UChar32>(d.character);
      const std::size_t offset = word.offset_utf8 + i;
      i += d.length;
      if (c == U'-' || c == 0x2011) latin = cyrillic = greek = false;  // each part of a compound has its own script
      if (!u_isalpha(c)) continue;
      ++letters;
      own += of_language(c);
      UErrorCode status = U_ZERO_ERROR;
      const UScriptCode script = uscript_getScript(c, &status);
      latin = latin || script == USCRIPT_LATIN;
      cyrillic = cyrillic || script == USCRIPT_CYRILLIC;
      greek = greek || script == USCRIPT_GREEK;
      mixed = mixed || latin + cyrillic + greek > 1;
      for (const LookAlike& pair : kArabicLookAlikes)
        if (pair.found == d.character && pair.languages.find(" " + data_->tag + " ") != std::string_view::npos)
          warn("look-alike", offset, shown(d.character) + " looks like " + shown(pair.meant),
               "write the letter of the language's own keyboard");
      constexpr std::u32string_view kSwedish = U"åäöéÅÄÖÉ";  // in names of Swedish places and authorities
      const bool foreign = !data_->letters.isEmpty() && of_language(c) && !data_->letters.contains(c) &&
                           kSwedish.find(d.character) == std::u32string_view::npos;
      if (foreign)
        warn("exemplar", offset, data_->tag + " does not have the letter " + shown(d.character),
             "is it the right language, and the right letter?");
    }
    if (mixed)
      warn("look-alike", word.offset_utf8, "'" + word.text + "' mixes letters of two scripts",
           "type the word anew with one keyboard");
  }
  if (letters >= kEnoughLetters && !data_->scripts.empty() && own * kMostForeign < letters)
    warn("script", 0, "the text is not in the script of " + data_->tag, "is it a translation into another language?");

  const Ending expected = ending_of(unit.source), ending = ending_of(text);
  const bool unwritten =
      data_->no_end_marks && (expected == Ending::kStop || expected == Ending::kQuestion) && ending == Ending::kNone;
  if (expected != ending && !unwritten)
    warn("punctuation", 0,
         std::string("the text ends with ") + mark_of(ending) + ", the source with " + mark_of(expected),
         "end the sentence as the source does");
  return found;
}

}  // namespace kiosk::tool
