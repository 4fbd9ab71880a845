#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace kiosk {
namespace {

TEST(Diagnostic, TextHasPlaceSeverityLineAndHint) {
  Diagnostic d;
  d.severity = Severity::kWarning;
  d.at = {"pages/a.md", 3, 7};
  d.message = "expected 'title', found 'titel'";
  d.source_line = "titel: Hej";
  d.hint = "did you mean 'title'?";
  EXPECT_EQ(to_text(d),
            "pages/a.md:3:7: warning: expected 'title', found 'titel'\n    titel: Hej\nhint: did you mean 'title'?");
}

TEST(Diagnostic, UnknownPlacesAreLeftOut) {
  Diagnostic d;
  d.message = "no pages";
  EXPECT_EQ(to_text(d), "error: no pages");
  d.at = {"a.md", 0, 4};
  EXPECT_EQ(to_text(d), "a.md: error: no pages");
  d.at = {"a.md", 2, 0};
  EXPECT_EQ(to_text(d), "a.md:2: error: no pages");
}

TEST(DiagnosticSink, KeepsTheOrderAndCountsErrorsAlone) {
  DiagnosticSink sink;
  sink.warning("lix", {"a.md", 1, 1}, "hard to read");
  sink.error("syntax", {"a.md", 2, 1}, "no title", "add one");
  sink.add({Severity::kHint, "passive", {}, "passive", {}, {}, {}, {}, {}});
  EXPECT_EQ(sink.errors(), 1);
  ASSERT_EQ(sink.all().size(), 3u);
  EXPECT_EQ(sink.all()[0].check, "lix");
  EXPECT_EQ(to_text(sink.all()[1]), "a.md:2:1: error: no title\nhint: add one");
  EXPECT_STREQ(to_string(sink.all()[2].severity), "hint");
}

TEST(Position, CountsLinesAndCharacters) {
  const std::string_view text = "åä\nไทย x\n";
  const struct {
    std::size_t offset;
    int line, column;
  } table[] = {{0, 1, 1}, {2, 1, 2}, {4, 1, 3}, {5, 2, 1}, {14, 2, 4}, {15, 2, 5}, {17, 3, 1}, {99, 3, 1}};
  for (const auto& row : table) {
    const SourcePosition at = position_at("f", text, row.offset);
    EXPECT_EQ(at.path, "f");
    EXPECT_EQ(at.line, row.line) << row.offset;
    EXPECT_EQ(at.column, row.column) << row.offset;
  }
}

TEST(Position, AByteInsideACharacterIsThatCharacter) {
  EXPECT_EQ(position_at("f", "aไb", 2).column, 2);
  EXPECT_EQ(position_at("f", "aไb", 3).column, 2);
  EXPECT_EQ(position_at("f", "aไb", 4).column, 3);
}

TEST(LineOf, GivesLinesWithoutTheirEnds) {
  const std::string_view text = "one\r\ntwo\n\nfour";
  EXPECT_EQ(line_of(text, 1), "one");
  EXPECT_EQ(line_of(text, 2), "two");
  EXPECT_EQ(line_of(text, 3), "");
  EXPECT_EQ(line_of(text, 4), "four");
  EXPECT_EQ(line_of(text, 5), "");
}

TEST(Nearest, FindsTheSlipAndLeavesOtherWords) {
  const std::vector<std::string> known{"title", "summary", "icon", "owner", "valid-from"};
  const std::pair<const char*, const char*> table[] = {{"titel", "title"},
                                                       {"tittle", "title"},
                                                       {"titl", "title"},
                                                       {"sumary", "summary"},
                                                       {"sumamry", "summary"},
                                                       {"icno", "icon"},
                                                       {"ico", "icon"},
                                                       {"onwer", "owner"},
                                                       {"valid_from", "valid-from"},
                                                       {"validfrom", "valid-from"},
                                                       {"title", "title"},
                                                       {"picture", ""},
                                                       {"", ""},
                                                       {"xy", ""}};
  for (const auto& [word, expected] : table) EXPECT_EQ(nearest(word, known), expected) << word;
  EXPECT_EQ(nearest("title", {}), "");
}

}  // namespace
}  // namespace kiosk
