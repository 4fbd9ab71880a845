#include "easy_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "i18n/character.h"
#include "inline_markup.h"
#include "readability.h"

namespace kiosk::tool {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
// § # & < > / and the marks of footnotes.
constexpr std::u32string_view kHardSigns = U"\u00A7#&<>/*\u2020\u2021\u00B9\u00B2\u00B3";
constexpr int kLettersOfAnAbbreviation = 4;  // at most: SFI, IKEA

bool is_in_capitals(const Word& word) {
  if (word.letters < 2) return false;
  for (std::size_t i = 0; i < word.text.size();) {
    const Decoded d = decode_utf8(word.text, i);
    if (i18n::is_letter(d.character) && !i18n::is_upper_case(d.character)) return false;
    i += d.length;
  }
  return true;
}

void check_signs(const InlinePart& part, std::vector<UnitFinding>& found) {
  int open = 0;
  for (std::size_t i = 0; i < part.text.size();) {
    const Decoded d = decode_utf8(part.text, i);
    const std::size_t at = part.offset_utf8 + i;
    const std::string sign = part.text.substr(i, d.length);
    if (d.character == kSoftHyphen)
      found.push_back({"soft-hyphen", Severity::kError, at, "a soft hyphen (U+00AD)",
                       "delete it; easy text breaks between words alone"});
    if (kHardSigns.find(d.character) != std::u32string_view::npos)
      found.push_back({"sign", Severity::kWarning, at, "the sign '" + sign + "' is hard to read", "say it in words"});
    if (d.character == U'(' && ++open > 1)
      found.push_back(
          {"sign", Severity::kWarning, at, "a bracket inside a bracket", "make a sentence of its own of it"});
    if (d.character == U')') --open;
    i += d.length;
  }
}

void check_capitals(std::string_view sentence, std::vector<UnitFinding>& found) {
  const Word* before = nullptr;
  const std::vector<Word> words = words_in(sentence);
  for (const Word& word : words) {
    const bool capitals = is_in_capitals(word);
    const bool beside = before != nullptr && before->offset_utf8 + before->text.size() + 1 == word.offset_utf8;
    if (capitals && (word.letters > kLettersOfAnAbbreviation || beside))
      found.push_back({"capitals", Severity::kError, word.offset_utf8, "'" + word.text + "' is written in capitals",
                       "write it in small letters; **bold** is for the word that matters"});
    before = capitals ? &word : nullptr;
  }
}

}  // namespace

std::vector<UnitFinding> check_easy_text(std::string_view sentence) {
  std::vector<UnitFinding> found;
  for (const InlinePart& part : parse_inline(sentence).parts)
    if (part.kind == InlinePart::Kind::kText) check_signs(part, found);
  check_capitals(sentence, found);
  return found;
}

}  // namespace kiosk::tool
