// A build of what has changed is, byte for byte, the whole build.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <map>
#include <random>

#include "base/file.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;

const std::vector<std::string> kPayments = {"Du betalar hyra varje månad.", "Du betalar i förväg.",
                                            "Du betalar inget."};

// A town whose every part can be turned: what is written follows from these values.
struct Town {
  TestProject project;
  std::string rent = kPayments[0], buy = kPayments[1], title = "Hyra en bostad", summary = "Här får du råd.";
  std::string phone = "112", note = "Du kan få tolk.", explanation = "En region är stor.", topic = "Bostad";
  std::string languages = "sv, en, ar", topics = "home, health", date = "2026-11-22";
  int rent_order = 0;
  bool has_buy = true;
  std::map<std::string, std::string> translations;  // English and Arabic PO files, by path

  Town() {
    translate("en", "One ");
    translate("ar", "نص ");
    write();
  }

  void write() const {
    project.write("content/core/pages/home/rent.md", "---\nid: home/rent\ntitle: " + title +
                                                         "\norder: " + std::to_string(rent_order) + "\n---\n\n" + rent +
                                                         "\n{#pay}\n");
    const std::string path = "content/core/pages/home/buy.md";
    if (has_buy)
      project.write(path, "---\nid: home/buy\ntitle: Köpa\norder: 1\n---\n\n" + buy + "\n{#pay}\n");
    else
      std::filesystem::remove(project.root() + "/" + path);
    project.write("content/core/pages/health/care.md",
                  "---\nid: health/care\ntitle: Vård\nsummary: " + summary +
                      "\n---\n\nRing {tel_112} till regionen.\n{#call}\n\n[länkar]: pages:home/rent\n{#next}\n");
    project.write("content/core/facts.yaml", "facts:\n  tel_112: {kind: phone, value: \"" + phone +
                                                 "\"}\n  tel_1177: {kind: phone, value: \"1177\"}\n");
    project.write(
        "content/core/topics.yaml",
        "topics:\n  - {id: health, icon: help, title: Vård}\n  - {id: home, icon: home, title: " + topic + "}\n");
    project.write("content/core/glossary.yaml",
                  "terms:\n  - id: region\n    term: region\n    forms: [regionen]\n    explanation:\n      - " +
                      explanation + "\n");
    project.write("content/sites/town/contacts.yaml",
                  "contacts:\n  office:\n    name: Kontoret\n    lines:\n      - {kind: phone, label: Telefon, fact: "
                  "tel_town}\n      - {kind: note, text: " +
                      note + "}\n");
    project.write("content/sites/town/site.yaml",
                  "name: Staden\ncolours: {primary: \"#1F5C57\", on-primary: \"#FFFFFF\", accent: \"#C8501E\"}\n"
                  "languages: [" +
                      languages + "]\ntopics: [" + topics + "]\nemergency-page: health/care\n");
    for (const auto& [file, text] : translations) project.write(file, text);
  }

  // As a translator who has today's Swedish.
  void translate(const std::string& tag, const std::string& words) {
    std::string po = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n";
    int n = 0;
    const auto unit = [&](const std::string& context, const std::string& source) {
      const std::string more(static_cast<std::size_t>(++n), 'a');
      po += "\n# a note\nmsgctxt \"" + context + "\"\nmsgid \"" + source + "\"\nmsgstr \"" + words +
            (tag == "ar" ? "" : more) + (source.find("{tel_112}") != std::string::npos ? " {tel_112}" : "") + ".\"\n";
    };
    unit("topic:home#title", topic);
    unit("home/rent#title", title);
    unit("health/care#title", "Vård");
    unit("home/rent#pay", rent);
    if (has_buy) unit("home/buy#title", "Köpa");
    if (has_buy) unit("home/buy#pay", buy);
    unit("health/care#summary", summary);
    unit("health/care#call", "Ring {tel_112} till regionen.");
    unit("glossary:region#term", "region");
    unit("glossary:region#explanation", explanation);
    translations["locales/" + tag + "/core.po"] = po;
    translations["locales/" + tag + "/town.po"] =
        "msgctxt \"contact:office#note\"\nmsgid \"" + note + "\"\nmsgstr \"" + words + "\"\n";
  }

