#include "po.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/file.h"
#include "support/source_dir.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

std::string faults_of(std::string_view text) {
  DiagnosticSink sink;
  read_po(text, "x.po", sink);
  std::string all;
  for (const Diagnostic& d : sink.all()) all += d.check + " " + to_text(d) + "\n";
  return all;
}

TEST(Po, AFileKeepsItsBytes) {
  const std::string text = read_file(test::source_dir() + "/tests/unit/tool/po/kept.po").value();
  DiagnosticSink sink;
  const PoFile file = read_po(text, "kept.po", sink);
  EXPECT_EQ(sink.all().size(), 0u);
  EXPECT_EQ(write_po(file), text);
}

TEST(Po, AnEntryKnowsItsParts) {
  const std::string text = read_file(test::source_dir() + "/tests/unit/tool/po/kept.po").value();
  DiagnosticSink sink;
  const PoFile file = read_po(text, "kept.po", sink);
  const PoEntry* entry = file.find("health/care#first", "Hem");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->text(), "Koti");
  EXPECT_TRUE(entry->fuzzy());
  EXPECT_EQ(entry->previous_context, "health/care#old");
  EXPECT_EQ(entry->previous_id, "Hem och hus");
  EXPECT_THAT(entry->flags, testing::ElementsAre("fuzzy", "no-wrap", "our-own-flag"));
  EXPECT_EQ(entry->references.size(), 3u);
  EXPECT_EQ(entry->string_line, 20);
  EXPECT_EQ(entry->string_column, 9);
  EXPECT_TRUE(file.entries.back().obsolete);
  EXPECT_EQ(file.find("long", file.entries[3].id)->text(), "first line\n\tsecond \"quoted\" \\ line\n");
}

// Words of many scripts in an order that only the seed decides, wrapped by us and by msgcat.
TEST(Po, LinesBreakWhereMsgcatBreaksThem) {
  const std::vector<std::string> words = {"Kommunen",
                                          "har",
                                          "ansvar.",
                                          "e-post",
                                          "(tolk)",
                                          "1 000",
                                          "20–30 %",
                                          "www.1177.se",
                                          "–",
                                          "\"citat\"",
                                          "{tel_1177}",
                                          "**fet**",
                                          "[länk](page:a/b)",
                                          "البلدية",
                                          "مسؤولة،",
                                          "١١٧٧",
                                          "شهرداری",
                                          "می‌شود",
                                          "שלום",
                                          "בית-ספר",
                                          "สวัสดีครับ",
                                          "ประเทศไทย",
                                          "ሰላም።",
                                          "नमस्ते",
                                          "हिन्दी।",
                                          "市政府负责",
                                          "，你好。",
                                          "日本語のテキスト",
                                          "「はい」",
                                          "한국어",
                                          "Дім",
                                          "й",
                                          "a\u0301",
                                          "\u2067x\u2069",
                                          "🙂",
                                          "👩‍👩‍👧",
                                          "🇸🇪🇫🇮",
                                          "\\",
                                          "tab\tb",
                                          "soft\u00ADhyphen"};
  std::mt19937 random(1177);  // the same texts in every run
  PoFile file;
  file.entries.push_back(new_po_header("core", "ar"));
  for (int i = 0; i < 400; ++i) {
    PoEntry entry;
    entry.context = "page#" + std::to_string(i);
    entry.id = "a";
    entry.obsolete = i >= 300;
    std::string text;
    for (auto n = random() % 30; n > 0; --n) text += words[random() % words.size()] + (random() % 4 == 0 ? "" : " ");
    if (i % 50 == 0) text += "\n";
    if (i % 50 == 0) entry.id += "\n";
    if (text.empty()) text = "x";
    entry.set_text(text);
    file.entries.push_back(entry);
  }
  const std::string path = testing::TempDir() + "kiosk-wrap.po";
  const std::string ours = write_po(file);
  ASSERT_TRUE(write_file(path, ours).has_value());
  EXPECT_TRUE(output_of("msgcat " + path) == ours)
      << output_of("msgcat " + path + " | diff - " + path + " | head -20; true");
}

