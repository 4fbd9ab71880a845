#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "block_ids.h"
#include "source_page.h"

namespace kiosk::tool {
namespace {

constexpr const char* kPath = "content/core/pages/health/care.md";
const std::string kHead = "---\nid: health/care\ntitle: Vård\n---\n\n";  // five lines

std::string faults_of(const std::string& text, std::string_view path = kPath) {
  DiagnosticSink sink;
  read_page(text, path, sink);
  std::string all;
  for (const Diagnostic& d : sink.all()) all += d.check + " " + to_text(d) + "\n";
  return all;
}

SourcePage good(const std::string& text) {
  DiagnosticSink sink;
  SourcePage page = read_page(text, kPath, sink);
  for (const Diagnostic& d : sink.all()) ADD_FAILURE() << to_text(d);
  return page;
}

TEST(Page, BlocksSentencesAndTheirPlacesAreRead) {
  const SourcePage page = good(kHead +
                               "## Ring först {#first}\n"
                               "\n"
                               "Ring {tel_1177}.\n"
                               "Du får **gratis** råd.\n"
                               "{#advice}\n"
                               "\n"
                               "- Ett språk.\n"
                               "  En mening till.\n"
                               "- Ett annat.\n"
                               "{#languages}\n"
                               "\n"
                               "1. Ring.\n"
                               "2. Vänta.\n"
                               "\n"
                               "> Åk nu.\n"
                               "> Ring 112.\n"
                               "{#hurry}\n"
                               "\n"
                               "[kontakt]: contact:office\n"
                               "\n"
                               "[länkar]: pages:home/rent, health/care\n"
                               "{#next}\n");
  ASSERT_EQ(page.blocks.size(), 7u);
  EXPECT_EQ(page.title.text, "Vård");
  EXPECT_EQ(page.title.at.line, 3);
  EXPECT_EQ(page.blocks[0].id, "first");
  EXPECT_EQ(page.blocks[0].sentences[0].text, "Ring först");
  EXPECT_EQ(page.blocks[0].sentences[0].at.column, 4);
  EXPECT_EQ(page.blocks[1].id, "advice");
  EXPECT_EQ(page.blocks[1].sentences[1].text, "Du får **gratis** råd.");
  EXPECT_EQ(page.blocks[1].sentences[1].at.line, 9);
  EXPECT_EQ(page.blocks[2].kind, content::BlockKind::kList);
  ASSERT_EQ(page.blocks[2].items.size(), 2u);
  EXPECT_EQ(page.blocks[2].items[0].sentences[1].text, "En mening till.");
  EXPECT_EQ(page.blocks[3].kind, content::BlockKind::kSteps);
  EXPECT_EQ(page.blocks[3].id, "");
  EXPECT_EQ(page.blocks[3].items[1].sentences[0].at.column, 4);
  EXPECT_EQ(page.blocks[4].kind, content::BlockKind::kCallout);
  EXPECT_EQ(page.blocks[4].sentences[1].text, "Ring 112.");
  EXPECT_EQ(page.blocks[4].sentences[1].at.column, 3);
  EXPECT_EQ(page.blocks[5].names[0].text, "office");
  EXPECT_EQ(page.blocks[5].id, "contact-office");
  EXPECT_EQ(page.blocks[6].names[1].text, "health/care");
  EXPECT_EQ(page.blocks[6].names[1].at.column, 28);
}

struct Fault {
  const char* name;
  const char* text;
  const char* expected;
};

const Fault kFaults[] = {
    {"italics", "Åh, *viktigt* ord.\n{#a}\n",
     "syntax content/core/pages/health/care.md:6:5: error: '*' is not allowed\n"
     "hint: write '**' on both sides of a word that matters; lists begin with '- '\n"
     "syntax content/core/pages/health/care.md:6:13: error: '*' is not allowed\n"
     "hint: write '**' on both sides of a word that matters; lists begin with '- '\n"},
    {"code", "    Indraget.\n",
     "syntax content/core/pages/health/care.md:6:5: error: code is not allowed\n"
     "hint: begin the line without spaces; use a paragraph, a list ('- '), steps ('1. '), a call-out ('> ') or a "
     "heading "
     "('## ')\n"},
    {"table", "| Dag | Tid |\n{#a}\n",
     "syntax content/core/pages/health/care.md:6:1: error: a table is not allowed\n"
     "hint: use a paragraph, a list ('- '), steps ('1. '), a call-out ('> ') or a heading ('## ')\n"},
    {"heading of level 1", "# Rubrik {#a}\n",
     "syntax content/core/pages/health/care.md:6:1: error: a heading of level 1 is not allowed\n"
     "hint: write '## ' or '### ' before the heading\n"},
    {"underlined heading", "Rubrik\n------\n",
     "syntax content/core/pages/health/care.md:6:1: error: a heading by a line of '=' or '-' is not allowed\n"
     "hint: write '## ' before the heading and take the line below away\n"},
    {"nested list", "- Ett\n  - Två\n{#a}\n",
     "syntax content/core/pages/health/care.md:7:3: error: a list item with anything but sentences is not allowed\n"
     "hint: write lists of one level, without empty lines inside\n"},
    {"web link", "Läs på [webben](https://x.se).\n{#a}\n",
     "syntax content/core/pages/health/care.md:6:17: error: a link to 'https://x.se'\n"
     "hint: link to a page as (page:topic/page); a web address is a fact, as {web_1177}\n"},
    {"unknown structured block", "[kontkat]: contact:a\n",
     "syntax content/core/pages/health/care.md:6:2: error: unknown block '[kontkat]'\nhint: did you mean "
     "'[kontakt]'?\n"},
    {"id without a block", "Text.\n\n{#a}\n",
     "syntax content/core/pages/health/care.md:8:3: error: the id 'a' follows no block\n"
     "hint: put {#a} on the line right after its block\n"},
    {"bad id", "Text.\n{#Å}\n",
     "syntax content/core/pages/health/care.md:7:3: error: 'Å' is no block id\n"
     "hint: write {#name} with small letters a-z, digits and '-' only\n"},
    {"id twice", "Ett.\n{#a}\n\nTvå.\n{#a}\n",
     "duplicate-id content/core/pages/health/care.md:9:1: error: the block id 'a' occurs twice in the page\n"
     "hint: choose another id; the first one is on line 6\n"},
    {"the page's own id", "Ett.\n{#title}\n",
     "duplicate-id content/core/pages/health/care.md:6:1: error: the block id 'title' occurs twice in the page\n"
     "hint: choose another id: title and summary are the page's own\n"},
    {"two sentences on a line", "Ring kl. 8. Gå t.ex. Hit. Åk hem.\n{#a}\n",
     "syntax content/core/pages/health/care.md:6:27: warning: a second sentence on the line\nhint: begin a new line "
     "here\n"},
    {"allow without a reason", "<!-- kiosk: allow lix -->\nEtt.\n{#a}\n",
     "syntax content/core/pages/health/care.md:6:1: error: an allow comment without a reason\n"
     "hint: write <!-- kiosk: allow CHECK \"why\" -->\n"},
};

TEST(Page, EveryFaultIsSaidWithItsPlaceAndAHint) {
  for (const Fault& fault : kFaults) EXPECT_EQ(faults_of(kHead + fault.text), fault.expected) << fault.name;
}

TEST(Page, TheFrontMatterIsChecked) {
  EXPECT_EQ(
      faults_of("---\nid: health/other\ntitel: Vård\nreview-by: i morgon\n---\n"),
      "syntax content/core/pages/health/care.md:3:1: error: unknown key 'titel' in a page's front matter\n"
      "hint: did you mean 'title'?\n"
      "syntax content/core/pages/health/care.md:2:1: error: missing key 'title' in a page's front matter\n"
      "syntax content/core/pages/health/care.md:4:12: error: expected a date such as 2026-11-22 under 'review-by', "
      "found 'i morgon'\n"
      "syntax content/core/pages/health/care.md:2:5: error: the id 'health/other' is not the file's, 'health/care'\n"
      "hint: write 'id: health/care'\n");
}

TEST(Page, InvalidUtf8IsSaidWithItsPlace) {
  EXPECT_EQ(faults_of(kHead + "Text.\nÅ\xE5.\n"),
            "encoding content/core/pages/health/care.md:7:2: error: invalid UTF-8\nhint: save the file as UTF-8\n");
}

TEST(Page, AControlCharacterIsSaidWithItsPlace) {
  EXPECT_EQ(faults_of(kHead + "Text.\nEn\rrad.\n"),
            "encoding content/core/pages/health/care.md:7:3: error: a control character\n"
            "hint: delete it and write the line anew\n");
}

TEST(BlockIds, AreMadeOnceAndLeaveAllElseAsItIs) {
  const std::string text = kHead +
                           "## Är du   sjuk?  \n\n"
                           "Ring {tel_1177} om du är sjuk i dag.\n\n"
                           "- Ett.\n- Två.\n\n"
                           "Ett.\n{#kept}\n\n"
                           "Är du sjuk?\n\n"
                           "[länkar]: pages:a/b";
  const InsertedIds inserted = insert_block_ids(text, good(text));
  EXPECT_EQ(inserted.text, kHead +
                               "## Är du   sjuk?   {#ar-du-sjuk}\n\n"
                               "Ring {tel_1177} om du är sjuk i dag.\n{#ring-1177-om-du}\n\n"
                               "- Ett.\n- Två.\n{#ett}\n\n"
                               "Ett.\n{#kept}\n\n"
                               "Är du sjuk?\n{#ar-du-sjuk-2}\n\n"
                               "[länkar]: pages:a/b\n{#lankar}\n");
  EXPECT_THAT(insert_block_ids(inserted.text, good(inserted.text)).ids, testing::IsEmpty());
}

TEST(BlockIds, KeepWindowsLineEnds) {
  const std::string text = "---\r\nid: health/care\r\ntitle: Vård\r\n---\r\n\r\nEtt två.\r\n";
  EXPECT_EQ(insert_block_ids(text, good(text)).text, text + "{#ett-tva}\r\n");
}

}  // namespace
}  // namespace kiosk::tool
