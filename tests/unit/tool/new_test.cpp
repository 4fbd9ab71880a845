// `new`: templates that are correct from the start, and nothing is written over.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "templates.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;

TEST(New, APageIsAConformingTemplateThatWantsOnlyItsOwnWords) {
  const TestProject project;
  const Outcome made = project.run({"new", "page", "health/dentist", "--today", "2026-11-22"});
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(made.out,
            "content/core/pages/health/dentist.md\n"
            "next: write your text in it, then run: kiosk-content check\n");
  const std::string page = project.read("content/core/pages/health/dentist.md");
  EXPECT_THAT(page, HasSubstr("# A page from the conforming template: "));
  EXPECT_THAT(page, HasSubstr("valid-from: 2026-11-22\n"));
  EXPECT_THAT(page, HasSubstr("review-by: 2027-11-22\n"));
  const Outcome checked = project.run({"check", "--today", "2026-11-22"});
  EXPECT_EQ(checked.status, 0) << checked.out;
  EXPECT_THAT(checked.out,
              HasSubstr("content/core/pages/health/dentist.md:20:1: warning: 'Skriv det viktigaste först.' "
                        "is the template's text\n    Skriv det viktigaste först.\nhint: write your own\n"));
  std::size_t warnings = 0, of_template = 0;
  for (std::size_t at = 0; (at = checked.out.find(": warning: ", at)) != std::string::npos; ++at) ++warnings;
  for (std::size_t at = 0; (at = checked.out.find("is the template's text", at)) != std::string::npos; ++at)
    ++of_template;
  EXPECT_EQ(warnings, of_template);
  EXPECT_EQ(project.run({"extract"}).out, "0 new ids\n");
}

TEST(New, APageOfASiteStandsInItsFolder) {
  const TestProject project;
  EXPECT_EQ(project.run({"new", "page", "health/dentist", "--site", "town"}).status, 0);
  EXPECT_TRUE(file_exists(project.root() + "/content/sites/town/pages/health/dentist.md"));
}

TEST(New, WritesNothingOver) {
  const TestProject project;
  const std::string before = project.read("content/core/pages/health/care.md");
  const Outcome page = project.run({"new", "page", "health/care"});
  EXPECT_EQ(page.status, 2);
  EXPECT_EQ(page.err, "the page 'health/care' is there already\n");
  EXPECT_EQ(project.read("content/core/pages/health/care.md"), before);
  const Outcome site = project.run({"new", "site", "town"});
  EXPECT_EQ(site.status, 2);
  EXPECT_EQ(site.err, "'content/sites/town/contacts.yaml' is there already; nothing was written\n");
  const Outcome language = project.run({"new", "language", "ar"});
  EXPECT_EQ(language.status, 2);
  EXPECT_EQ(language.err, "'locales/ar/language.yaml' is there already; nothing was written\n");
}

TEST(New, ANameThatCannotBeIsRefused) {
  const TestProject project;
  const struct {
    std::vector<std::string> arguments;
    const char* message;
  } kCases[] = {
      {{"page", "dentist"}, "'dentist' is no page's name; write TOPIC/PAGE with small letters a-z, digits and '-'\n"},
      {{"page", "health/../x"},
       "'health/../x' is no page's name; write TOPIC/PAGE with small letters a-z, digits and '-'\n"},
      {{"page", "helth/dentist"}, "there is no topic 'helth'; did you mean 'health'?\n"},
      {{"page", "health/dentist", "--site", "twon"}, "there is no site 'twon'; did you mean 'town'?\n"},
      {{"site", "core"}, "'core' cannot be a site's name; write small letters a-z, digits and '-'\n"},
      {{"site", "../x"}, "'../x' cannot be a site's name; write small letters a-z, digits and '-'\n"},
      {{"language", "arabic/x"}, "'arabic/x' is no language tag; write it as BCP 47 has it: ar, zh-Hans, fa-AF\n"},
      {{"language", "km"}, "no font of fonts/stacks.yaml has the letters of 'km'; add a family first\n"},
  };
  for (const auto& c : kCases) {
    std::vector<std::string> arguments = {"new"};
    arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
    const Outcome made = project.run(arguments);
    EXPECT_EQ(made.status, 2);
    EXPECT_EQ(made.err, c.message);
  }
}

TEST(New, ASiteBuildsOnceItHasAName) {
  const TestProject project;
  EXPECT_EQ(project.run({"new", "site", "new-town"}).out,
            "content/sites/new-town/contacts.yaml\ncontent/sites/new-town/facts.yaml\n"
            "content/sites/new-town/site.yaml\n"
            "next: write the municipality's name, then run: kiosk-content new page TOPIC/PAGE --site new-town\n");
  project.edit("content/sites/new-town/site.yaml", "name: Skriv kommunens namn", "name: Nystads kommun");
  const Outcome built =
      project.run({"build", "--site", "new-town", "--out", project.root() + "/tree", "--today", "2026-11-22"});
  EXPECT_EQ(built.status, 0) << built.err;
}

TEST(New, ALanguageIsWhatCldrKnows) {
  const TestProject project;
  const Outcome made = project.run({"new", "language", "fa-AF"});
  EXPECT_EQ(made.out,
            "locales/fa-AF/language.yaml\n"
            "next: read it with somebody who speaks the language, add it to a site.yaml, then run: kiosk-content "
            "update --langs fa-AF\n");
  const std::string file = project.read("locales/fa-AF/language.yaml");
  EXPECT_THAT(file, HasSubstr("tag: fa-AF\n"));
  EXPECT_THAT(file, HasSubstr("autonym: \"فارسی (افغانستان)\"\n"));
  EXPECT_THAT(file,
              HasSubstr("name-sv: \"persiska (Afghanistan)\"\nname-en: \"Persian (Afghanistan)\"\nscript: Arab\n"));
  EXPECT_THAT(file, HasSubstr("format-locale: fa-AF-u-ca-gregory\n"));
  EXPECT_THAT(file, HasSubstr("digits: arabext\n"));
  EXPECT_THAT(file, HasSubstr("fonts: [arabic, sans]\n")) << "as Arabic has them";
  EXPECT_EQ(project.run({"check", "--today", "2026-11-22", "--langs", "fa-AF"}).status, 0);
  EXPECT_EQ(project.run({"update", "--langs", "fa-AF"}).status, 0);
  EXPECT_TRUE(file_exists(project.root() + "/locales/fa-AF/ui.po"));
}

TEST(New, TheCommentsAreInTheWordsOfTheTool) {
  const TestProject project;
  EXPECT_EQ(project.run({"--messages", "sv", "new", "page", "health/dentist"}).out,
            "content/core/pages/health/dentist.md\n"
            "härnäst: skriv din text i den, kör sedan: kiosk-content check\n");
  EXPECT_THAT(project.read("content/core/pages/health/dentist.md"),
              HasSubstr("# En sida från mallen som följer reglerna: lätt att läsa, och rätt för alla språk och för "
                        "uppläsning.\n"));
}

}  // namespace
}  // namespace kiosk::tool
