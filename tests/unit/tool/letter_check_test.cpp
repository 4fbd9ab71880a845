#include "letter_check.h"

#include <gtest/gtest.h>

namespace kiosk::tool {
namespace {

struct Case {
  const char *tag, *script, *source, *text, *expected;
};

const Case kCases[] = {
    {"en", "Latn", "Ring oss.", "Call us.", ""},
    {"en", "Latn", "Ring oss.", "Позвоните нам.", "script: the text is not in the script of en"},
    {"ar", "Arab", "Kommunen hjälper dig.", "The municipality helps you.",
     "script: the text is not in the script of ar"},
    {"zh-Hans", "Hans", "Gymnasieskola", "高中（gymnasieskola）", ""},
    {"uk", "Cyrl", "Ditt ID-kort.", "Ваша ID-картка.", ""},
    {"uk", "Cyrl", "Ring nu.", "Телeфонуйте зараз.", "look-alike: 'Телeфонуйте' mixes letters of two scripts"},
    {"fa", "Arab", "En bok.", "يک کتاب.", "look-alike: 'ي' (U+064A) looks like 'ی' (U+06CC)"},
    {"tr", "Latn", "Ett ord.", "Bir ŧoktasız kelime.", "exemplar: tr does not have the letter 'ŧ' (U+0167)"},
    {"tr", "Latn", "Bo i Västerås.", "Västerås şehrinde oturmak.", ""},
    {"uk", "Cyrl", "Ett ord.", "Одне слово ђ.", "exemplar: uk does not have the letter 'ђ' (U+0452)"},
    {"en", "Latn", "Är du sjuk?", "You are ill.",
     "punctuation: the text ends with a full stop, the source with a question mark"},
    {"en", "Latn", "Hej.", "Hi", "punctuation: the text ends with no mark, the source with a full stop"},
    {"ar", "Arab", "Är du sjuk?", "هل أنت مريض؟", ""},
    {"hi", "Deva", "Vi hjälper dig.", "हम मदद करते हैं।", ""},
    {"zh-Hans", "Hans", "Läs **här**.", "请看**这里**。", ""},
    {"th", "Thai", "Är du sjuk?", "คุณป่วยไหม", ""},
};

TEST(LetterCheck, WarnsOfOtherScriptsLettersAndEndings) {
  for (const Case& c : kCases) {
    content::Language language;
    language.tag = c.tag;
    language.script = c.script;
    const Unit unit{"p#a", c.source, {}, {{"p.md", 1, 1}}, "p", "a", false};
    std::string all;
    for (const UnitFinding& f : LetterCheck(language).check(unit, c.text)) {
      EXPECT_EQ(f.severity, Severity::kWarning);
      all += (all.empty() ? "" : "\n") + f.check + ": " + f.message;
    }
    EXPECT_EQ(all, c.expected) << c.text;
  }
}

}  // namespace
}  // namespace kiosk::tool