TEST(Po, MsgfmtAcceptsWhatIsWritten) {
  const std::string path = testing::TempDir() + "kiosk-new.po";
  PoFile file;
  file.entries.push_back(new_po_header("core", "ar"));
  ASSERT_TRUE(write_file(path, write_po(file)).has_value());
  EXPECT_EQ(output_of("msgfmt -c -o /dev/null " + path + " 2>&1 && echo accepted"), "accepted\n");
}

TEST(Po, EveryFaultIsSaidAndReadingGoesOn) {
  EXPECT_EQ(faults_of("msgid \"a\"\n"
                      "msgsrt \"b\"\n"
                      "\n"
                      "msgid \"c\"\n"
                      "msgstr \"d\" e\n"
                      "\n"
                      "msgid \"åäö \\q\"\n"
                      "msgstr \"x\n"
                      "\n"
                      "msgid \"f\"\n"
                      "\n"
                      "msgid \"g\"\n"
                      "msgstr \"h\"\n"),
            "syntax x.po:2:1: error: unknown keyword 'msgsrt'\n    msgsrt \"b\"\nhint: did you mean 'msgstr'?\n"
            "syntax x.po:5:12: error: unexpected text after the closing '\"'\n    msgstr \"d\" e\n"
            "hint: write a quote inside the text as '\\\"'\n"
            "syntax x.po:7:12: error: unknown escape '\\q'\n    msgid \"åäö \\q\"\n"
            "hint: write a backslash as '\\\\'; only \\n, \\t, \\\" and \\\\ are needed\n"
            "syntax x.po:8:8: error: the text has no closing '\"'\n    msgstr \"x\n"
            "hint: close it on the same line; write a quote inside it as '\\\"'\n"
            "syntax x.po:12:1: error: unexpected 'msgid'\n    msgid \"g\"\n"
            "hint: a unit is msgctxt, msgid and msgstr, once each and in that order\n");
}

TEST(Po, AUnitWithoutItsTextsHasAPlace) {
  EXPECT_EQ(faults_of("\nmsgctxt \"a\"\n"),
            "syntax x.po:2:1: error: the unit has no msgstr\nhint: add msgstr \"\" after its msgid\n");
}

TEST(Po, InvalidUtf8CostsItsUnitOnly) {
  DiagnosticSink sink;
  const PoFile file = read_po(
      "msgctxt \"a\"\nmsgid \"a\"\nmsgstr \"å\xFF\"\n\nmsgctxt \"b\"\nmsgid \"b\"\nmsgstr \"c\"\n", "x.po", sink);
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all()[0].check + " " + to_text(sink.all()[0]),
            "encoding x.po:3:10: error: invalid UTF-8\nhint: save the file as UTF-8, or write this unit anew");
  EXPECT_TRUE(file.entries[0].damaged);
  EXPECT_FALSE(file.entries[1].damaged);
}

TEST(Po, AUnitThatStandsTwiceIsAFault) {
  EXPECT_EQ(faults_of("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"1\"\n\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"2\"\n"),
            "duplicate-id x.po:6:1: error: the unit 'a' with 'x' occurs twice\n"
            "hint: keep the better translation and delete the other unit\n");
}

TEST(Po, AnotherCharacterSetIsAFault) {
  EXPECT_EQ(faults_of("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n"),
            "encoding x.po:1:1: error: the header names another character set than UTF-8\n"
            "hint: save the file as UTF-8 and write charset=UTF-8\n");
}

TEST(Po, WindowsLineEndsAndByteOrderMarkAreRead) {
  DiagnosticSink sink;
  const PoFile file = read_po("\xEF\xBB\xBFmsgctxt \"a\"\r\nmsgid \"b\"\r\nmsgstr \"c\"\r\n", "x.po", sink);
  EXPECT_EQ(sink.all().size(), 0u);
  EXPECT_EQ(file.find("a", "b")->text(), "c");
}

}  // namespace
}  // namespace kiosk::tool
