// Recordings that staff add: named by the text they say, and left out when the text has changed since.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "base/file.h"
#include "content/media.h"
#include "content/tree_reader.h"
#include "speech/pcm.h"
#include "support/source_dir.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPage = "content/core/pages/health/care.md";

std::string wav(std::int16_t level = 500) { return speech::wav_of({8000, std::vector<std::int16_t>(8000, level)}); }

// The block "advice" is recorded in Swedish, by the name that `speak` tells.
struct Recorded {
  TestProject project;
  std::string file;

  Recorded() {
    project.edit("locales/sv/language.yaml", "fonts: [sans]", "fonts: [sans]\nvoice: sv");
    file = name_of("advice");
    project.write(file, wav());
  }
  pugi::xml_document index(const std::string& page = "health/care") const {
    project.run({"speak", page, "sv", "--out", project.root() + "/spoken", "--site", "town", "--today", "2026-11-22"});
    pugi::xml_document index;
    EXPECT_TRUE(index.load_string(project.read("spoken/index.html").c_str()));
    return index;
  }
  std::string name_of(const std::string& block, const std::string& page = "health/care") const {
    const pugi::xml_document spoken = index(page);
    for (const auto& cell : spoken.select_nodes("//td[@class='file']")) {
      const std::string name = cell.node().text().get();
      if (name.find("/" + block + ".") != std::string::npos) return name.substr(0, name.rfind('.')) + ".wav";
    }
    ADD_FAILURE() << "no name for " << block;
    return "none";
  }
  std::string check() const { return project.run({"check", "--today", "2026-11-22"}).out; }
  Outcome build(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"build",   "--site", "town",    "--out",     project.root() + "/tree",
                                          "--langs", "sv,en",  "--today", "2026-11-22"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return project.run(arguments);
  }
  // As the tree has them, "" where there is none.
  std::map<std::string, std::string> sounds(const std::string& language = "sv") const {
    const auto page = content::TreeReader(project.root() + "/tree").page(language, "health/care");
    EXPECT_TRUE(page) << page.error().message;
    std::map<std::string, std::string> found{{"title", page->title_sound}};
    for (const content::Block& block : page->blocks) found[block.id] = block.sound;
    return found;
  }
  std::vector<std::string> media() const { return list_files(project.root() + "/tree/media", ""); }
};

TEST(Recordings, OneThatSaysTheTextIsInTheTree) {
  const Recorded t;
  EXPECT_THAT(t.file, testing::MatchesRegex("content/core/audio/sv/health/care/advice\\.[0-9a-f]{8}\\.wav"));
  EXPECT_THAT(t.check(), Not(HasSubstr("audio/")));
  ASSERT_EQ(t.build().status, 0);
  const std::string name = t.sounds()["advice"];
  EXPECT_EQ(content::TreeReader(t.project.root() + "/tree").media(name).value_or("none"), wav());
  EXPECT_EQ(t.sounds()["steps"], "");
}

TEST(Recordings, EveryBlockThatStaysAsItIsHasAName) {
  const Recorded t;
  const auto picture = read_file(test::source_dir() + "/tests/fuzz/corpus/picture/good.png");
  t.project.write("content/core/media/ticket.png", picture.value());
  t.project.edit(kPage, "[länkar]: pages:home/rent",
                 "[bild]: image:ticket \"En lapp.\"\n{#slip}\n\n[länkar]: pages:home/rent");
  for (const char* block : {"title", "first", "advice", "languages", "steps", "hurry", "slip"})
    t.project.write(t.name_of(block), wav());
  ASSERT_EQ(t.build().status, 0);
  for (const auto& [block, name] : t.sounds()) EXPECT_EQ(name.empty(), block == "next") << block;
}

TEST(Recordings, OneInALanguageIsNeverAnothersUnlessTheTextIs) {
  const Recorded t;  // nothing is translated: the English page stands in Swedish
  ASSERT_EQ(t.build().status, 0);
  EXPECT_EQ(t.sounds("en")["advice"], t.sounds()["advice"]);
  t.project.write("words.csv",
                  "context;source;target\n"
                  "health/care#advice;Ring {tel_1177} om du är sjuk.;Call {tel_1177} if you are ill.\n"
                  "health/care#advice;Du får **gratis** råd.;The advice is **free**.\n"
                  "health/care#title;Vart ska jag vända mig?;Where do I turn?\n"
                  "health/care#summary;Här får du råd.;Get advice here.\n"
                  "health/care#first;Ring först;Call first\n"
                  "health/care#languages;Du kan få råd på svenska.;You can get advice in Swedish.\n"
                  "health/care#steps;Ring numret.;Call the number.\n");
  ASSERT_EQ(
      t.project.run({"import", t.project.root() + "/words.csv", "--lang", "en", "--domain", "core", "--yes"}).status,
      0);
  ASSERT_EQ(t.build().status, 0);
  EXPECT_EQ(t.sounds("en")["advice"], "");
  EXPECT_NE(t.sounds()["advice"], "");
}

