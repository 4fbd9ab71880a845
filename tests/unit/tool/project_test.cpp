// The verbs on a small project, from sources to the tree that the kiosk reads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "content/tree_reader.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using content::State;
using testing::HasSubstr;

// Gives every empty unit of the file a translation made of its source.
void translate_all(const TestProject& project, const std::string& path, const std::string& prefix) {
  std::string po = project.read(path), out;
  std::string id;
  for (std::size_t start = 0; start < po.size();) {
    const std::size_t end = po.find('\n', start);
    std::string line = po.substr(start, end - start);
    if (line.starts_with("msgid \"")) id = line.substr(7, line.size() - 8);
    if (line == "msgstr \"\"" && !id.empty()) line = "msgstr \"" + prefix + id + "\"";
    out += line + "\n";
    start = end == std::string::npos ? po.size() : end + 1;
  }
  project.write(path, out);
}

// Updated, with every text of English translated.
struct Translated {
  TestProject project;
  Translated() {
    project.run({"update", "--langs", "ar,en"});
    for (const char* domain : {"ui", "core", "town"})
      translate_all(project, std::string("locales/en/") + domain + ".po", "E ");
  }
  Outcome build(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"build", "--site", "town", "--out", out(), "--today", "2026-11-22"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return project.run(arguments);
  }
  std::string out() const { return project.root() + "/tree"; }
  content::Page page(const char* language, const char* id) const {
    auto page = content::TreeReader(out()).page(language, id);
    EXPECT_TRUE(page.has_value()) << page.error().message;
    return page.value_or(content::Page{});
  }
};

std::string words(const content::Sentence& sentence) {
  std::string all;
  for (const content::TextRun& run : sentence.runs) all += run.text;
  return all;
}

TEST(Build, ATranslatedPageIsShownInItsLanguage) {
  const Translated t;
  const Outcome built = t.build();
  ASSERT_EQ(built.status, 0) << built.err;
  const content::Page page = t.page("en", "health/care");
  EXPECT_EQ(page.lang, "en");
  EXPECT_EQ(words(page.title), "E Vart ska jag vända mig?");
  EXPECT_EQ(page.title.state, State::kTranslated);
  ASSERT_EQ(page.blocks.size(), 6u);
  EXPECT_EQ(words(page.blocks[1].sentences[0]), "E Ring 1177 om du är sjuk.");
  EXPECT_EQ(page.blocks[1].sentences[0].runs[1].kind, content::RunKind::kPhone);
  EXPECT_TRUE(page.blocks[1].sentences[1].runs[1].bold);
  EXPECT_EQ(page.blocks[2].items[1].sentences[0].runs[1].link, "home/rent");
  EXPECT_EQ(words(page.blocks[5].pages[0].title), "E Hyra en bostad");
  EXPECT_EQ(t.page("sv", "health/care").title.state, State::kSource);
}

TEST(Build, TopicsFollowTheSiteAndEmptyOnesAreLeftOut) {
  const Translated t;
  ASSERT_EQ(t.build().status, 0);
  const auto site = content::TreeReader(t.out()).site("sv");
  ASSERT_TRUE(site.has_value());
  ASSERT_EQ(site->topics.size(), 2u);
  EXPECT_EQ(site->topics[0].id, "home");
  EXPECT_EQ(site->topics[1].page_count, 2);
  const auto topic = content::TreeReader(t.out()).topic("sv", "health");
  ASSERT_TRUE(topic.has_value());
  EXPECT_EQ(topic->pages[0].id, "health/office");  // order: -1
}

TEST(Build, AnInventedFactMarksItsBlock) {
  const Translated t;
  ASSERT_EQ(t.build().status, 0);
  const content::Page page = t.page("sv", "health/office");
  EXPECT_FALSE(page.blocks[0].sample);
  EXPECT_TRUE(page.blocks[1].sample);
  EXPECT_EQ(words(page.blocks[1].contact[0].value), "0123-45 67 89");
}

