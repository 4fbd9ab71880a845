#include "unit_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "inline_markup.h"
#include "literals.h"
#include "numbers.h"
#include "readability.h"

namespace kiosk::tool {
namespace {

using testing::ElementsAre;

std::string found_in(const std::string& source, const std::string& text, const char* language, bool message = false) {
  const Unit unit{"p#a", source, {}, {{"p.md", 1, 1}}, "p", "a", message};
  std::string all;
  for (const UnitFinding& f : check_unit(unit, text, language))
    all += (all.empty() ? "" : "\n") + std::string(to_string(f.severity)) + " " + f.check + ": " + f.message;
  return all;
}

struct Case {
  const char *source, *text, *language, *expected;
};

const Case kTexts[] = {
    {"Ring {tel_1177} nu.", "Call {tel_1177} now.", "en", ""},
    {"Ring {tel_1177} nu.", "Call {tel_112} now.", "en",
     "error placeholder: the fact 'tel_1177' of the source is missing; 'tel_112' is not in the source"},
    {"Ring {tel_1177} nu.", "Call {tel_1177 now.", "en", "error placeholder: a '{' that names no fact"},
    {"Vänta i 5 minuter.", "انتظر ٥ دقائق.", "ar", ""},
    {"Vänta i 5 minuter.", "انتظر ٦ دقائق.", "ar",
     "error number: the number '5' of the source is missing; '6' is not in the source"},
    {"Det kostar 1 000 kronor.", "It costs 1,000 kronor.", "en", ""},
    {"Öppet 8.30–16.", "Open 8:30–16.", "en", ""},
    {"Ett **viktigt** ord.", "An important word.", "en", "error tag: 0 bold parts, the source has 1"},
    {"Ett **viktigt** ord.", "An **important word.", "en", "error tag: '**' is not closed"},
    {"Ett ord.", "A <b>word</b>.", "en", "error tag: HTML is not allowed\nerror tag: HTML is not allowed"},
    {"Läs [här](page:a/b).", "Read [here](page:a/c).", "en",
     "error link: the link to 'a/b' of the source is missing; 'a/c' is not in the source"},
    {"Läs [här](page:a/b).", "Read here.", "en", "error link: the link to 'a/b' of the source is missing"},
    {"Ett ord.", "A \u202Eword.", "en", "error bidi-control: a direction mark that reaches too far (U+202E)"},
    {"Ett ord.", "A \u2068word.", "en", "error bidi-control: an isolate is not closed"},
    {"Ett ord.", "A\uFFFD word.", "en", "error encoding: a character that was lost (U+FFFD)"},
    {"Ett ord.", "A\nword.", "en", "error encoding: a control character (U+000A)"},
    {"Du kan ringa oss.", "Du kan ringa oss.", "en", "warning untranslated: the translation is a copy of the Swedish"},
    {"Telefon", "Telefon", "en", ""},
    {"Skriv till oss.", "Write to a@b.se now.", "en", "error email: 'a@b.se' is not in the source"},
    {"Läs mer.", "See www.x.org.", "en", "error url: 'www.x.org' is not in the source"},
    {"Ring 0123-45 67 89.", "Call 0123-45 67 98.", "en",
     "error number: the number '67', '89' of the source is missing; '98' is not in the source"},
};

TEST(UnitCheck, FindsWhatMustNotReachAResident) {
  for (const Case& c : kTexts) {
    if (std::string_view(c.source).starts_with("Ring 0123")) continue;
    EXPECT_EQ(found_in(c.source, c.text, c.language), c.expected) << c.text;
  }
  EXPECT_THAT(found_in("Ring 0123-45 67 89.", "Call 0123-45 67 98.", "en"),
              testing::HasSubstr("error phone: '0123456798' is not in the source"));
}

const Case kMessages[] = {
    {"Välkommen till {site}", "Welcome to {site}", "en", ""},
    {"Välkommen till {site}", "Welcome to {sit}", "en",
     "error argument: the argument 'site' of the source is missing; 'sit' is not in the source"},
    {"{count, plural, one {# sida} other {# sidor}}", "{count, plural, one {# page} other {# pages}}", "en", ""},
    {"{count, plural, one {# sida} other {# sidor}}", "{count, plural, other {# стор.}}", "uk",
     "warning plural: the plural form 'few', 'many', 'one' is missing"},
    {"{count, plural, one {# sida} other {# sidor}}", "{count} pages", "en",
     "warning plural: the source chooses a word by number, the translation does not"},
};

TEST(UnitCheck, ComparesMessagesByTheirArguments) {
  for (const Case& c : kMessages) EXPECT_EQ(found_in(c.source, c.text, c.language, true), c.expected) << c.text;
  EXPECT_THAT(found_in("Välkommen till {site}", "Welcome to {site", "en", true),
              testing::StartsWith("error message-syntax: "));
}

TEST(Numbers, AreTheSameInEveryWayOfWriting) {
  EXPECT_THAT(numbers_in("١١٧٧ och 1 000 000 kr, 0,5 av 007"), ElementsAre("0", "1000000", "1177", "5", "7"));
  EXPECT_THAT(numbers_in("113 13 och 116 000"), ElementsAre("113", "116000", "13"));
  EXPECT_THAT(numbers_in("inga"), ElementsAre());
}

TEST(Inline, PartsHaveTheirMarks) {
  const Inline markup = parse_inline("Läs **om [vård](page:a/b)** på {web_1177}.");
  ASSERT_EQ(markup.parts.size(), 6u);
  EXPECT_EQ(markup.parts[1].text, "om ");
  EXPECT_TRUE(markup.parts[1].bold);
  EXPECT_EQ(markup.parts[2].text, "vård");
  EXPECT_TRUE(markup.parts[2].bold);
  EXPECT_EQ(markup.parts[2].link, "a/b");
  EXPECT_EQ(markup.parts[4].text, "web_1177");
  EXPECT_EQ(markup.parts[4].kind, InlinePart::Kind::kFact);
  EXPECT_TRUE(markup.faults.empty());
}

TEST(Literals, PhonesAddressesAndWebPagesAreSeen) {
  std::string all;
  for (const Literal& l :
       literals_in("Ring 0281-750 00, +46 8 123 45 eller a.b@c.se, se vansbro.se/x. Rum 1204, år 2026."))
    all += std::string(check_name(l.kind)) + " " + l.value + "\n";
  EXPECT_EQ(all, "email a.b@c.se\nurl vansbro.se/x\nphone 028175000\nphone 46812345\n");
}

TEST(Readability, LixCountsWordsSentencesAndLongWords) {
  EXPECT_DOUBLE_EQ(lix({"Katten äter mat.", "Kommunen hjälper dig."}), 3.0 + 100.0 * 2 / 6);
  EXPECT_DOUBLE_EQ(lix({}), 0);
  ASSERT_EQ(words_in("E-post till {tel_1177} i dag.").size(), 4u);
}

}  // namespace
}  // namespace kiosk::tool