  Outcome build(const std::string& folder = "tree") const {
    return project.run({"build", "--site", "town", "--out", project.root() + "/" + folder, "--today", date});
  }
  Outcome build_whole() const {
    std::filesystem::remove_all(project.root() + "/whole");
    std::filesystem::remove(project.root() + "/whole.built");
    return build("whole");
  }
  void expect_same_trees(const std::string& after) const {
    const std::vector<std::string> files = list_files(project.root() + "/whole", "");
    ASSERT_EQ(list_files(project.root() + "/tree", ""), files) << after;
    for (const std::string& file : files)
      EXPECT_EQ(project.read("tree/" + file), project.read("whole/" + file)) << after << ": " << file;
  }
  // What the build says after the tree's name, once it was found equal to a whole build's.
  std::string rebuilt(const std::string& after) const {
    write();
    const Outcome outcome = build(), whole = build_whole();
    EXPECT_EQ(outcome.status, whole.status) << after;
    EXPECT_EQ(outcome.err, whole.err) << after;
    expect_same_trees(after);
    const std::size_t at = outcome.out.find("tree: ");
    return at == std::string::npos ? outcome.out : outcome.out.substr(at + 6);
  }
};

TEST(BuildChanges, NothingIsMadeAnewWhereNothingHasChanged) {
  const Town t;
  EXPECT_EQ(t.rebuilt("the first build"), "3 languages, 37 files\n");
  EXPECT_EQ(t.rebuilt("the same"), "3 languages, 37 files; 0 of 4 pages anew\n");
}

TEST(BuildChanges, APageAndThoseThatLinkToItAreMadeAnew) {
  Town t;
  t.rebuilt("the first build");
  t.title = "Att hyra";
  EXPECT_EQ(t.rebuilt("a title"), "3 languages, 37 files; 2 of 4 pages anew\n");
}

TEST(BuildChanges, APageOfOneChangedTranslationIsMadeAnew) {
  Town t;
  t.rebuilt("the first build");
  std::string& po = t.translations["locales/en/core.po"];
  po.replace(po.find("One aaaaaa."), 11, "Two words.");
  EXPECT_EQ(t.rebuilt("a unit"), "3 languages, 37 files; 1 of 4 pages anew\n");
  EXPECT_THAT(t.project.read("tree/en/pages/home/buy.yaml"), HasSubstr("Two words."));
}

TEST(BuildChanges, FilesOfOtherPagesAreNotTouched) {
  Town t;
  t.rebuilt("the first build");
  const auto file = t.project.root() + "/tree/en/pages/home/buy.yaml";
  const auto before = std::filesystem::last_write_time(file);
  t.summary = "Här får du hjälp.";
  EXPECT_THAT(t.rebuilt("a summary"), HasSubstr("1 of 4 pages anew"));
  EXPECT_EQ(std::filesystem::last_write_time(file), before);
}

TEST(BuildChanges, WhatAllPagesShareMakesAWholeBuild) {
  using Change = std::function<void(Town&)>;
  const std::vector<std::pair<std::string, Change>> changes = {
      {"a fact", [](Town& t) { t.phone = "113"; }},
      {"a contact", [](Town& t) { t.note = "Du kan få hjälp."; }},
      {"a term", [](Town& t) { t.explanation = "En region är ett område."; }},
      {"a translated term",
       [](Town& t) {
         std::string& po = t.translations["locales/en/core.po"];
         po.replace(po.rfind("One "), 4, "Six ");
       }},
      {"a language less", [](Town& t) { t.languages = "sv, en"; }},
      {"a language more", [](Town& t) { t.languages = "sv, en, ar, fi"; }},
      {"the order of topics", [](Town& t) { t.topics = "health, home"; }},
      {"a page less", [](Town& t) { t.has_buy = false; }},
      {"the date", [](Town& t) { t.date = "2026-12-01"; }},
  };
  for (const auto& [name, change] : changes) {
    Town t;
    t.rebuilt("the first build");
    change(t);
    EXPECT_THAT(t.rebuilt(name), testing::Not(HasSubstr("anew"))) << name;
  }
}