TEST(Recordings, OneWhoseTextHasChangedIsFoundAndLeftOut) {
  const Recorded t;
  t.project.edit(kPage, "om du är sjuk", "om du mår illa");
  const std::string found = t.check();
  EXPECT_THAT(found, HasSubstr(t.file + ": warning: the text has changed since it was recorded, so it is not used"));
  const std::string now = t.name_of("advice");
  EXPECT_NE(now, t.file);
  EXPECT_THAT(found, HasSubstr("name it " + now.substr(now.rfind('/') + 1) + ", else record it anew"));
  ASSERT_EQ(t.build().status, 0);
  EXPECT_EQ(t.sounds()["advice"], "");
  EXPECT_THAT(t.media(), testing::IsEmpty());
  t.project.write(now, wav(700));
  const Outcome all = t.project.run({"check", "--today", "2026-11-22", "--format", "json"});
  EXPECT_THAT(all.out, HasSubstr("\"another recording says the text as it is now\""));
  ASSERT_EQ(t.build().status, 0);
  EXPECT_NE(t.sounds()["advice"], "");
}

TEST(Recordings, OneWhoseFactHasChangedIsFoundToo) {
  const Recorded t;
  t.project.edit("content/core/facts.yaml", "value: \"1177\"", "value: \"1188\"");
  EXPECT_THAT(t.check(), HasSubstr("the text has changed since it was recorded"));
}

TEST(Recordings, WhatChangesNoWordChangesNoRecording) {
  const Recorded t;
  t.project.edit(kPage, "Du får **gratis** råd.", "Du får gratis råd.");
  EXPECT_THAT(t.check(), Not(HasSubstr("audio/")));
}

TEST(Recordings, ANameWithoutASumIsToldTheOneItNeeds) {
  const Recorded t;
  t.project.write("content/core/audio/sv/health/care/steps.wav", wav());
  const std::string name = t.name_of("steps"), found = t.check();
  EXPECT_THAT(found, HasSubstr("steps.wav: warning: the name does not tell which text it says"));
  EXPECT_THAT(found, HasSubstr("name it " + name.substr(name.rfind('/') + 1)));
}

struct Misplaced {
  const char* file;
  const char* finding;
};
std::ostream& operator<<(std::ostream& out, const Misplaced& file) { return out << file.file; }
class MisplacedRecordings : public testing::TestWithParam<Misplaced> {};

TEST_P(MisplacedRecordings, AreFoundAndCostThemselvesAlone) {
  const Recorded t;
  t.project.write("content/core/audio/" + std::string(GetParam().file), wav());
  EXPECT_THAT(t.check(), HasSubstr(std::string(GetParam().file) + ": " + GetParam().finding));
  ASSERT_EQ(t.build({"--keep-going"}).status, std::string(GetParam().finding).starts_with("error") ? 1 : 0);
  EXPECT_THAT(t.media(), testing::SizeIs(1));
}

INSTANTIATE_TEST_SUITE_P(
    Names, MisplacedRecordings,
    testing::Values(Misplaced{"sv/health/dentist/advice.00000000.wav", "warning: there is no page 'health/dentist'"},
                    Misplaced{"sv/health/care/advise.00000000.wav", "warning: the page has no block 'advise'"},
                    Misplaced{"sv/health/care/next.00000000.wav",
                              "warning: the block has no text in 'sv' that a recording could"},
                    Misplaced{"en/health/care/advice.00000000.wav",
                              "warning: the block has no text in 'en' that a recording could"},
                    Misplaced{"so/health/care/advice.00000000.wav", "warning: there is no language 'so'"},
                    Misplaced{"sv/health/office/hours.00000000.wav", "warning: there is no page 'health/office'"},
                    Misplaced{"sv/health/care/advice.mp3", "warning: no file that the kiosk can play"},
                    Misplaced{"sv/health/care/advice.opus", "error: is no opus inside"},
                    Misplaced{"sv/health/care/advice.3.wav", "error: is not named as a recording"},
                    Misplaced{"sv/health/care/a/advice.wav", "error: is not named as a recording"},
                    Misplaced{"sv/Advice.wav", "error: is not named as a recording"}));

