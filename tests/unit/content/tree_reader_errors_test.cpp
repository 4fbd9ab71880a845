// What the reader says of wrong files: the whole message, for each kind of mistake.
#include <gtest/gtest.h>

#include "base/file.h"
#include "content/tree_reader.h"

namespace kiosk::content {
namespace {

class TreeReaderErrors : public testing::Test {
 protected:
  void put(const std::string& path, const std::string& text) {
    ASSERT_TRUE(write_file(reader.folder() + "/" + path, text));
  }

  // Without the folder, which differs from run to run.
  std::string shortened(std::string message) const {
    const std::string prefix = reader.folder() + "/";
    const std::size_t at = message.find(prefix);
    return at == std::string::npos ? message : message.erase(at, prefix.size());
  }

  std::string page_error(const std::string& text) {
    put("sv/pages/p.yaml", text);
    const Result<Page> page = reader.page("sv", "p");
    return page ? "read" : shortened(page.error().message);
  }
  std::string site_error(const std::string& text) {
    put("sv/site.yaml", text);
    const Result<Site> site = reader.site("sv");
    return site ? "read" : shortened(site.error().message);
  }
  std::string topic_error(const std::string& text) {
    put("sv/topics/t.yaml", text);
    const Result<Topic> topic = reader.topic("sv", "t");
    return topic ? "read" : shortened(topic.error().message);
  }
  std::string manifest_error(const std::string& text) {
    put("manifest.yaml", text);
    const Result<Manifest> manifest = reader.manifest();
    return manifest ? "read" : shortened(manifest.error().message);
  }

