// Pictures from content/…/media to the tree: what staff write, what is found wrong, what the kiosk gets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "bundle/sha256.h"
#include "content/media.h"
#include "content/tree_reader.h"
#include "support/source_dir.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string sample(const std::string& name) {
  return read_file(test::source_dir() + "/tests/fuzz/corpus/picture/" + name).value();
}
std::string name_of(const std::string& bytes, const char* extension) {
  return content::media_name(bundle::sha256_hex(bytes), *content::media_format_of(std::string("x.") + extension));
}

constexpr const char* kPage = "content/core/pages/health/care.md";
constexpr const char* kAfter = "[länkar]: pages:home/rent";

struct WithPicture {
  TestProject project;
  explicit WithPicture(const std::string& line = "[bild]: image:ticket \"En lapp med ett nummer.\"\n{#lapp}") {
    project.write("content/core/media/ticket.png", sample("good.png"));
    if (!line.empty()) project.edit(kPage, kAfter, line + "\n\n" + kAfter);
  }
  std::string out() const { return project.root() + "/tree"; }
  Outcome build(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"build", "--site", "town", "--out", out(), "--today", "2026-11-22"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return project.run(arguments);
  }
  Outcome check() const { return project.run({"check", "--site", "town", "--today", "2026-11-22"}); }
  content::Block block(const std::string& language = "sv") const {
    const auto page = content::TreeReader(out()).page(language, "health/care");
    EXPECT_TRUE(page) << page.error().message;
    for (const content::Block& block : page->blocks)
      if (block.kind == content::BlockKind::kImage) return block;
    return {};
  }
};

TEST(Media, APictureStandsInTheTreeUnderTheNameOfItsBytes) {
  const WithPicture t;
  ASSERT_EQ(t.build().status, 0) << t.build().err;
  const std::string name = name_of(sample("good.png"), "png");
  EXPECT_EQ(t.block().media, name);
  EXPECT_EQ(t.block().id, "lapp");
  EXPECT_EQ(t.block().sentences.at(0).runs.at(0).text, "En lapp med ett nummer.");
  EXPECT_EQ(content::TreeReader(t.out()).media(name).value(), sample("good.png"));
}

TEST(Media, ThatNoPageShowsIsNotInTheTree) {
  const WithPicture t("");
  ASSERT_EQ(t.build().status, 0);
  EXPECT_FALSE(std::filesystem::exists(t.out() + "/media"));
  const Outcome found = t.project.run({"check", "--site", "town", "--today", "2026-11-22", "--format", "json"});
  EXPECT_THAT(found.out, HasSubstr("\"no page shows the picture 'ticket'\""));
  EXPECT_THAT(found.out, HasSubstr("\"path\": \"content/core/media/ticket.png\""));
}

TEST(Media, AnotherPictureIsAnotherFileAndTheOldOneGoes) {
  const WithPicture t;
  ASSERT_EQ(t.build().status, 0);
  std::filesystem::remove(t.project.root() + "/content/core/media/ticket.png");
  t.project.write("content/core/media/ticket.jpg", sample("good.jpg"));
  ASSERT_EQ(t.build().status, 0);
  EXPECT_EQ(t.block().media, name_of(sample("good.jpg"), "jpg"));
  EXPECT_EQ(list_files(t.out() + "/media", ""), std::vector<std::string>{t.block().media});
}

TEST(Media, BuildingOnePageBringsItsPictureAndKeepsTheOthers) {
  const WithPicture t;
  ASSERT_EQ(t.build().status, 0);
  t.project.write("content/core/media/house.jpg", sample("good.jpg"));
  t.project.edit("content/core/pages/home/rent.md", "{#", "{#");  // it is there
  const std::string rent = t.project.read("content/core/pages/home/rent.md");
  t.project.write("content/core/pages/home/rent.md", rent + "\n[bild]: image:house decorative\n");
  ASSERT_EQ(t.build({"--only", "home/rent"}).status, 0) << t.build({"--only", "home/rent"}).err;
  const std::vector<std::string> files = list_files(t.out() + "/media", "");
  EXPECT_THAT(files,
              testing::UnorderedElementsAre(name_of(sample("good.png"), "png"), name_of(sample("good.jpg"), "jpg")));
}