TEST(Recordings, WhatIsNoSoundOrTooMuchOfItIsAnError) {
  const Recorded t;
  t.project.write(t.file, speech::wav_of({8000, {}}));
  EXPECT_THAT(t.check(), HasSubstr(t.file + ": error: the recording holds no sound"));
  EXPECT_EQ(t.build().status, 1);
  t.project.write(t.file, wav() + std::string(1u << 20, 'x'));
  EXPECT_THAT(t.check(), HasSubstr(t.file + ": error: cannot be read, or is larger than 1024 KB"));
  t.project.write(t.file, wav().replace(20, 1, "\x03"));
  EXPECT_THAT(t.check(), HasSubstr(t.file + ": error: the WAV file is not 16-bit PCM"));
  const std::string long_wav = t.project.root() + "/long.wav";
  ASSERT_TRUE(write_file(long_wav, speech::wav_of({8000, std::vector<std::int16_t>(8000 * 121, 500)})));
  const std::string opus = t.file.substr(0, t.file.size() - 3) + "opus";
  ASSERT_EQ(std::system(("opusenc --quiet " + long_wav + " " + t.project.root() + "/" + opus).c_str()), 0);
  EXPECT_THAT(t.check(), HasSubstr(opus + ": error: the recording is too long"));
}

// The next build looks at what has changed alone; recordings come, change and go all the same.
TEST(Recordings, ComeChangeAndGoWithTheNextBuild) {
  const Recorded t;
  ASSERT_EQ(t.build().status, 0);
  const std::vector<std::string> first = t.media();
  t.project.write(t.file, wav(900));
  ASSERT_EQ(t.build().status, 0);
  EXPECT_THAT(t.media(), testing::SizeIs(1));
  EXPECT_NE(t.media(), first);
  t.project.edit(kPage, "1. Ring numret.", "1. Ring oss.");
  EXPECT_THAT(t.build().out, HasSubstr("pages anew")) << "a page keeps its recording in a build of what has changed";
  EXPECT_EQ(t.sounds()["advice"], t.media().front());
  t.project.edit(kPage, "om du är sjuk", "om du mår illa");
  ASSERT_EQ(t.build().status, 0);
  EXPECT_THAT(t.media(), testing::IsEmpty());
  t.project.edit(kPage, "om du mår illa", "om du är sjuk");
  ASSERT_EQ(t.build().status, 0);
  EXPECT_THAT(t.media(), testing::SizeIs(1));
  std::filesystem::remove(t.project.root() + "/" + t.file);
  ASSERT_EQ(t.build().status, 0);
  EXPECT_THAT(t.media(), testing::IsEmpty());
  EXPECT_EQ(t.sounds()["advice"], "");
}

TEST(Recordings, SpeakLetsTheRecordingBeHeardInPlaceOfTheVoice) {
  const Recorded t;
  const pugi::xml_document index = t.index();
  const auto row = index.select_node("//tr[td='advice']").node();
  EXPECT_STREQ(row.select_node("td[3]").node().text().get(), "recorded");
  EXPECT_STREQ(row.select_node("td[4]").node().text().get(), "Ring 1 1 7 7 om du är sjuk. Du får gratis råd.");
  EXPECT_EQ(t.project.read("spoken/" + std::string(row.select_node(".//audio").node().attribute("src").value())),
            wav());
  EXPECT_EQ(index.select_nodes("//tr[td='advice']").size(), 1u);
}

TEST(Recordings, OfASitesPageStandInTheSite) {
  const Recorded t;
  const std::string file = t.name_of("come", "health/office");
  EXPECT_THAT(file, testing::StartsWith("content/sites/town/audio/sv/health/office/come."));
  t.project.write(file, wav(800));
  EXPECT_THAT(t.check(), Not(HasSubstr("audio/")));
  ASSERT_EQ(t.build().status, 0);
  EXPECT_THAT(t.media(), testing::SizeIs(2));
}

TEST(Recordings, ACardSaysItsNameLabelsAndFacts) {
  const Recorded t;
  const std::string file = t.name_of("who", "health/office");
  t.project.write(file, wav(800));
  ASSERT_EQ(t.build().status, 0);
  EXPECT_THAT(t.media(), testing::SizeIs(2));
  t.project.edit("content/sites/town/facts.yaml", "0123-45 67 89", "0123-45 67 88");
  EXPECT_THAT(t.check(), HasSubstr(file + ": warning: the text has changed"));
}

}  // namespace
}  // namespace kiosk::tool