  const TreeReader reader{testing::TempDir() + "/errors-" +
                          testing::UnitTest::GetInstance()->current_test_info()->name()};
};

// A good page whose last part is added by the test.
std::string page(const std::string& rest) { return "id: p\ntopic: t\nlang: sv\ntitle: T\n" + rest; }
std::string block(const std::string& rest) { return page("blocks:\n  - {id: b, " + rest + "}\n"); }

struct Wrong {
  std::string text, error;
};

TEST_F(TreeReaderErrors, OfAPage) {
  const Wrong table[] = {
      {page("blocks: []\n"), "read"},
      {page("blocks: []\ntitel: x\n"), "sv/pages/p.yaml:6:1: unknown key 'titel' in a page (did you mean 'title'?)"},
      {page("blocks: []\nzzzzzz: x\n"),
       "sv/pages/p.yaml:6:1: unknown key 'zzzzzz' in a page (known here: blocks, id, lang, title, topic, audience, "
       "icon, "
       "owner, review-by, summary, title-sound, valid-from)"},
      {page(""), "sv/pages/p.yaml:1:1: missing key 'blocks' in a page"},
      {page("blocks: x\n"), "sv/pages/p.yaml:5:9: expected a list under 'blocks', found 'x'"},
      {"id: p\ntopic: t\nlang: sv\ntitle: ''\nblocks: []\n", "sv/pages/p.yaml:4:8: nothing stands under 'title'"},
      {"id: p\ntopic: t\nlang:\ntitle: T\nblocks: []\n", "sv/pages/p.yaml:3:1: nothing stands under 'lang'"},
      {"id: P\ntopic: t\nlang: sv\ntitle: T\nblocks: []\n",
       "sv/pages/p.yaml:1:5: expected an id such as health/where-to-turn (a-z, 0-9, '-', at most one '/') under 'id', "
       "found 'P'"},
      {"id: q\ntopic: t\nlang: sv\ntitle: T\nblocks: []\n", "sv/pages/p.yaml: is 'q', expected 'p'"},
      {"id: p\ntopic: t/u\nlang: sv\ntitle: T\nblocks: []\n",
       "sv/pages/p.yaml:2:8: expected an id such as ring-1177 (a-z, 0-9, '-') under 'topic', found 't/u'"},
      {page("blocks: []\nreview-by: 2027-02-29\n"),
       "sv/pages/p.yaml:6:12: expected a date such as 2026-11-22 under 'review-by', found '2027-02-29'"},
      {page("blocks: []\nvalid-from: 22/11 2026\n"),
       "sv/pages/p.yaml:6:13: expected a date such as 2026-11-22 under 'valid-from', found '22/11 2026'"},
      {page("blocks: []\nicon: Call!\n"),
       "sv/pages/p.yaml:6:7: expected an icon's name such as local_hospital under 'icon', found 'Call!'"},
      {page("blocks: []\nowner: [a]\n"), "sv/pages/p.yaml:6:8: expected a text under 'owner', found a list"},
      {page("blocks: []\nsummary: [a]\n"), "sv/pages/p.yaml:6:10: expected a sentence, a map with keys, found a list"},
      {"- a\n", "sv/pages/p.yaml:1:1: expected a page, a map with keys, found a list"},
      {"", "sv/pages/p.yaml:1:1: expected a page, a map with keys, found nothing"},
      {"Välkommen\n", "sv/pages/p.yaml:1:1: expected a page, a map with keys, found 'Välkommen'"},
      {"id: &a p\n", "sv/pages/p.yaml:1:5: anchor '&a' (write the value out where it is needed)"},
  };
  for (const Wrong& wrong : table) EXPECT_EQ(page_error(wrong.text), wrong.error);
}

TEST_F(TreeReaderErrors, OfABlock) {
  const std::string at = "sv/pages/p.yaml:6:";
  const Wrong table[] = {
      {block("kind: paragraph, sentences: [a]"), "read"},
      {block("kind: paragrpah, sentences: [a]"),
       at + "19: unknown word under 'kind': found 'paragrpah' (did you mean 'paragraph'?)"},
      {block("sentences: [a]"), at + "5: missing key 'kind' in a paragraph"},
      {block("kind: paragraph"), at + "5: missing key 'sentences' in a paragraph"},
      {block("kind: paragraph, items: [], sentences: [a]"),
       at + "30: unknown key 'items' in a paragraph (known here: id, kind, sentences, sample, sound)"},
      {block("kind: paragraph, sentences: []"), at + "41: a paragraph has a sentence at least, found 0"},
      {block("kind: heading, level: 2, sentences: [a, b]"), at + "49: a heading has one sentence, found 2"},
      {block("kind: heading, level: 4, sentences: [a]"),
       at + "35: expected a whole number from 2 to 3 under 'level', found '4'"},
      {block("kind: heading, level: two, sentences: [a]"),
       at + "35: expected a whole number from 2 to 3 under 'level', found 'two'"},
      {block("kind: list, items: [a]"), at + "33: expected an item, a list of sentences"},
      {block("kind: steps"), at + "5: missing key 'items' in a block of steps"},
      {block("kind: contact, sentences: [a], contact: [{kind: fax, value: b}]"),
       at + "61: expected phone, email, url, address, hours or note under 'kind', found 'fax'"},
      {block("kind: contact, sentences: [a], contact: [{kind: note, value: ''}]"),
       at + "74: nothing stands under 'value'"},
      {block("kind: links, pages: [housing/rent]"), at + "34: expected a page, a map with keys, found 'housing/rent'"},
      {block("kind: links, pages: [{id: ../../etc, title: a}]"),
       at + "39: expected an id such as health/where-to-turn (a-z, 0-9, '-', at most one '/') under 'id', found "
            "'../../etc'"},
      {block("kind: paragraph, sentences: [a], sample: yes"),
       at + "54: expected true or false under 'sample', found 'yes'"},
      {block("kind: paragraph, sentences: [{text: a, state: draft}]"),
       at + "59: unknown word under 'state': found 'draft' (known here: source, reviewed, translated, review, machine, "
            "outdated, fallback)"},
      {block("kind: paragraph, sentences: [{text: a, runs: [b]}]"),
       at + "42: a sentence has 'text' or 'runs', not both"},
      {block("kind: paragraph, sentences: [{runs: [{text: a, kind: phome}]}]"),
       at + "66: unknown word under 'kind': found 'phome' (did you mean 'phone'?)"},
      {block("kind: paragraph, sentences: [{runs: [{text: a, link: 'http://x'}]}]"),
       at + "66: expected an id such as health/where-to-turn (a-z, 0-9, '-', at most one '/') under 'link', found "
            "'http://x'"},
      {block("kind: paragraph, sentences: [{text: a, lang: svenska}]"),
       at + "58: expected a language tag such as sv or zh-Hans under 'lang', found 'svenska'"},
      {block("kind: paragraph, sentences: [a]}\n  - {id: b, kind: paragraph, sentences: [a]"),
       "sv/pages/p.yaml:7:5: block 'b' stands twice (ids are unique in a page)"},
  };
  for (const Wrong& wrong : table) EXPECT_EQ(page_error(wrong.text), wrong.error) << wrong.text;
}

TEST_F(TreeReaderErrors, OfTextBeyondTheLimits) {
  const std::string sentence(8192, 'x'), longer(8193, 'x');
  EXPECT_EQ(page_error(block("kind: paragraph, sentences: [" + sentence + "]")), "read");
  EXPECT_EQ(page_error(block("kind: paragraph, sentences: [" + longer + "]")),
            "sv/pages/p.yaml:6:42: the sentence is larger than 8192 bytes");
  std::string seven, eight;
  for (int i = 0; i < 7; ++i) seven += sentence + ", ";
  eight = seven + sentence;
  EXPECT_EQ(page_error(block("kind: paragraph, sentences: [" + seven + "]")), "read");
  EXPECT_EQ(page_error(block("kind: paragraph, sentences: [" + eight + "]")),
            "sv/pages/p.yaml:6:57400: the texts are larger than 65536 bytes together");
  EXPECT_EQ(site_error("lang: sv\nname: S\ntopics: []\nui: {a: " + longer + "}\n"),
            "sv/site.yaml:4:9: the message is larger than 8192 bytes");
}

TEST_F(TreeReaderErrors, OfASite) {
  const Wrong table[] = {
      {"lang: sv\nname: S\ntopics: []\nui: {}\n", "read"},
      {"lang: fi\nname: S\ntopics: []\nui: {}\n", "sv/site.yaml: is 'fi', expected 'sv'"},
      {"lang: sv\nname: S\ntopics: [{id: a, title: A}, {id: a, title: B}]\nui: {}\n",
       "sv/site.yaml:3:29: 'a' stands twice (remove one of them)"},
      {"lang: sv\nname: S\ntopics: [{id: a, title: A, page-count: -1}]\nui: {}\n",
       "sv/site.yaml:3:40: expected a whole number from 0 to 100000 under 'page-count', found '-1'"},
      {"lang: sv\nname: S\ntopics: []\nui: []\n", "sv/site.yaml:4:5: expected the messages, a map with keys"},
      {"lang: sv\nname: S\ntopics: []\nui: {Bar Home: Hem}\n",
       "sv/site.yaml:4:16: 'Bar Home' is no key of a message, such as bar.home"},
      {"lang: sv\nname: S\ntopics: []\nui: {bar.home: {text: Hem}}\n",
       "sv/site.yaml:4:16: expected a text under 'bar.home', found a map"},
  };
  for (const Wrong& wrong : table) EXPECT_EQ(site_error(wrong.text), wrong.error);
}

TEST_F(TreeReaderErrors, OfATopic) {
  const Wrong table[] = {
      {"id: t\ntitle: T\npages: []\n", "read"},
      {"id: u\ntitle: T\npages: []\n", "sv/topics/t.yaml: is 'u', expected 't'"},
      {"id: t\ntitle: T\npages: [{id: a/b, title: A}, {id: a/b, title: B}]\n",
       "sv/topics/t.yaml:3:30: 'a/b' stands twice (remove one of them)"},
      {"id: t\ntitle: T\npages: [{id: a/b/c, title: A}]\n",
       "sv/topics/t.yaml:3:14: expected an id such as health/where-to-turn (a-z, 0-9, '-', at most one '/') under "
       "'id', "
       "found 'a/b/c'"},
      {"id: t\ntitle: T\npages: [a]\n", "sv/topics/t.yaml:3:9: expected a page, a map with keys, found 'a'"},
  };
  for (const Wrong& wrong : table) EXPECT_EQ(topic_error(wrong.text), wrong.error);
}

TEST_F(TreeReaderErrors, OfAManifest) {
  const std::string start =
      "built: ''\ncolours: {primary: '#123456', on-primary: '#123456', accent: '#abCDef'}\nname: N\nsite: s\nversion: "
      "'1'\n";
  const std::string fonts = "fonts: [{id: sans, regular: A.ttf, bold: B.ttf, package: p}]\n";
  const std::string sv =
      "{tag: sv, autonym: a, name-sv: a, name-en: a, script: Latn, format-locale: sv-SE, digits: latn, fonts: [sans]}";
  const std::string good = start + "schema: 1\n" + fonts + "languages:\n  - " + sv + "\n";
  const Wrong table[] = {
      {good, "read"},
      {good + "bundle: {sequence: 7}\n", "read"},
      {start + "schema: 2\nnew-key: 1\n", "manifest.yaml:6:9: the tree has schema 2, this program reads 1"},
      {good + "  - " + sv + "\n", "manifest.yaml:10:5: language 'sv' stands twice (remove one of them)"},
      {start + "schema: 1\nfonts: []\nlanguages:\n  - " + sv + "\n",
       "manifest.yaml:9:5: language 'sv' names the font family 'sans', which 'fonts' does not have"},
      {start + "schema: 1\n" + fonts + "languages: []\n", "manifest.yaml:8:12: a tree needs a language"},
      {good + "emergency-page: ../x\n",
       "manifest.yaml:10:17: expected an id such as health/where-to-turn (a-z, 0-9, '-', at most one '/') under "
       "'emergency-page', found '../x'"},
      {"built: today\n" + good.substr(10),
       "manifest.yaml:1:8: expected a date such as 2026-11-22 under 'built', found 'today'"},
  };
  for (const Wrong& wrong : table) EXPECT_EQ(manifest_error(wrong.text), wrong.error);
}

TEST_F(TreeReaderErrors, AMissingFileIsNamed) {
  EXPECT_EQ(shortened(reader.page("sv", "health/none").error().message),
            "cannot read sv/pages/health/none.yaml: No such file or directory");
}

TEST_F(TreeReaderErrors, NothingOutsideTheFolderIsOpened) {
  ASSERT_TRUE(write_file(reader.folder() + "-outside/p.yaml", page("blocks: []\n")));
  for (const char* id : {"",   "/", ".",   "..",  "../p", "a/../p", "a/b/c", "/etc/passwd", "a//b", "a/",
                         "/a", "A", "a b", "a_b", "a.b",  "å",      "a\n",   "-a",          "a/-b", "a\\b"}) {
    EXPECT_FALSE(is_content_id(id)) << id;
    EXPECT_EQ(reader.page("sv", id).error().message, "no page's id: '" + std::string(id) + "'");
    EXPECT_EQ(reader.topic("sv", id).error().message, "no topic's id: '" + std::string(id) + "'");
  }
  for (const char* tag :
       {"", ".", "..", "../sv", "sv/..", "/", "s", "svenska", "sv-", "-sv", "sv--x", "sv_SE", "sv-åäö", "12"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
    EXPECT_EQ(reader.site(tag).error().message, "no language tag: '" + std::string(tag) + "'");
    EXPECT_EQ(reader.page(tag, "p").error().message, "no language tag: '" + std::string(tag) + "'");
  }
  EXPECT_EQ(reader.topic("sv", "a/b").error().message, "no topic's id: 'a/b'");
}

TEST(ContentNames, GoodIdsAndTagsAreAccepted) {
  for (const char* id : {"a", "health/where-to-turn", "2026", "ring-1177"}) EXPECT_TRUE(is_content_id(id)) << id;
  for (const char* tag : {"sv", "zh-Hans", "fa-AF", "sv-x-lattlast", "ckb", "aii-Syrc"})
    EXPECT_TRUE(is_language_tag(tag)) << tag;
}

}  // namespace
}  // namespace kiosk::content
