// What the tool says, in Swedish.
#include "words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "command.h"
#include "po.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;

std::set<std::string> holes_in(const std::string& text) {
  std::set<std::string> holes;
  for (std::size_t i = 0; i + 2 < text.size(); ++i)
    if (text[i] == '{' && text[i + 1] >= '1' && text[i + 1] <= '9' && text[i + 2] == '}')
      holes.insert(text.substr(i, 3));
  return holes;
}

TEST(Words, ThePlaceOfEveryTextIsInTheTranslationToo) {
  DiagnosticSink sink;
  const PoFile file = read_po(message_catalogue("sv"), "sv.po", sink);
  EXPECT_EQ(sink.errors(), 0) << to_text(sink.all().empty() ? Diagnostic() : sink.all().front());
  EXPECT_GT(file.entries.size(), 400u);
  for (const PoEntry& entry : file.entries) {
    if (entry.is_header()) continue;
    EXPECT_EQ(holes_in(entry.id), holes_in(entry.text())) << entry.id;
    EXPECT_FALSE(entry.text().empty()) << entry.id;
  }
}

TEST(Words, EverythingThatHelpSaysIsThere) {
  const Context context;
  const Words swedish("sv");
  std::string root;
  CommandLine line(root, context.words);
  add_verbs(line, context);
  EXPECT_GT(line.texts().size(), 60u);
  for (const std::string& text : line.texts()) EXPECT_TRUE(swedish.find(text).has_value()) << text;
}

TEST(Words, ATextIsPutWhereItsNumberStands) {
  const Words swedish("sv");
  EXPECT_EQ(swedish.of("the fact 'tel_112' was valid until 2026-01-01"), "uppgiften 'tel_112' gällde till 2026-01-01");
  EXPECT_EQ(swedish.of("the text ends with a full stop, the source with no mark"),
            "texten slutar med punkt, källan med inget tecken");
}

TEST(Words, WhatStandsInQuotationMarksIsTheAuthors) {
  const Words swedish("sv");
  EXPECT_EQ(swedish.of("there is no fact 'error'"), "det finns ingen uppgift 'error'");
}

TEST(Words, WhatTheCatalogueLacksStaysEnglish) {
  const Words swedish("sv");
  EXPECT_EQ(swedish.of("something nobody wrote"), "something nobody wrote");
  EXPECT_FALSE(swedish.find("something nobody wrote").has_value());
  EXPECT_EQ(Words("de").language(), "en");
}

TEST(Words, ALineOfAFindingKeepsItsPlace) {
  const Words swedish("sv");
  EXPECT_EQ(swedish.line("a.md:2:1: error: there is no page 'a/b'"), "a.md:2:1: fel: det finns ingen sida 'a/b'");
  EXPECT_EQ(swedish.line("hint: take it away"), "råd: ta bort den");
  EXPECT_EQ(swedish.line("    error"), "    error") << "a quoted line of a source";
  EXPECT_EQ(swedish.line("+ error"), "+ error");
}

TEST(Words, TheEnvironmentChoosesAsGettextDoes) {
  EXPECT_EQ(message_language(nullptr, nullptr, "sv_SE.UTF-8"), "sv");
  EXPECT_EQ(message_language("", "en_GB", "sv_SE.UTF-8"), "en");
  EXPECT_EQ(message_language("sv@latin", "en_GB", nullptr), "sv");
  EXPECT_EQ(message_language(nullptr, nullptr, nullptr), "en");
}

TEST(Words, AStreamSaysWholeLinesAndPrompts) {
  std::ostringstream out;
  const Words swedish("sv");
  {
    const SpokenStream spoken(out, swedish);
    out << "hint: take "
        << "it away\n"
        << "write this to the file? [y/N] " << std::flush;
    EXPECT_EQ(out.str(), "råd: ta bort den\nska det skrivas i filen? [j/N] ");
    out << "error";
  }
  EXPECT_EQ(out.str(), "råd: ta bort den\nska det skrivas i filen? [j/N] fel");
}

TEST(Messages, AreSwedishWhereItIsAskedFor) {
  const TestProject project;
  project.edit("content/core/pages/home/rent.md", "Du betalar", "Läs [mer](page:home/rant). Du betalar");
  const Outcome checked = project.run({"--messages", "sv", "check", "--today", "2026-11-22", "--no-fit"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.out, HasSubstr("content/core/pages/home/rent.md:6:6: fel: det finns ingen sida 'home/rant'\n"
                                     "    Läs [mer](page:home/rant). Du betalar hyra varje månad.\n"
                                     "råd: menade du 'home/rent'?\n"));
  EXPECT_THAT(checked.out, testing::EndsWith("1 fel, 1 varning\n"));
  EXPECT_EQ(project.run({"--messages", "sv", "update", "--langs", "xx"}).err, "okänt språk 'xx'\n");
  const std::string help = project.run({"check", "--messages=sv", "--help"}).out;
  EXPECT_THAT(help, HasSubstr("Exempel: kiosk-content check"));
  EXPECT_THAT(help, HasSubstr("\nVal:\n  -h,--help                   Visa den här hjälpen\n"));
  EXPECT_THAT(help, testing::Not(HasSubstr("Options")));
}

TEST(Messages, OfJsonStayEnglish) {
  const TestProject project;
  project.edit("content/core/pages/home/rent.md", "Du betalar", "Läs [mer](page:home/rant). Du betalar");
  const std::vector<std::string> check = {"check", "--today", "2026-11-22", "--no-fit", "--format", "json"};
  std::vector<std::string> swedish = check;
  swedish.insert(swedish.begin(), {"--messages", "sv"});
  EXPECT_EQ(project.run(swedish).out, project.run(check).out);
}

}  // namespace
}  // namespace kiosk::tool
