// XLIFF out and in again, as our verbs and as other programs write it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/tool/tool_run.h"
#include "xliff.h"

namespace kiosk::tool {
namespace {

using testing::HasSubstr;

Unit unit_of(std::string context, std::string source, bool message = false) {
  return {std::move(context), std::move(source), "A note.", {{"p.md", 1, 1}}, "p", "a", message};
}

std::vector<ExchangeRow> read(const std::string& bytes, std::string* faults = nullptr) {
  DiagnosticSink sink;
  std::vector<ExchangeRow> rows = read_xliff(bytes, "a.xlf", sink);
  std::string all;
  for (const Diagnostic& d : sink.all()) all += (all.empty() ? "" : "\n") + to_text(d);
  if (faults != nullptr)
    *faults = all;
  else
    EXPECT_EQ(all, "");
  return rows;
}

TEST(Xliff, WhatIsWrittenIsReadAsItWas) {
  const std::vector<Unit> units = {unit_of("p#a", "Ring {tel_1177}  eller {tel_112} & <b>."),
                                   unit_of("p#b", "{tel_112} {tel_112}"),
                                   unit_of("k", "{n, plural, other {# {x}}}", true), unit_of("p#c", "Hej")};
  const std::vector<XliffUnit> sent = {{&units[0], "{tel_112} and\n{tel_1177}.", UnitState::kMachine},
                                       {&units[1], " {tel_112} {tel_112} ", UnitState::kReviewed},
                                       {&units[2], "{n, plural, other {#}}", UnitState::kTranslated},
                                       {&units[3], "", UnitState::kMissing}};
  for (const XliffVersion version : {XliffVersion::k12, XliffVersion::k21}) {
    const std::vector<ExchangeRow> rows = read(write_xliff(version, "ar", "core", sent));
    ASSERT_EQ(rows.size(), sent.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i].context, sent[i].unit->context);
      EXPECT_EQ(rows[i].source, sent[i].unit->source);
      EXPECT_EQ(rows[i].target, sent[i].target);
      EXPECT_EQ(rows[i].language, "ar");
      EXPECT_EQ(rows[i].unfinished, i == 0);
    }
    EXPECT_GT(rows[1].line, rows[0].line);
  }
}

TEST(Xliff, FactsAreProtectedAndKeepTheirNumber) {
  const Unit unit = unit_of("p#a", "Ring {tel_1177} eller {tel_112}.");
  const std::vector<XliffUnit> sent = {{&unit, "{tel_112}, {tel_1177}", UnitState::kTranslated}};
  EXPECT_EQ(write_xliff(XliffVersion::k12, "ar", "core", sent),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n"
            " <file original=\"core\" source-language=\"sv\" target-language=\"ar\" datatype=\"plaintext\">\n"
            "  <body>\n"
            "   <trans-unit id=\"1\" resname=\"p#a\" xml:space=\"preserve\">\n"
            "    <source>Ring <ph id=\"1\">{tel_1177}</ph> eller <ph id=\"2\">{tel_112}</ph>.</source>\n"
            "    <target state=\"translated\"><ph id=\"2\">{tel_112}</ph>, <ph id=\"1\">{tel_1177}</ph></target>\n"
            "    <note>A note.</note>\n"
            "   </trans-unit>\n"
            "  </body>\n"
            " </file>\n"
            "</xliff>\n");
  EXPECT_EQ(
      write_xliff(XliffVersion::k21, "ar", "core", sent),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"sv\" trgLang=\"ar\">\n"
      " <file id=\"core\">\n"
      "  <unit id=\"u1\" name=\"p#a\">\n"
      "   <notes>\n"
      "    <note>A note.</note>\n"
      "   </notes>\n"
      "   <originalData>\n"
      "    <data id=\"d1\">{tel_1177}</data>\n"
      "    <data id=\"d2\">{tel_112}</data>\n"
      "   </originalData>\n"
      "   <segment state=\"translated\">\n"
      "    <source xml:space=\"preserve\">Ring <ph id=\"1\" dataRef=\"d1\" /> eller <ph id=\"2\" dataRef=\"d2\" />."
      "</source>\n"
      "    <target xml:space=\"preserve\"><ph id=\"2\" dataRef=\"d2\" />, <ph id=\"1\" dataRef=\"d1\" /></target>\n"
      "   </segment>\n"
      "  </unit>\n"
      " </file>\n"
      "</xliff>\n");
}