TEST(Build, TwoBuildsAreTheSameByteForByte) {
  const Translated t;
  ASSERT_EQ(t.build().status, 0);
  const std::string first = t.out();
  ASSERT_EQ(
      t.project.run({"build", "--site", "town", "--out", t.project.root() + "/again", "--today", "2026-11-22"}).status,
      0);
  const std::vector<std::string> files = list_files(first, "");
  EXPECT_EQ(files, list_files(t.project.root() + "/again", ""));
  EXPECT_EQ(files.size(), 34u);
  for (const std::string& file : files)
    EXPECT_EQ(t.project.read("tree/" + file), t.project.read("again/" + file)) << file;
}

TEST(Build, WhatIsNoLongerThereIsRemoved) {
  const Translated t;
  ASSERT_EQ(t.build().status, 0);
  ASSERT_TRUE(file_exists(t.out() + "/ar/site.yaml"));
  ASSERT_EQ(t.build({"--langs", "sv,en"}).status, 0);
  EXPECT_FALSE(file_exists(t.out() + "/ar"));
}

TEST(Build, AFolderOfSomethingElseIsLeftAlone) {
  const Translated t;
  t.project.write("tree/letter.txt", "Hej");
  const Outcome built = t.build();
  EXPECT_EQ(built.status, 2);
  EXPECT_EQ(built.err, "'" + t.out() + "' holds something else than a compiled tree; choose an empty folder\n");
  EXPECT_EQ(t.project.read("tree/letter.txt"), "Hej");
}

TEST(Build, ABlockWithAMissingSentenceFallsBackWholeAlongTheChain) {
  const Translated t;
  t.project.edit("locales/en/core.po", "msgstr \"E Läs om att [hitta bostad](page:home/rent).\"", "msgstr \"\"");
  ASSERT_EQ(t.build().status, 0);
  const content::Block list = t.page("en", "health/care").blocks[2];
  for (const content::ListItem& item : list.items) {
    EXPECT_EQ(item.sentences[0].lang, "sv");
    EXPECT_EQ(item.sentences[0].state, State::kFallback);
  }
  EXPECT_EQ(t.page("en", "health/care").blocks[3].items[0].sentences[0].lang, "");
}

TEST(Build, APageWithoutATitleGoesWholeToTheNextLanguage) {
  const Translated t;
  ASSERT_EQ(t.build().status, 0);
  const content::Page page = t.page("ar", "health/care");  // nothing is translated; the chain is en, sv
  EXPECT_EQ(page.lang, "en");
  EXPECT_EQ(page.title.lang, "en");
  EXPECT_EQ(page.title.state, State::kFallback);
  EXPECT_EQ(words(page.blocks[0].sentences[0]), "E Ring först");
}

TEST(Build, APageUnderSixtyPerCentGoesWholeToTheNextLanguage) {
  const Translated t;
  t.project.edit("locales/ar/core.po", "msgid \"Vart ska jag vända mig?\"\nmsgstr \"\"",
                 "msgid \"Vart ska jag vända mig?\"\nmsgstr \"إلى أين أتوجه؟\"");
  ASSERT_EQ(t.build().status, 0);
  EXPECT_EQ(t.page("ar", "health/care").lang, "en");
}

TEST(Build, AWrongNumberStopsIt) {
  const Translated t;
  t.project.edit("locales/en/core.po", "msgstr \"E Vänta i 5 minuter.\"", "msgstr \"E Vänta i 6 minuter.\"");
  const Outcome built = t.build();
  EXPECT_EQ(built.status, 1);
  EXPECT_THAT(built.err, HasSubstr("error: the number '5' of the source is missing; '6' is not in the source\n"
                                   "    E Vänta i 6 minuter.\n"
                                   "hint: write the numbers of the source in digits, and no others\n"));
  EXPECT_THAT(built.err, HasSubstr("nothing was built"));
  EXPECT_FALSE(file_exists(t.out()));
}

TEST(Build, KeepGoingLeavesOutWhatIsBroken) {
  const Translated t;
  t.project.edit("locales/en/core.po", "msgstr \"E Vänta i 5 minuter.\"", "msgstr \"E Vänta i 6 minuter.\"");
  EXPECT_EQ(t.build({"--keep-going"}).status, 1);
  EXPECT_EQ(t.page("en", "health/care").blocks[3].items[1].sentences[0].lang, "sv");
}

