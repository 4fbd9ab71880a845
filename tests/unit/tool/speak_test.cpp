// `speak`: a page as the kiosk reads it aloud, by the real espeak-ng, into files that can be listened to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "speech/pcm.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;

struct Told {
  TestProject project;
  Told() { project.edit("locales/sv/language.yaml", "fonts: [sans]", "fonts: [sans]\nvoice: sv"); }
  Outcome run(const char* page, const char* language, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"speak",  page,   language,  "--out",     project.root() + "/spoken",
                                          "--site", "town", "--today", "2026-11-22"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return project.run(arguments);
  }
  pugi::xml_document index() const {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(project.read("spoken/index.html").c_str()));
    return document;
  }
};

TEST(Speak, EverySentenceIsAWavFileThatTheIndexNamesWithItsTextAndLength) {
  const Told t;
  const Outcome spoken = t.run("health/care", "sv");
  ASSERT_EQ(spoken.status, 0) << spoken.err;
  const auto index = t.index();
  std::vector<std::string> texts;
  for (const auto& row : index.select_nodes("//tr[td]")) {
    texts.push_back(row.node().select_node("td[4]").node().text().get());
    EXPECT_STREQ(row.node().select_node("td[2]").node().text().get(), "sv");
    const std::string file = row.node().select_node(".//audio").node().attribute("src").value();
    const auto pcm = speech::parse_wav(t.project.read("spoken/" + file));
    ASSERT_TRUE(pcm.has_value()) << file << pcm.error().message;
    EXPECT_GT(pcm->duration_ms(), 300) << texts.back();
  }
  EXPECT_EQ(texts[0], "Vart ska jag vända mig?");
  EXPECT_THAT(texts, testing::IsSupersetOf({"Ring först", "Ring 1 1 7 7 om du är sjuk.", "Du får gratis råd.",
                                            "Vänta i 5 minuter.", "Ring 1 1 2 om det är bråttom."}));
  EXPECT_THAT(spoken.out, HasSubstr(std::to_string(texts.size()) + " of " + std::to_string(texts.size()) + " texts"));
}

TEST(Speak, ALanguageWithoutAVoiceIsNeverReadByAnother) {
  const Told t;
  const Outcome spoken = t.run("health/care", "ar");
  EXPECT_EQ(spoken.status, 1);
  const auto index = t.index();
  int silent = 0;
  for (const auto& row : index.select_nodes("//tr[td]")) {
    const std::string language = row.node().select_node("td[2]").node().text().get();
    const bool sounds = !row.node().select_nodes(".//audio").empty();
    EXPECT_EQ(sounds, language == "sv");
    if (sounds) continue;
    ++silent;
    EXPECT_STREQ(row.node().select_node("td[5]").node().text().get(), "");
    EXPECT_EQ(row.node().select_node("td[6]").node().text().get(), "there is no voice for '" + language + "'");
  }
  EXPECT_GT(silent, 0);
}

TEST(Speak, SpeaksSwedishWithWhoAsksInSwedish) {
  const Told t;
  EXPECT_THAT(t.run("health/care", "sv", {"--messages", "sv"}).out, HasSubstr("texter upplästa"));
  EXPECT_THAT(t.project.read("spoken/index.html"), HasSubstr("<th>röst</th>"));
}

TEST(Speak, AMistypedPageGetsASuggestion) {
  const Told t;
  const Outcome spoken = t.run("health/cares", "sv");
  EXPECT_EQ(spoken.status, 2);
  EXPECT_EQ(spoken.err, "no page 'health/cares'; did you mean 'health/care'?\n");
}

}  // namespace
}  // namespace kiosk::tool
