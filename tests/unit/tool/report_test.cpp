// `report`: one file with everything a reviewer needs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "base/file.h"
#include "base64.h"
#include "report_values.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Reported {
  TestProject project;
  Reported() {
    project.write("rows.csv",
                  "context;source;target\nhome/rent#title;Hyra en bostad;Rent & home\n"
                  "health/care#title;Vart ska jag vända mig?;Where do I turn\n");
    project.run({"import", project.root() + "/rows.csv", "--lang", "en", "--domain", "core"});
  }
  std::string out() const { return project.root() + "/report.html"; }
  std::string report(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"report", "--out", out(), "--today", "2027-06-01"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    project.run(arguments);
    return project.read("report.html");
  }
};

std::size_t count_of(const pugi::xml_document& document, const char* path) {
  return document.select_nodes(path).size();
}

TEST(Base64, PadsAsTheStandardSays) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("\xFF\xFE\xFD\x00"), "//79");
  EXPECT_EQ(base64(std::string_view("\0\0\0\0", 4)), "AAAAAA==");
}

TEST(Report, ShowsEveryTextBesideItsSourceWithStateAndFindings) {
  const Reported t;
  const std::string html = t.report({"--langs", "en,ar", "--no-pictures"});
  EXPECT_THAT(html, HasSubstr("<td class=\"text\" lang=\"sv\">Hyra en bostad</td><td class=\"text\">"
                              "<div lang=\"en\" dir=\"ltr\">Rent &amp; home</div>"));
  EXPECT_THAT(html, HasSubstr("<td class=\"state translated\">translated</td>"));
  EXPECT_THAT(html, HasSubstr("<div lang=\"ar\" dir=\"rtl\"></div></td><td class=\"state missing\">missing</td>"));
  EXPECT_THAT(html, HasSubstr("Where do I turn</div><p class=\"finding warning\">punctuation: the text ends with no "
                              "mark, the source with a question mark<br />"));
}

TEST(Report, TellsCoverageAndPagesThatAreDue) {
  const Reported t;
  const std::string html = t.report({"--langs", "en", "--no-pictures"});
  EXPECT_THAT(html, HasSubstr("<tr><td>English (English)</td><td>en</td><td class=\"n\">"));
  EXPECT_THAT(html, HasSubstr("<td class=\"outdated\">2027-05-01 (overdue)</td>"
                              "<td><a href=\"#core/health/care\">core: Vart ska jag vända mig?</a></td>"
                              "<td>Vårdnämnden</td>"));
  EXPECT_THAT(html, HasSubstr("id=\"core/health/care\""));
}

TEST(Report, IsWellFormedAndNeedsNoOtherFile) {
  const Reported t;
  const std::string html = t.report({"--langs", "en,ar", "--site", "town"});
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_string(html.c_str());
  ASSERT_TRUE(parsed) << parsed.description() << " at " << parsed.offset;
  EXPECT_EQ(count_of(document, "//img"), 9u) << "three pages in three languages";
  EXPECT_EQ(count_of(document, "//img[starts-with(@src, 'data:image/png;base64,iVBORw0KGgo')]"), 9u);
  EXPECT_EQ(count_of(document, "//script"), 0u);
  EXPECT_EQ(count_of(document, "//link"), 0u);
  EXPECT_THAT(html, Not(HasSubstr("http://")));
  EXPECT_EQ(list_files(t.project.root(), ".picture").size(), 0u);
}

TEST(Report, EveryFindingOfTheCheckIsInIt) {
  const Reported t;
  t.project.edit("content/core/pages/health/care.md", "(page:home/rent)", "(page:home/rents)");
  t.project.write("content/core/pages/home/broken.md", "no front matter\n");
  DiagnosticSink sink;
  Project project = load_project(t.project.root(), {}, sink);
  project.load_translations(t.project.root(), {"en"}, sink);
  check_project(project, "2027-06-01", sink);
  ASSERT_GT(sink.errors(), 1);
  const Report report = collect_report(project, {"en"}, sink.all(), "2027-06-01");
  std::size_t shown = report.elsewhere.size();
  for (const ReportPage& page : report.pages) {
    shown += page.findings.size();
    for (const ReportTranslation& translation : page.translations)
      for (const ReportUnit& unit : translation.units) shown += unit.findings.size();
  }
  EXPECT_EQ(shown, sink.all().size());
}

}  // namespace
}  // namespace kiosk::tool