TEST(Build, AChangedSourceIsOutdatedBeforeUpdateHasRun) {
  const Translated t;
  t.project.edit("content/core/pages/home/rent.md", "Du betalar hyra varje månad.", "Du betalar din hyra varje månad.");
  ASSERT_EQ(t.build().status, 0);
  const content::Sentence sentence = t.page("en", "home/rent").blocks[0].sentences[0];
  EXPECT_EQ(words(sentence), "E Du betalar hyra varje månad.");
  EXPECT_EQ(sentence.state, State::kOutdated);
}

TEST(Check, AMarkdownFaultIsSaidAndTheRestIsStillChecked) {
  const Translated t;
  t.project.edit("content/core/pages/health/care.md", "Ring {tel_1177} om du är sjuk.",
                 "Ring *nu* {tel_117} om du är sjuk.");
  t.project.edit("content/core/pages/home/rent.md", "Du betalar", "Läs [mer](page:home/rant). Du betalar");
  const Outcome checked = t.project.run({"check", "--today", "2026-11-22"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.out, HasSubstr("content/core/pages/health/care.md:14:6: error: '*' is not allowed\n"
                                     "    Ring *nu* {tel_117} om du är sjuk.\n"
                                     "hint: write '**' on both sides of a word that matters; lists begin with '- '\n"));
  EXPECT_THAT(checked.out, HasSubstr("content/core/pages/health/care.md:14:11: error: there is no fact 'tel_117'\n"
                                     "    Ring *nu* {tel_117} om du är sjuk.\n"
                                     "hint: did you mean 'tel_112'?\n"));
  EXPECT_THAT(checked.out, HasSubstr("content/core/pages/home/rent.md:6:6: error: there is no page 'home/rant'\n"));
  EXPECT_THAT(checked.out, HasSubstr("hint: did you mean 'home/rent'?\n"));
}

TEST(Check, FindingsAreJsonForOtherPrograms) {
  const Translated t;
  t.project.edit("locales/en/core.po", "msgstr \"E Ring {tel_1177} om du är sjuk.\"",
                 "msgstr \"E Ring om du är sjuk.\"");
  const Outcome checked = t.project.run({"check", "--format", "json", "--today", "2026-11-22"});
  EXPECT_EQ(checked.status, 1);
  const auto findings = nlohmann::json::parse(checked.out)["findings"];
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0]["severity"], "error");
  EXPECT_EQ(findings[0]["check"], "placeholder");
  EXPECT_EQ(findings[0]["path"], "locales/en/core.po");
  EXPECT_EQ(findings[0]["language"], "en");
  EXPECT_EQ(findings[0]["page"], "health/care");
  EXPECT_EQ(findings[0]["block"], "advice");
  EXPECT_EQ(findings[0]["column"], 9);
  EXPECT_EQ(findings[0]["message"], "the fact 'tel_1177' of the source is missing");
}

TEST(Check, AnAllowCommentSilencesOneUnit) {
  const Translated t;
  t.project.edit("locales/en/core.po", "msgstr \"E Vänta i 5 minuter.\"", "msgstr \"E Vänta i fem minuter.\"");
  EXPECT_EQ(t.project.run({"check", "--today", "2026-11-22"}).status, 1);
  t.project.edit("locales/en/core.po", "#: content/core/pages/health/care.md:23",
                 "# kiosk: allow number \"a word reads better\"\n#: content/core/pages/health/care.md:23");
  const Outcome checked = t.project.run({"check", "--today", "2026-11-22"});
  EXPECT_EQ(checked.status, 0) << checked.out;
}

TEST(Check, ALetterThatNoFontHasIsFound) {
  const Translated t;
  t.project.edit("locales/en/core.po", "msgstr \"E Hyra en bostad\"", "msgstr \"Rent \u1200\"");
  EXPECT_THAT(t.project.run({"check", "--today", "2026-11-22"}).out,
              HasSubstr("error: no font of en has '\u1200' (U+1200)\n"));
}