// The next build looks at what has changed alone; pictures come and go with their pages all the same.
TEST(Media, ComesWithThePageThatBeginsToShowItAndGoesWithTheLast) {
  const WithPicture t("");
  ASSERT_EQ(t.build().status, 0);
  t.project.edit(kPage, kAfter, std::string("[bild]: image:ticket decorative\n\n") + kAfter);
  ASSERT_EQ(t.build().status, 0);
  EXPECT_EQ(content::TreeReader(t.out()).media(t.block().media).value(), sample("good.png"));
  t.project.edit(kPage, "[bild]: image:ticket decorative\n\n", "");
  ASSERT_EQ(t.build().status, 0);
  EXPECT_FALSE(std::filesystem::exists(t.out() + "/media"));
}

TEST(Media, ADecorativePictureHasNoWordsAndNeedsNoId) {
  const WithPicture t("[bild]: image:ticket decorative");
  ASSERT_EQ(t.build().status, 0) << t.build().err;
  EXPECT_EQ(t.block().id, "image-ticket");
  EXPECT_TRUE(t.block().sentences.empty());
}

TEST(Media, TheWordsAreAUnitOfTheirBlockAndShownInTheReadersLanguage) {
  const WithPicture t;
  t.project.write("words.csv", "context;source;target\nhealth/care#lapp;En lapp med ett nummer.;ورقة عليها رقم.\n");
  ASSERT_EQ(
      t.project.run({"import", t.project.root() + "/words.csv", "--lang", "ar", "--domain", "core", "--yes"}).status,
      0);
  ASSERT_EQ(t.build().status, 0);
  const std::string page = t.project.read("tree/ar/pages/health/care.yaml");
  EXPECT_THAT(page, HasSubstr("media: \"" + name_of(sample("good.png"), "png")));
  EXPECT_THAT(t.project.read("locales/ar/core.po"),
              HasSubstr("msgctxt \"health/care#lapp\"\nmsgid \"En lapp med ett nummer.\"\nmsgstr \"ورقة عليها رقم.\""));
}

TEST(Media, ExtractGivesItsBlockAnId) {
  const WithPicture t("[bild]: image:ticket \"En lapp med ett nummer.\"");
  ASSERT_EQ(t.project.run({"extract"}).status, 0);
  EXPECT_THAT(t.project.read(kPage), HasSubstr("\"En lapp med ett nummer.\"\n{#en-lapp-med-ett}\n"));
}

struct FaultyLine {
  const char* line;
  const char* finding;
};
std::ostream& operator<<(std::ostream& out, const FaultyLine& line) { return out << line.line; }
class FaultyLines : public testing::TestWithParam<FaultyLine> {};

TEST_P(FaultyLines, AreNamed) {
  const WithPicture t(GetParam().line);
  EXPECT_THAT(t.check().out, HasSubstr(GetParam().finding));
}

INSTANTIATE_TEST_SUITE_P(
    Images, FaultyLines,
    testing::Values(
        FaultyLine{"[bild]: image:ticket\n{#a}", "error: the picture 'ticket' has no alternative text"},
        FaultyLine{"[bild]: image:tickets \"En lapp.\"\n{#a}", "error: there is no picture 'tickets'"},
        FaultyLine{"[bild]: image:tickets \"En lapp.\"\n{#a}", "hint: did you mean 'ticket'?"},
        FaultyLine{"[bild]: image:ticket En lapp.\n{#a}",
                   "error: expected the alternative text in quotes after 'ticket'"},
        FaultyLine{"[bild]: image:ticket.png \"En lapp.\"\n{#a}", "error: 'ticket.png' is no id"},
        FaultyLine{"[bild]: image:ticket \"En **lapp**.\"\n{#a}", "error: bold words or a link in an alternative text"},
        FaultyLine{"[bild]: image:ticket \"Bilden visar en lapp.\"\n{#a}",
                   "warning: 'Bilden visar' opens an alternative text"},
        FaultyLine{"[bild]: image:ticket \"En lapp och en till och en till och en till och en till och en till och en "
                   "till och en till och en till och en till och en till och en till och en till.\"\n{#a}",
                   "warning: an alternative text of 152 characters"}));