TEST(Xliff, OtherProgramsPrefixesGroupsAndInlineElementsAreRead) {
  const auto rows = read(R"(<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file target-language="uk"><x:body><x:group>
<x:trans-unit resname="p#a"><x:source>A <x:x id="1" equiv-text="{tel_112}"/></x:source>
<x:target state="final"><x:g id="2">B</x:g> <x:mrk mtype="seg">C</x:mrk> <![CDATA[<D>]]>&amp;&e;</x:target></x:trans-unit>
</x:group></x:body></x:file></x:xliff>)");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].source, "A {tel_112}");
  EXPECT_EQ(rows[0].target, "B C <D>&&e;") << "an entity is not looked up";
  EXPECT_EQ(rows[0].language, "uk");
  EXPECT_FALSE(rows[0].unfinished);
  EXPECT_EQ(rows[0].line, 3);
}

TEST(Xliff, SegmentsOfAUnitAreOneText) {
  const auto rows = read(R"(<xliff version="2.1" srcLang="sv" trgLang="uk"><file><unit name="p#a">
<originalData><data id="a">**</data></originalData>
<segment state="final"><source><pc id="1" dataRefStart="a" dataRefEnd="a">Ett</pc>.</source><target>A.</target></segment>
<ignorable><source> </source></ignorable><segment><source>Två.</source><target>B.</target></segment></unit>
<unit name="p#b"><segment><source>Ett.</source><target>A.</target></segment><segment><source>Två.</source></segment></unit>
</file></xliff>)");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].source, "**Ett**. Två.");
  EXPECT_EQ(rows[0].target, "A. B.");
  EXPECT_EQ(rows[1].target, "") << "half a translation is none";
}

TEST(Xliff, FaultsNameTheirLineAndCostTheirUnitOnly) {
  std::string faults;
  EXPECT_EQ(read("<xliff>\n<unit></xliff>", &faults).size(), 0u);
  EXPECT_EQ(faults, "a.xlf:2:1: error: not readable as XML: Start-end tags mismatch\nhint: export the file anew");
  read("<html/>", &faults);
  EXPECT_EQ(faults, "a.xlf:1:1: error: expected 'xliff', found 'html'\nhint: export as XLIFF 1.2 or 2.1");
  EXPECT_EQ(read("<xliff>\n<trans-unit/>\n<trans-unit resname='a'/></xliff>", &faults).size(), 1u);
  EXPECT_EQ(faults,
            "a.xlf:2:1: error: the unit has no name\n"
            "hint: keep the attribute 'resname' (XLIFF 1.2) or 'name' (2.1) as it was exported");
  EXPECT_EQ(read("<xliff><trans-unit resname='a'><target>\xFF</target></trans-unit></xliff>", &faults).size(), 0u);
  EXPECT_THAT(faults, HasSubstr("bytes that are no UTF-8"));
}

TEST(Xliff, DeepNestingIsRefusedAndNeverOverflows) {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<g>";
  std::string close;
  for (int i = 0; i < 200000; ++i) close += "</g>";
  std::string faults;
  const auto rows =
      read("<xliff><trans-unit resname='a'><target>A" + deep + "B" + close + "</target></trans-unit></xliff>", &faults);
  EXPECT_TRUE(rows.empty()) << "half a text is none";
  EXPECT_THAT(faults, HasSubstr("inline elements are nested deeper than 32\nhint: export the text anew"));
  read("<xliff>" + deep + close + "</xliff>");
}

TEST(Xliff, AnExportComesBackAndChangesNothing) {
  for (const std::string version : {"1.2", "2.1"}) {
    TestProject project;
    const std::string table = project.root() + "/t.csv", file = project.root() + "/t.xlf";
    project.write("t.csv", "context;source;target\nhome/rent#title;Hyra en bostad;Rent\n");
    ASSERT_EQ(project.run({"import", table, "--lang", "en", "--domain", "core", "--machine"}).status, 0);
    const std::string before = project.read("locales/en/core.po");
    const Outcome sent = project.run({"export", "--xliff", version, "--lang", "en", "--domain", "core", "--out", file});
    EXPECT_EQ(sent.out, file + ": 17 units\n");
    const Outcome back = project.run({"import", file, "--lang", "en", "--domain", "core"});
    EXPECT_EQ(back.status, 0) << back.err;
    EXPECT_THAT(back.out, HasSubstr("0 taken in, 1 as before")) << "nobody has touched the machine's draft";
    EXPECT_EQ(project.read("locales/en/core.po"), before);

    project.edit("t.xlf", ">Rent<", ">Rent a home<");
    project.run({"import", file, "--lang", "en", "--domain", "core"});
    EXPECT_THAT(project.read("locales/en/core.po"), HasSubstr("msgstr \"Rent a home\""));

    const Outcome other = project.run({"import", file, "--lang", "fi", "--domain", "core"});
    EXPECT_EQ(other.status, 2);
    EXPECT_EQ(other.err, file + " is a translation into en, not fi\n");
  }
}

}  // namespace
}  // namespace kiosk::tool