TEST(Check, DatesThatHavePassedAreFound) {
  const Translated t;
  t.project.edit("content/core/facts.yaml", "value: \"112\"", "value: \"112\", valid-until: 2026-01-01");
  const std::string found = t.project.run({"check", "--today", "2027-06-01"}).out;
  EXPECT_THAT(
      found,
      HasSubstr("content/core/pages/health/care.md:26:8: error: the fact 'tel_112' was valid until 2026-01-01\n"));
  EXPECT_THAT(
      found,
      HasSubstr("content/core/pages/health/care.md:8:12: warning: the page should have been reviewed by 2027-05-01\n"));
}

TEST(Update, WritesWhatMsgfmtAcceptsAndKeepsItsOwnFiles) {
  const Translated t;
  const std::string before = t.project.read("locales/en/core.po");
  EXPECT_EQ(t.project.run({"update"}).status, 0);
  EXPECT_EQ(t.project.read("locales/en/core.po"), before);
  const std::string path = t.project.root() + "/locales/en/core.po";
  EXPECT_EQ(output_of("msgfmt -c -o /dev/null " + path + " 2>&1 && echo accepted"), "accepted\n");
  EXPECT_EQ(output_of("msgcat " + path), before);
  EXPECT_FALSE(file_exists(t.project.root() + "/locales/sv/core.po"));
}

TEST(Update, MakesFilesOnlyForALanguageThatWasNamed) {
  const TestProject project;
  EXPECT_EQ(project.run({"update"}).status, 0);
  EXPECT_FALSE(file_exists(project.root() + "/locales/en/core.po"));
  EXPECT_EQ(project.run({"update", "--langs", "en"}).status, 0);
  EXPECT_TRUE(file_exists(project.root() + "/locales/en/core.po"));
}

TEST(Update, SaysWhatAChangeCosts) {
  const Translated t;
  t.project.edit("content/core/pages/home/rent.md", "Du betalar hyra varje månad.", "Du betalar din hyra varje månad.");
  const Outcome updated = t.project.run({"update"});
  EXPECT_EQ(updated.status, 0);
  EXPECT_THAT(updated.out,
              HasSubstr("locales/en/core.po: 16 kept, 0 new, 1 outdated, 0 restored, 0 moved, 0 obsolete\n"));
  EXPECT_THAT(updated.out, HasSubstr("this change affects 1 translations, about 6 words to translate anew\n"));
  EXPECT_THAT(t.project.read("locales/en/core.po"),
              HasSubstr("#, fuzzy\n#| msgid \"Du betalar hyra varje månad.\"\nmsgctxt \"home/rent#pay\"\n"
                        "msgid \"Du betalar din hyra varje månad.\"\nmsgstr \"E Du betalar hyra varje månad.\"\n"));
}

TEST(Update, WritesNothingWhileASourceIsBroken) {
  const Translated t;
  const std::string before = t.project.read("locales/en/core.po");
  t.project.edit("content/core/pages/home/rent.md", "---\nid", "--\nid");
  const Outcome updated = t.project.run({"update"});
  EXPECT_EQ(updated.status, 1);
  EXPECT_THAT(updated.err, HasSubstr("content/core/pages/home/rent.md:1:1: error: the page has no front matter\n"));
  EXPECT_EQ(t.project.read("locales/en/core.po"), before);
}

TEST(Update, LeavesAFileWithFaultsAsItIs) {
  const Translated t;
  t.project.edit("locales/en/core.po", "msgstr \"E Ring först\"", "msgstr \"E Ring först");
  const std::string before = t.project.read("locales/en/core.po");
  const Outcome updated = t.project.run({"update"});
  EXPECT_EQ(updated.status, 1);
  EXPECT_THAT(updated.err, HasSubstr("error: the text has no closing '\"'\n    msgstr \"E Ring först\n"));
  EXPECT_EQ(t.project.read("locales/en/core.po"), before);
}

TEST(Status, CountsByLanguageAndState) {
  const Translated t;
  const auto status = nlohmann::json::parse(t.project.run({"status", "--format", "json"}).out);
  ASSERT_EQ(status.size(), 3u);
  EXPECT_EQ(status[1], nlohmann::json::parse(R"({"language": "en", "units": 28, "missing": 0, "machine": 0, "review": 0,
                                                 "outdated": 0, "translated": 28, "reviewed": 0})"));
  EXPECT_EQ(status[0]["missing"], 28);
}

