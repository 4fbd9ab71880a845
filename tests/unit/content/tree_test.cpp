// What the tree writer writes, the tree reader reads back; each file's text is asserted whole once (TREE.md shows
// them).
#include <gtest/gtest.h>

#include "base/file.h"
#include "content/tree_reader.h"
#include "content/tree_writer.h"
#include "support/source_dir.h"

namespace kiosk::content {
namespace {

Sentence plain(std::string text, State state = State::kSource, std::string lang = {}) {
  return {{{std::move(text), RunKind::kText, false, {}}}, std::move(lang), state};
}

Manifest example_manifest() {
  Manifest manifest;
  manifest.site = "vansbro";
  manifest.version = "7";
  manifest.built = "2026-11-22";
  manifest.name = "Vansbro kommun";
  manifest.emergency_page = "safety/emergency-numbers";
  manifest.top_languages = 8;
  manifest.still = true;
  manifest.colours = {"#1F5C57", "#FFFFFF", "#C8501E"};
  manifest.fonts = {{"sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "fonts-noto-core"},
                    {"cjk-sc", "NotoSansCJK-Regular.ttc#2", "NotoSansCJK-Bold.ttc#2", "fonts-noto-cjk"}};
  manifest.languages = {{"sv", "svenska", "svenska", "Swedish", "Latn", "sv-SE", "latn", {}, {"sans"}, 1.5, "sv"},
                        {"zh-Hans",
                         "中文（简体）",
                         "kinesiska (förenklad)",
                         "Chinese (Simplified)",
                         "Hans",
                         "zh-Hans-SE",
                         "latn",
                         {"en", "sv"},
                         {"cjk-sc", "sans"},
                         2.75,
                         ""}};
  return manifest;
}

Site example_site() {
  Site site;
  site.lang = "sv";
  site.name = plain("Vansbro kommun");
  site.ui = {{"bar.home", "Hem"}, {"search.found", "{n, plural, one {1 sida} other {# sidor}}"}};
  site.topics = {{"health", "local_hospital", plain("Hälsa och vård"), 2}, {"new-here", "", plain("Ny här"), 0}};
  return site;
}

Topic example_topic() {
  Topic topic;
  topic.id = "health";
  topic.icon = "local_hospital";
  topic.title = plain("الصحة", State::kReviewed);
  topic.pages = {{"health/where-to-turn", "call", plain("إلى أين ألجأ؟", State::kMachine), {}},
                 {"health/dentist", "", plain("Tandvård", State::kFallback, "sv"),
                  plain("Här får du råd.", State::kFallback, "sv")}};
  return topic;
}

Page example_page() {
  Page page;
  page.id = "health/where-to-turn";
  page.topic = "health";
  page.icon = "local_hospital";
  page.lang = "sv";
  page.owner = "Vård- och omsorgsnämnden";
  page.valid_from = "2026-11-01";
  page.review_by = "2027-05-01";
  page.audience = "everyone";
  page.title = plain("Vart ska jag vända mig?");
  page.summary = plain("Här får du råd.");
  const Sentence ring{{{"Ring ", RunKind::kText, false, {}},
                       {"1177", RunKind::kPhone, true, {}},
                       {" om du vill ", RunKind::kText, false, {}},
                       {"boka", RunKind::kText, false, "health/book"},
                       {" vård", RunKind::kText, false, {}, "vard"}},
                      {},
                      State::kSource};
  page.blocks.resize(7);
  page.blocks[0] = {"ring-1177", BlockKind::kHeading, 2, {plain("Ring 1177")}, {}, {}, {}, false};
  page.blocks[1] = {"radgivning", BlockKind::kParagraph, 0, {ring, plain("Dygnet runt.", State::kOutdated)}, {}, {}, {},
                    false};
  page.blocks[2] = {
      "sprak", BlockKind::kList, 0, {}, {{{plain("Svenska"), plain("Alltid")}}, {{plain("Arabiska")}}}, {}, {}, false};
  page.blocks[3] = {"steg", BlockKind::kSteps, 0, {}, {{{plain("Ring numret.")}}}, {}, {}, false};
  page.blocks[4] = {"bradska", BlockKind::kCallout, 0, {plain("Ring 112 om det är bråttom.")}, {}, {}, {}, false};
  page.blocks[5] = {"kontakt",
                    BlockKind::kContact,
                    0,
                    {plain("Samordnaren")},
                    {},
                    {{"phone", plain("Telefon"), {{{"0281-750 00", RunKind::kPhone, false, {}}}, {}, State::kSource}},
                     {"note", {}, plain("Du kan få tolk.")}},
                    {},
                    true};
  page.blocks[6] = {
      "mer",
      BlockKind::kLinks,
      0,
      {},
      {},
      {},
      {{"housing/rent", "home", plain("Hyra"), plain("Om att hyra.")}, {"work/find-work", "", plain("Arbete"), {}}},
      false};
  page.title_sound = "0f1e2d3c4b5a69788796a5b4c3d2e1f0.opus";
  for (int i = 0; i < 6; ++i) page.blocks[static_cast<std::size_t>(i)].sound = "00112233445566778899aabbccddeeff.wav";
  return page;
}

class Tree : public testing::Test {
 protected:
  void put(const std::string& path, const std::string& text) {
    ASSERT_TRUE(write_file(reader.folder() + "/" + path, text));
  }

  const TreeReader reader{testing::TempDir() + "/tree-" +
                          testing::UnitTest::GetInstance()->current_test_info()->name()};
};

TEST_F(Tree, AManifestComesBackByteForByte) {
  const std::string text = write_manifest(example_manifest());
  put("manifest.yaml", text);
  const Result<Manifest> manifest = reader.manifest();
  ASSERT_TRUE(manifest) << manifest.error().message;
  EXPECT_EQ(write_manifest(*manifest), text);
  EXPECT_EQ(manifest->languages[1].line_height, 2.75);
  EXPECT_EQ(manifest->languages[1].chain, (std::vector<std::string>{"en", "sv"}));
  EXPECT_EQ(manifest->fonts[1].regular, "NotoSansCJK-Regular.ttc#2");
}

TEST_F(Tree, ASiteComesBackByteForByte) {
  const std::string text = write_site(example_site());
  put("sv/site.yaml", text);
  const Result<Site> site = reader.site("sv");
  ASSERT_TRUE(site) << site.error().message;
  EXPECT_EQ(write_site(*site), text);
  EXPECT_EQ(site->ui, example_site().ui);
  EXPECT_EQ(site->topics[0].page_count, 2);
}

TEST_F(Tree, ATopicComesBackByteForByte) {
  const std::string text = write_topic(example_topic());
  put("ar/topics/health.yaml", text);
  const Result<Topic> topic = reader.topic("ar", "health");
  ASSERT_TRUE(topic) << topic.error().message;
  EXPECT_EQ(write_topic(*topic), text);
  EXPECT_EQ(topic->title.state, State::kReviewed);
  EXPECT_EQ(topic->pages[1].title.lang, "sv");
  EXPECT_TRUE(topic->pages[0].summary.runs.empty());
}

TEST_F(Tree, APageComesBackByteForByte) {
  const std::string text = write_page(example_page());
  put("sv/pages/health/where-to-turn.yaml", text);
  const Result<Page> page = reader.page("sv", "health/where-to-turn");
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(write_page(*page), text);
  ASSERT_EQ(page->blocks.size(), 7u);
  EXPECT_EQ(page->blocks[1].sentences[0].runs, example_page().blocks[1].sentences[0].runs);
  EXPECT_EQ(page->blocks[1].sentences[1].state, State::kOutdated);
  EXPECT_EQ(page->blocks[2].items.size(), 2u);
  EXPECT_TRUE(page->blocks[5].sample);
  EXPECT_EQ(page->blocks[5].contact[0].value.runs[0].kind, RunKind::kPhone);
  EXPECT_EQ(page->blocks[6].pages[0].id, "housing/rent");
  EXPECT_EQ(page->media(), (std::set<std::string>{page->title_sound, page->blocks[5].sound}));
}

TEST_F(Tree, EveryStateRunKindAndBlockKindComesBack) {
  Page page = example_page();
  page.blocks.resize(1);
  page.blocks[0] = {"all", BlockKind::kParagraph, 0, {}, {}, {}, {}, false};
  for (int state = 0; state <= static_cast<int>(State::kFallback); ++state)
    for (int kind = 0; kind <= static_cast<int>(RunKind::kName); ++kind)
      page.blocks[0].sentences.push_back(
          {{{"x", static_cast<RunKind>(kind), state % 2 == 1, {}}}, state > 4 ? "en" : "", static_cast<State>(state)});
  const std::string text = write_page(page);
  put("sv/pages/health/where-to-turn.yaml", text);
  const Result<Page> back = reader.page("sv", page.id);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(write_page(*back), text);
  for (std::size_t i = 0; i < page.blocks[0].sentences.size(); ++i) {
    EXPECT_EQ(back->blocks[0].sentences[i].state, page.blocks[0].sentences[i].state);
    EXPECT_EQ(back->blocks[0].sentences[i].runs, page.blocks[0].sentences[i].runs);
    EXPECT_EQ(back->blocks[0].sentences[i].lang, page.blocks[0].sentences[i].lang);
  }
}

TEST_F(Tree, TheFilesLookAsDocumented) {
  EXPECT_EQ(write_topic(example_topic()),
            "icon: \"local_hospital\"\n"
            "id: \"health\"\n"
            "pages:\n"
            "  - icon: \"call\"\n"
            "    id: \"health/where-to-turn\"\n"
            "    title:\n"
            "      state: \"machine\"\n"
            "      text: \"إلى أين ألجأ؟\"\n"
            "  - id: \"health/dentist\"\n"
            "    summary:\n"
            "      lang: \"sv\"\n"
            "      state: \"fallback\"\n"
            "      text: \"Här får du råd.\"\n"
            "    title:\n"
            "      lang: \"sv\"\n"
            "      state: \"fallback\"\n"
            "      text: \"Tandvård\"\n"
            "title:\n"
            "  state: \"reviewed\"\n"
            "  text: \"الصحة\"\n");
}

TEST_F(Tree, StatesAreNamedAsInTheScreenDump) {
  EXPECT_STREQ(to_string(State::kSource), "source");
  EXPECT_STREQ(to_string(State::kTranslated), "translated");
  EXPECT_STREQ(to_string(State::kFallback), "fallback");
}

TEST_F(Tree, TheExamplesOfTheDocumentAreRead) {
  const auto document = read_file(test::source_dir() + "/kiosk/content/TREE.md");
  ASSERT_TRUE(document);
  const auto example = [&](const std::string& title) {
    const std::size_t heading = document->find("## `" + title);
    const std::size_t start = document->find("```yaml\n", heading) + 8;
    return document->substr(start, document->find("```", start) - start);
  };
  put("manifest.yaml", example("manifest.yaml"));
  put("ar/site.yaml", example("<lang>/site.yaml"));
  put("ar/topics/health.yaml", example("<lang>/topics/<topic>.yaml"));
  put("ar/pages/health/where-to-turn.yaml", example("<lang>/pages/<id>.yaml"));
  const auto manifest = reader.manifest();
  const auto site = reader.site("ar");
  const auto topic = reader.topic("ar", "health");
  const auto page = reader.page("ar", "health/where-to-turn");
  ASSERT_TRUE(manifest) << manifest.error().message;
  ASSERT_TRUE(site) << site.error().message;
  ASSERT_TRUE(topic) << topic.error().message;
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(write_manifest(*manifest), example("manifest.yaml"));
  EXPECT_EQ(write_site(*site), example("<lang>/site.yaml"));
  EXPECT_EQ(write_topic(*topic), example("<lang>/topics/<topic>.yaml"));
  EXPECT_EQ(write_page(*page), example("<lang>/pages/<id>.yaml"));
}

TEST_F(Tree, PhrasesComeBackAsWritten) {
  Phrases phrases{"ar", {{"library-card", "credit_card", plain("بطاقة المكتبة"), {}}}};
  phrases.situations[0].phrases = {
      {"want-card", plain("أريد بطاقة.", State::kMachine), plain("Jag vill ha ett lånekort."), {"yes", "wait"}}};
  const std::string text = write_phrases(phrases);
  EXPECT_EQ(text,
            "lang: \"ar\"\nsituations:\n  - icon: \"credit_card\"\n    id: \"library-card\"\n    phrases:\n"
            "      - answers:\n          - \"yes\"\n          - \"wait\"\n        id: \"want-card\"\n"
            "        swedish: \"Jag vill ha ett lånekort.\"\n        text:\n          state: \"machine\"\n"
            "          text: \"أريد بطاقة.\"\n    title: \"بطاقة المكتبة\"\n");
  ASSERT_TRUE(write_file("answers/ar/phrases.yaml", text));
  const auto back = TreeReader("answers").phrases("ar");
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(write_phrases(*back), text);
}

TEST_F(Tree, NoticesComeBackAsWritten) {
  Notices notices{"ar", {}};
  notices.notices.push_back({"closes-early",
                             "schedule",
                             plain("Vi stänger kl. {time} i dag.", State::kFallback, "sv"),
                             plain("Vi stänger kl. {time} i dag."),
                             {{"time", "time"}},
                             true,
                             true});
  const std::string text = write_notices(notices);
  ASSERT_TRUE(write_file("answers/ar/notices.yaml", text));
  const auto back = TreeReader("answers").notices("ar");
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(write_notices(*back), text);
  EXPECT_EQ(back->notices[0].values.at("time"), "time");
  EXPECT_TRUE(back->notices[0].danger);
  EXPECT_TRUE(back->notices[0].today);
  EXPECT_EQ(back->notices[0].text.lang, "sv");
}

TEST_F(Tree, PollsComeBackAsWritten) {
  const Polls polls{"sv",
                    {{"more",
                      "2027-06-30",
                      plain("Vad vill du ha mer av?"),
                      {{"cafe", plain("Språkcafé")}, {"homework", plain("Läxhjälp")}}}}};
  const std::string text = write_polls(polls);
  ASSERT_TRUE(write_file("answers/sv/polls.yaml", text));
  const auto back = TreeReader("answers").polls("sv");
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(write_polls(*back), text);
}

TEST_F(Tree, AGlossaryComesBackAsWrittenAndFindsItsTerms) {
  const Sentence machine{{{"municipality", RunKind::kText, false, {}, {}}}, {}, State::kMachine};
  const Glossary glossary{
      "en", {{"kommun", machine, {plain("An area."), plain("It has politicians.", State::kMachine)}, "kommun"}}};
  const std::string text = write_glossary(glossary);
  ASSERT_TRUE(write_file("answers/en/glossary.yaml", text));
  const auto back = TreeReader("answers").glossary("en");
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(write_glossary(*back), text);
  ASSERT_NE(back->find("kommun"), nullptr);
  EXPECT_EQ(back->find("kommun")->swedish, "kommun");
  EXPECT_EQ(back->find("region"), nullptr);
}

TEST_F(Tree, AGlossaryThatExplainsNothingIsRefused) {
  const std::string good = "  - explanation:\n      - \"A.\"\n    id: \"a\"\n    swedish: \"a\"\n    term: \"b\"\n";
  const std::string mute = "  - explanation: []\n    id: \"a\"\n    swedish: \"a\"\n    term: \"b\"\n";
  const std::string nameless = "  - explanation:\n      - \"A.\"\n    id: \"a\"\n    swedish: \"\"\n    term: \"b\"\n";
  struct {
    std::string text;
    const char* reason;
  } const cases[] = {{"lang: \"sv\"\nterms:\n" + good + good, "stands twice"},
                     {"lang: \"sv\"\nterms:\n" + mute, "a term has an explanation"},
                     {"lang: \"sv\"\nterms:\n" + nameless, "no Swedish word"},
                     {"lang: \"ar\"\nterms:\n" + good, "expected 'sv'"}};
  for (const auto& c : cases) {
    ASSERT_TRUE(write_file("answers-bad/sv/glossary.yaml", c.text));
    const auto glossary = TreeReader("answers-bad").glossary("sv");
    ASSERT_FALSE(glossary) << c.text;
    EXPECT_NE(glossary.error().message.find(c.reason), std::string::npos) << glossary.error().message;
  }
}

TEST_F(Tree, PollsAndPhrasesThatCannotBeAskedAreRefused) {
  struct {
    const char* text;
    const char* reason;
  } const cases[] = {
      {"lang: \"sv\"\npolls:\n  - choices:\n      - id: \"a\"\n        text: \"A\"\n    id: \"p\"\n    question: "
       "\"?\"\n"
       "    valid-until: \"2027-06-30\"\n",
       "2 to 8 choices, found 1"},
      {"lang: \"sv\"\npolls:\n  - choices:\n      - id: \"a\"\n        text: \"A\"\n      - id: \"a\"\n        text: "
       "\"B\"\n"
       "    id: \"p\"\n    question: \"?\"\n    valid-until: \"2027-06-30\"\n",
       "stands twice"},
      {"lang: \"sv\"\npolls:\n  - choices: []\n    id: \"p\"\n    question: \"?\"\n    valid-until: \"2027-02-30\"\n",
       "2027-02-30"},
      {"lang: \"ar\"\npolls: []\n", "expected 'sv'"}};
  for (const auto& c : cases) {
    ASSERT_TRUE(write_file("answers-bad/sv/polls.yaml", c.text));
    const auto polls = TreeReader("answers-bad").polls("sv");
    ASSERT_FALSE(polls) << c.text;
    EXPECT_NE(polls.error().message.find(c.reason), std::string::npos) << polls.error().message;
  }
}

}  // namespace
}  // namespace kiosk::content
