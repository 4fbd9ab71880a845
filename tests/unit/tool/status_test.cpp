// `status` by language, page and board; `status` and `check` as HTML.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;

struct Counted {
  TestProject project;
  Counted() {
    project.write("rows.csv",
                  "context;source;target\nhome/rent#title;Hyra en bostad;Rent\n"
                  "health/care#title;Vart ska jag vända mig?;Where do I turn\n");
    project.run({"import", project.root() + "/rows.csv", "--lang", "en", "--domain", "core"});
  }
  nlohmann::json by(const char* what) const {
    return nlohmann::json::parse(project.run({"status", "--by", what, "--langs", "en", "--format", "json"}).out);
  }
};

nlohmann::json row_of(const nlohmann::json& rows, const char* key, const char* value) {
  for (const nlohmann::json& row : rows)
    if (row.at(key) == value) return row;
  return {};
}

TEST(Status, CountsByPage) {
  const Counted t;
  const nlohmann::json rows = t.by("page");
  EXPECT_EQ(row_of(rows, "page", "home/rent"),
            nlohmann::json::parse(R"({"page": "home/rent", "units": 2, "missing": 1, "machine": 0, "review": 0,
                                      "outdated": 0, "translated": 1, "reviewed": 0})"));
  EXPECT_FALSE(row_of(rows, "page", "ui.po").is_null());
}

TEST(Status, CountsByBoard) {
  const Counted t;
  const nlohmann::json rows = t.by("board"), row = row_of(rows, "board", "Vårdnämnden");
  ASSERT_FALSE(row.is_null());
  EXPECT_EQ(row["translated"], 1);
  int units = 0;
  for (const nlohmann::json& each : rows) units += each["units"].get<int>();
  EXPECT_EQ(units, t.by("language")[0]["units"].get<int>());
}

TEST(Status, AsTextAlignsByCharacters) {
  const Counted t;
  EXPECT_THAT(t.project.run({"status", "--langs", "en"}).out,
              testing::StartsWith("language       units     missing     machine      review    outdated  translated    "
                                  "reviewed\nen                28          26           0           0           0      "
                                  "     2           0\n"));
}

TEST(Status, AsHtmlIsOneWellFormedFile) {
  const Counted t;
  const Outcome outcome = t.project.run({"status", "--by", "page", "--langs", "en", "--format", "html"});
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_string(outcome.out.c_str());
  ASSERT_TRUE(parsed) << parsed.description();
  EXPECT_EQ(document.select_nodes("//link | //script | //img").size(), 0u);
  EXPECT_THAT(outcome.out, HasSubstr("<tr><td>home/rent</td><td class=\"n\">2</td><td class=\"n missing\">1</td>"));
}

TEST(Check, AsHtmlIsOneWellFormedFile) {
  const Counted t;
  const Outcome outcome =
      t.project.run({"check", "--langs", "en", "--today", "2026-11-22", "--no-fit", "--format", "html"});
  EXPECT_EQ(outcome.status, 0);
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_string(outcome.out.c_str());
  ASSERT_TRUE(parsed) << parsed.description();
  EXPECT_THAT(outcome.out, HasSubstr("<p>0 errors, 1 warning</p>\n<h2>locales/en/core.po</h2>\n"));
  EXPECT_THAT(outcome.out,
              HasSubstr("<div dir=\"auto\" lang=\"en\">Where do I turn</div><p class=\"finding warning\">"
                        "warning (punctuation): the text ends with no mark, the source with a question mark</p></td>"
                        "<td>end the sentence as the source does</td></tr>\n"));
}

}  // namespace
}  // namespace kiosk::tool