TEST(Review, StampsAPageWithTheNameOfWhoReadIt) {
  const Translated t;
  const Outcome reviewed =
      t.project.run({"review", "--lang", "en", "--page", "home/rent", "--by", "Anna Berg", "--on", "2026-11-22"});
  EXPECT_EQ(reviewed.status, 0) << reviewed.err;
  EXPECT_EQ(reviewed.out, "2 units are reviewed by Anna Berg now; 0 are missing, 0 need mending\n");
  EXPECT_THAT(t.project.read("locales/en/core.po"), HasSubstr("# kiosk: reviewed by=Anna_Berg on=2026-11-22 src="));
  ASSERT_EQ(t.build().status, 0);
  EXPECT_EQ(t.page("en", "home/rent").title.state, State::kReviewed);
}

TEST(Import, TakesASpreadsheetsTableInAsMachineDrafts) {
  TestProject project;
  project.write("table.csv",
                "\xEF\xBB\xBF"
                "context;source;target\r\n"
                "home/rent#title;Hyra en bostad;Rent a home\r\n"
                "home/rent#pay;Du betalar hyra varje månad.;\"You pay; every \"\"month\"\".\"\r\n"
                "health/care#advice;Ring {tel_1177} om du är sjuk.;Call if you are ill.\r\n"
                "no/page#x;Hej;Hi\r\n"
                "home/rent#pay;Du betalar varje månad.;You pay.\r\n");
  const Outcome imported = project.run(
      {"import", project.root() + "/table.csv", "--lang", "en", "--domain", "core", "--machine", "--on", "2026-11-22"});
  EXPECT_EQ(imported.status, 1);
  EXPECT_EQ(imported.out,
            "locales/en/core.po: 2 taken in, 0 as before, 0 kept (a person's), 0 outdated, 1 refused, "
            "1 unknown, 0 empty\n");
  EXPECT_THAT(imported.err, HasSubstr("table.csv:4:1: error: the fact 'tel_1177' of the source is missing\n"
                                      "    Call if you are ill.\n"
                                      "hint: keep every {name} of the source as it is, once each\n"));
  EXPECT_THAT(imported.err,
              HasSubstr("table.csv:6:1: warning: the Swedish of this row is not today's: 'Du betalar varje månad.'"));
  const std::string po = project.read("locales/en/core.po");
  EXPECT_THAT(po,
              HasSubstr("#, fuzzy\nmsgctxt \"home/rent#title\"\nmsgid \"Hyra en bostad\"\nmsgstr \"Rent a home\"\n"));
  EXPECT_THAT(po, HasSubstr("msgstr \"You pay; every \\\"month\\\".\"\n"));
  const auto status = nlohmann::json::parse(project.run({"status", "--format", "json"}).out);
  EXPECT_EQ(status[1]["machine"], 2);
}

TEST(Import, ARowOfAnOlderSourceComesInAsOutdated) {
  TestProject project;
  project.write(
      "rows.jsonl",
      "{\"context\": \"home/rent#pay\", \"source\": \"Du betalar varje månad.\", \"target\": \"You pay.\"}\n");
  EXPECT_EQ(project.run({"import", project.root() + "/rows.jsonl", "--lang", "en", "--domain", "core"}).status, 0);
  EXPECT_THAT(project.read("locales/en/core.po"),
              HasSubstr("#, fuzzy\n#| msgid \"Du betalar varje månad.\"\nmsgctxt \"home/rent#pay\"\n"
                        "msgid \"Du betalar hyra varje månad.\"\nmsgstr \"You pay.\"\n"));
}

TEST(Import, AMachineNeverReplacesWhatAPersonWrote) {
  const Translated t;
  t.project.write("rows.jsonl",
                  "{\"context\": \"home/rent#title\", \"source\": \"Hyra en bostad\", \"target\": \"Rent\"}\n");
  const std::string before = t.project.read("locales/en/core.po");
  const Outcome imported =
      t.project.run({"import", t.project.root() + "/rows.jsonl", "--lang", "en", "--domain", "core", "--machine"});
  EXPECT_EQ(imported.status, 0);
  EXPECT_THAT(imported.out, HasSubstr("0 taken in, 0 as before, 1 kept (a person's)"));
  EXPECT_EQ(t.project.read("locales/en/core.po"), before);
}