TEST(Media, TheLineAndColumnOfAFaultAreTheWords) {
  const WithPicture t("[bild]: image:ticket \"Ring {tel_nobody}.\"\n{#a}");
  EXPECT_THAT(t.check().out, HasSubstr("care.md:29:28: error: there is no fact 'tel_nobody'"));
}

struct FaultyFile {
  const char* name;
  const char* sample;
  const char* finding;
};
std::ostream& operator<<(std::ostream& out, const FaultyFile& file) {
  return out << file.name << " of " << file.sample;
}
class FaultyFiles : public testing::TestWithParam<FaultyFile> {};

TEST_P(FaultyFiles, AreNamed) {
  const WithPicture t("");
  t.project.write(std::string("content/core/media/") + GetParam().name, sample(GetParam().sample));
  EXPECT_THAT(t.check().out,
              HasSubstr(std::string("content/core/media/") + GetParam().name + ": " + GetParam().finding));
}

INSTANTIATE_TEST_SUITE_P(
    Files, FaultyFiles,
    testing::Values(FaultyFile{"a.png", "cut-short.png", "error: the picture's file is cut short"},
                    FaultyFile{"a.png", "damaged.png", "error: the picture's file is damaged"},
                    FaultyFile{"a.png", "huge.png", "error: a picture of 60000x60000 px"},
                    FaultyFile{"a.jpg", "scans.jpg", "error: a JPEG of more than 64 scans"},
                    FaultyFile{"a.jpg", "good.png", "error: is no jpg inside"},
                    FaultyFile{"a.jpg", "exif.jpg", "warning: the picture holds what a camera wrote"},
                    FaultyFile{"a.gif", "good.png", "warning: no file that the kiosk can show"},
                    FaultyFile{"Min bild.png", "good.png", "error: 'Min bild' cannot be a file's name here"},
                    FaultyFile{"ticket.webp", "lossy.webp",
                               "error: 'ticket' is there as content/core/media/ticket.png"}));

TEST(Media, AFileThatIsTooLargeIsNotRead) {
  const WithPicture t("");
  t.project.write("content/core/media/large.png", sample("good.png") + std::string(1u << 20, 'x'));
  EXPECT_THAT(t.check().out, HasSubstr("large.png: error: cannot be read, or is larger than 1024 KB"));
}

TEST(Media, AGoodPictureIsNotSpokenOf) {
  const WithPicture t;
  EXPECT_THAT(t.check().out, Not(HasSubstr("ticket")));
}

TEST(Media, ABrokenPictureStopsTheBuild) {
  const WithPicture t;
  t.project.write("content/core/media/ticket.png", sample("damaged.png"));
  EXPECT_EQ(t.build().status, 1);
  EXPECT_FALSE(std::filesystem::exists(t.out()));
}

TEST(Media, ASitesPageMayShowThePicturesOfTheCore) {
  const WithPicture t("");
  t.project.write("content/sites/town/media/ticket.png", sample("good.jpg"));
  EXPECT_THAT(t.check().out, HasSubstr("content/sites/town/media/ticket.png: error: is no png inside"));
}

TEST(Media, ThePreviewShowsThePicture) {
  const auto preview = [](const WithPicture& t) {
    const Outcome drawn = t.project.run({"preview", "health/care", "sv", "--out", t.project.root() + "/a.png", "--site",
                                         "town", "--today", "2026-11-22"});
    EXPECT_EQ(drawn.status, 0) << drawn.err;
    return t.project.read("a.png");
  };
  const WithPicture one;
  const WithPicture other;
  other.project.write("content/core/media/ticket.png", sample("damaged.png"));
  EXPECT_NE(preview(one), preview(other)) << "where it cannot be shown its words are";
}

}  // namespace
}  // namespace kiosk::tool
