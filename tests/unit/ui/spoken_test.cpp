#include "ui/spoken.h"

#include <gtest/gtest.h>

#include "ui/state.h"

namespace kiosk::ui {
namespace {

content::TextRun run(std::string text, content::RunKind kind = content::RunKind::kText) {
  content::TextRun r;
  r.text = std::move(text);
  r.kind = kind;
  return r;
}

std::string said(std::string text, std::string_view language = "sv") {
  return speakable({run(std::move(text))}, language);
}

std::string message(std::string_view key, const i18n::Arguments&) { return "<" + std::string(key.substr(7)) + ">"; }

Element element(std::string id, Role role, std::string text, bool control, std::string language = "sv") {
  Element e;
  e.id = std::move(id);
  e.role = role;
  e.text = std::move(text);
  e.language = std::move(language);
  if (control) e.target = Target::kSecondary;
  return e;
}

TEST(Spoken, DigitsOfPhoneNumbersAreSpokenOneByOne) {
  EXPECT_EQ(speakable({run("Ring "), run("1177", content::RunKind::kPhone), run(" om du är sjuk.")}, "sv"),
            "Ring 1 1 7 7 om du är sjuk.");
  EXPECT_EQ(speakable({run("021-39 00 00", content::RunKind::kPhone)}, "sv"), "0 2 1, 3 9, 0 0, 0 0");
  EXPECT_EQ(speakable({run("+46 771 11", content::RunKind::kPhone)}, "sv"), "+4 6, 7 7 1, 1 1");
}

TEST(Spoken, DigitsOfPostcodesAreSpokenOneByOne) {
  EXPECT_EQ(said("Slottsgatan 10, 722 11 Västerås"), "Slottsgatan 10, 7 2 2, 1 1 Västerås");
  EXPECT_EQ(said("Det kostar 100 20 gånger"), "Det kostar 100 20 gånger");
}

TEST(Spoken, TimesAreSpokenAsNumbersOfTheLanguage) {
  EXPECT_EQ(said("Öppet kl. 09:30 till 18:00."), "Öppet klockan 9 30 till 18.");
  EXPECT_EQ(said("Open 10:05", "en"), "Open 10 05");
  EXPECT_EQ(said("1:2 och 12:345"), "1:2 och 12:345");
}

TEST(Spoken, IsolatesAreNotSpoken) {
  EXPECT_EQ(said("a \xE2\x81\xA8"
                 "b\xE2\x81\xA9 c"),
            "a b c");
}

TEST(Spoken, AControlSaysNameRoleStateAndPosition) {
  Screen screen;
  screen.elements = {element("title", Role::kHeading, "Hem", false), element("a", Role::kButton, "Bo", true),
                     element("b", Role::kButton, "Skola", true)};
  screen.elements[2].selected = true;
  screen.elements[1].disabled = true;
  const auto of = [&](std::size_t i) { return spoken_of(screen, screen.elements[i], "sv", message); };
  EXPECT_EQ(of(0), (std::vector<SpokenPart>{{"Hem, <heading>", "sv"}}));
  EXPECT_EQ(of(1), (std::vector<SpokenPart>{{"Bo, <button>, <disabled>, <position>", "sv"}}));
  EXPECT_EQ(of(2), (std::vector<SpokenPart>{{"Skola, <button>, <selected>, <position>", "sv"}}));
}

TEST(Spoken, EachPartIsInItsOwnLanguage) {
  Screen screen;
  screen.elements = {element("lang:fi", Role::kButton, "suomi", true, "fi"),
                     element("lang:fi/1", Role::kText, "finska", false, "sv")};
  EXPECT_EQ(spoken_of(screen, screen.elements[0], "en", message),
            (std::vector<SpokenPart>{{"suomi", "fi"}, {"finska", "sv"}, {"<button>, <position>", "en"}}));
  EXPECT_EQ(listening_order(screen), (std::vector<std::string>{"lang:fi"}));
}

TEST(Spoken, AFieldSaysWhatIsTypedInIt) {
  Screen screen;
  screen.elements = {element("search-field", Role::kField, "vård", true)};
  screen.elements[0].spoken = "Skriv ett ord";
  EXPECT_EQ(spoken_of(screen, screen.elements[0], "sv", message).front().text,
            "Skriv ett ord, vård, <field>, <position>");
}

TEST(Spoken, EveryRoleIsSpokenOrSaysNothingOnPurpose) {
  const std::pair<Role, const char*> roles[] = {
      {Role::kHeading, "x, <heading>"}, {Role::kText, "x"},     {Role::kButton, "x, <button>"},
      {Role::kLink, "x, <link>"},       {Role::kListItem, "x"}, {Role::kImage, "x, <image>"},
      {Role::kField, "x, <field>"},     {Role::kKey, "x"},      {Role::kStatus, "x"},
      {Role::kDialog, "x, <heading>"}};
  for (const auto& [role, words] : roles) {
    Screen screen;
    screen.elements = {element("x", role, "x", false)};
    EXPECT_EQ(spoken_of(screen, screen.elements[0], "sv", message).front().text, words) << to_string(role);
  }
}

TEST(Spoken, ReadingAPageLeavesOutItsButtonsAndLinksInsideSentences) {
  Screen screen;
  screen.elements = {element("title", Role::kHeading, "Bo", false), element("trust", Role::kButton, "Granskad", true),
                     element("block:a", Role::kText, "Läs om att hyra.", false),
                     element("page:rent", Role::kLink, "att hyra", true),
                     element("page:next", Role::kLink, "Sälja", true)};
  for (Element& e : screen.elements) e.scrolls = true;
  EXPECT_EQ(reading_order(screen, true), (std::vector<std::string>{"title", "block:a", "page:next"}));
}

// A page of two recorded blocks of the same sound, and between them a link in a sentence.
Screen recorded_screen() {
  Screen screen;
  screen.elements = {
      element("title", Role::kHeading, "Bo", false), element("block:a", Role::kText, "Läs om att hyra.", false),
      element("page:rent", Role::kLink, "att hyra", true), element("block:a#2", Role::kText, "Fråga oss.", false),
      element("block:b", Role::kText, "Ring.", false)};
  for (Element& e : screen.elements) {
    e.scrolls = true;
    if (!e.id.starts_with("block:")) continue;
    e.block = e.id.substr(6, 1);
    e.recording = "one.opus";
  }
  screen.elements[0].recording = "title.opus";
  return screen;
}

TEST(Spoken, ARecordingSaysItsWholeBlockAndThatOnce) {
  const Screen screen = recorded_screen();
  EXPECT_EQ(reading_order(screen, true), (std::vector<std::string>{"title", "block:a", "block:b"}));
  EXPECT_EQ(listening_order(screen), (std::vector<std::string>{"title", "block:a", "page:rent", "block:b"}));
  const SpokenPart part = read_aloud_part(screen, screen.elements[1]);
  EXPECT_EQ(part, (SpokenPart{"Läs om att hyra. Fråga oss.", "sv", "one.opus"}));
}

TEST(Spoken, WhatTheKioskAddsIsNotInTheRecording) {
  const Screen screen = recorded_screen();
  const auto parts = spoken_of(screen, screen.elements[0], "sv", message);
  EXPECT_EQ(parts, (std::vector<SpokenPart>{{"Bo", "sv", "title.opus"}, {"<heading>", "sv"}}));
}

TEST(Spoken, WhileARecordingSaysABlockAllOfTheBlockIsBeingRead) {
  Listening listening;
  listening.element = "block:a#1";
  EXPECT_TRUE(is_being_read(listening, "block:a#1"));
  EXPECT_FALSE(is_being_read(listening, "block:a#2"));
  listening.whole_block = true;
  for (const char* id : {"block:a", "block:a#1", "block:a#2", "block:a#line1-label"})
    EXPECT_TRUE(is_being_read(listening, id)) << id;
  for (const char* id : {"block:ab", "block:b#1", "title", ""}) EXPECT_FALSE(is_being_read(listening, id)) << id;
  listening.element.clear();
  EXPECT_FALSE(is_being_read(listening, ""));
}

}  // namespace
}  // namespace kiosk::ui