TEST(Import, WindowsLettersAndADryRun) {
  TestProject project;
  project.write("table.csv", "source,context,target\nHyra en bostad,home/rent#title,Vuokraa k\xE4mpp\xE4\n");
  const Outcome imported =
      project.run({"import", project.root() + "/table.csv", "--lang", "fi", "--domain", "core", "--dry-run"});
  EXPECT_EQ(imported.status, 0) << imported.err;
  EXPECT_THAT(imported.out, testing::StartsWith("home/rent#title\n    Hyra en bostad\n+ Vuokraa kämppä\n"));
  EXPECT_FALSE(file_exists(project.root() + "/locales/fi/core.po"));
}

TEST(Export, WhatIsExportedComesBackAsItWas) {
  const Translated t;
  const std::string before = t.project.read("locales/en/core.po");
  for (const std::string format : {"csv", "jsonl"}) {
    const std::string table = t.project.root() + "/table." + format;
    const Outcome exported =
        t.project.run({"export", "--lang", "en", "--domain", "core", "--format", format, "--out", table});
    EXPECT_EQ(exported.out, table + ": 17 units\n");
    const Outcome imported = t.project.run({"import", table, "--lang", "en", "--domain", "core"});
    EXPECT_THAT(imported.out, HasSubstr("0 taken in, 17 as before"));
    EXPECT_EQ(t.project.read("locales/en/core.po"), before);
  }
  t.project.run(
      {"export", "--lang", "ar", "--domain", "ui", "--states", "missing", "--out", t.project.root() + "/ar.csv"});
  EXPECT_THAT(t.project.read("ar.csv"),
              testing::StartsWith("\xEF\xBB\xBF\"context\";\"source\";\"target\";\"state\";\"note\"\r\n"
                                  "\"bar.home\";\"Hem\";\"\";\"missing\";\"Button to the first screen.\"\r\n"));
}

TEST(Extract, GivesIdsAndChangesNothingElse) {
  TestProject project;
  project.edit("content/core/pages/home/rent.md", "\n{#pay}\n", "\n");
  EXPECT_THAT(project.run({"check", "--today", "2026-11-22"}).out,
              HasSubstr("content/core/pages/home/rent.md:6:1: error: the block has no id\n"
                        "    Du betalar hyra varje månad.\nhint: run: kiosk-content extract\n"));
  const std::string before = project.read("content/core/pages/home/rent.md");
  const Outcome extracted = project.run({"extract"});
  EXPECT_EQ(extracted.out, "content/core/pages/home/rent.md: {#du-betalar-hyra-varje}\n1 new id\n");
  EXPECT_EQ(project.read("content/core/pages/home/rent.md"), before + "{#du-betalar-hyra-varje}\n");
  EXPECT_EQ(project.run({"check", "--today", "2026-11-22"}).status, 0);
}

TEST(Usage, ReviewWantsOneOfThree) {
  const TestProject project;
  const Outcome none = project.run({"review", "--lang", "en", "--by", "Aino"});
  EXPECT_EQ(none.status, 2);
  EXPECT_EQ(none.err, "exactly one of --page, --domain, --all is required\nRun with --help for more information.\n");
  EXPECT_EQ(project.run({"review", "--lang", "en", "--by", "Aino", "--all", "--domain", "core"}).status, 2);
}

TEST(Usage, IsExitStatusTwo) {
  const TestProject project;
  EXPECT_EQ(project.run({}).status, 2);
  EXPECT_EQ(project.run({"build"}).status, 2);
  EXPECT_EQ(project.run({"check", "--today", "tomorrow"}).status, 2);
  EXPECT_EQ(project.run({"update", "--langs", "eng"}).status, 2);
  EXPECT_EQ(project.run({"check", "--help"}).status, 0);
}

}  // namespace
}  // namespace kiosk::tool