TEST(BuildChanges, AnOddMemoryMakesAWholeBuild) {
  Town t;
  t.rebuilt("the first build");
  const std::string memory = t.project.read("tree.built");
  std::string flipped = memory, older = memory;
  flipped[flipped.size() / 2] ^= 1;
  --older[older.find('\n') - 1];  // the number of the version
  for (const std::string& odd : {std::string(), memory.substr(0, memory.size() / 2), memory + "x", flipped, older}) {
    t.project.write("tree.built", odd);
    EXPECT_EQ(t.rebuilt("an odd memory"), "3 languages, 37 files\n");
    EXPECT_THAT(t.rebuilt("the one after it"), HasSubstr("0 of 4 pages anew"));
  }
}

TEST(BuildChanges, ATreeThatSomebodyTouchedIsMadeWhole) {
  Town t;
  t.rebuilt("the first build");
  t.project.write("tree/en/pages/home/rent.yaml", "mine");
  EXPECT_EQ(t.rebuilt("a file with other bytes"), "3 languages, 37 files\n");
  std::filesystem::remove(t.project.root() + "/tree/ar/site.yaml");
  EXPECT_EQ(t.rebuilt("a file less"), "3 languages, 37 files\n");
  t.project.write("tree/en/pages/home/more.yaml", "mine");
  EXPECT_THAT(t.rebuilt("a file more"), HasSubstr("0 of 4 pages anew"));
  t.project.write("tree/en/pages/home/more.yaml", "mine");
  t.rent = "Du betalar i tid.";
  EXPECT_THAT(t.rebuilt("a file more and another page"), HasSubstr(" of 4 pages anew"));
}

TEST(BuildChanges, AnErrorStopsItAndALaterBuildGoesOn) {
  Town t;
  t.rebuilt("the first build");
  t.rent = "Du betalar {avgift}.";
  t.write();
  const Outcome outcome = t.build();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("home/rent.md:7:12: error: there is no fact 'avgift'"));
  t.rent = kPayments[2];
  EXPECT_THAT(t.rebuilt("the error is gone"), HasSubstr("2 of 4 pages anew"));
}

// Two pages have a block of the same name: a sentence may wander from one to the other with its translation.
TEST(BuildChanges, AnySeriesOfEditsGivesTheTreesOfWholeBuilds) {
  for (unsigned seed = 1; seed <= 2; ++seed) {
    std::mt19937 random(seed);
    const auto one_of = [&](const std::vector<std::string>& all) { return all[random() % all.size()]; };
    Town t;
    t.rebuilt("the first build");
    int anew = 0;
    for (int step = 0; step < 40; ++step) {
      const unsigned kind = random() % 16;
      if (kind <= 2) t.rent = one_of(kPayments);
      if (kind >= 3 && kind <= 4) t.buy = one_of(kPayments);
      if (kind == 5) t.title = one_of({"Hyra en bostad", "Att hyra", "Hyra"});
      if (kind == 6) t.summary = one_of({"Här får du råd.", "Du får råd.", "Råd."});
      if (kind == 7) t.phone = one_of({"112", "113"});
      if (kind == 8) t.note = one_of({"Du kan få tolk.", "Du kan få hjälp."});
      if (kind == 9) t.explanation = one_of({"En region är stor.", "En region är ett område."});
      if (kind == 10) t.topic = one_of({"Bostad", "Att bo"});
      if (kind == 11) t.languages = one_of({"sv, en, ar", "sv, ar, en", "sv, en", "sv, en, ar, fi"});
      if (kind == 12) t.has_buy = !t.has_buy;
      if (kind == 13) t.rent_order = 2 - t.rent_order;
      if (kind >= 14) t.translate(one_of({"en", "ar"}), one_of({"One ", "Two ", "نص "}));
      const std::string said = t.rebuilt("seed " + std::to_string(seed) + ", step " + std::to_string(step) + ", edit " +
                                         std::to_string(kind));
      anew += said.find("anew") != std::string::npos;
      if (testing::Test::HasFailure()) return;
    }
    EXPECT_GT(anew, 10) << "most edits are of pages";
  }
}

}  // namespace
}  // namespace kiosk::tool
