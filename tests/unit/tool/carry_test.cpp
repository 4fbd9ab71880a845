#include "carry.h"

#include <gtest/gtest.h>

#include "po_state.h"

namespace kiosk::tool {
namespace {

Unit unit(std::string context, std::string source) {
  return {std::move(context), std::move(source), {}, {{"p.md", 1, 1}}, {}, {}, false};
}

PoEntry entry(std::string context, std::string id, std::string text, bool obsolete = false) {
  PoEntry e;
  e.context = std::move(context);
  e.id = std::move(id);
  e.set_text(std::move(text));
  e.obsolete = obsolete;
  return e;
}

// One line a unit: context|source|translation, with what was before where it is outdated; obsolete ones begin with '~'.
std::string shown(const PoFile& file) {
  std::string out;
  for (const PoEntry& e : file.entries) {
    out += (e.obsolete ? "~" : "") + *e.context + "|" + e.id + "|" + e.text();
    if (e.previous_id) out += "|was " + *e.previous_id;
    if (e.fuzzy()) out += "|fuzzy";
    out += "\n";
  }
  return out;
}

std::string carried(std::vector<PoEntry> old, const std::vector<Unit>& units, ChangeKind kind = ChangeKind::kMeaning) {
  PoFile file;
  file.entries = std::move(old);
  return shown(carry(std::move(file), units, kind).file);
}

TEST(Carry, EqualSentencesKeepTheirTranslationInAnyOrder) {
  EXPECT_EQ(
      carried({entry("p#a", "Ett.", "One."), entry("p#b", "Två.", "Two.")}, {unit("p#b", "Två."), unit("p#a", "Ett.")}),
      "p#b|Två.|Two.\np#a|Ett.|One.\n");
}

TEST(Carry, AnEditedSentenceIsOutdated) {
  EXPECT_EQ(carried({entry("p#a", "Du kan ringa oss.", "You can call us.")}, {unit("p#a", "Du kan alltid ringa oss.")}),
            "p#a|Du kan alltid ringa oss.|You can call us.|was Du kan ringa oss.|fuzzy\n");
}

TEST(Carry, ASecondEditRemembersTheSourceOfTheTranslation) {
  PoEntry outdated = entry("p#a", "Du kan alltid ringa oss.", "You can call us.");
  outdated.previous_id = "Du kan ringa oss.";
  outdated.set_fuzzy(true);
  EXPECT_EQ(carried({outdated}, {unit("p#a", "Du kan alltid ringa till oss.")}),
            "p#a|Du kan alltid ringa till oss.|You can call us.|was Du kan ringa oss.|fuzzy\n");
}

TEST(Carry, SpellingLeavesTheTranslationAndItsReview) {
  PoEntry reviewed = entry("p#a", "Du kan rnga oss.", "You can call us.");
  mark_reviewed(reviewed, "Anna", "2026-11-22");
  PoFile file;
  file.entries = {reviewed};
  const Carried result = carry(file, {unit("p#a", "Du kan ringa oss.")}, ChangeKind::kSpelling);
  EXPECT_EQ(shown(result.file), "p#a|Du kan ringa oss.|You can call us.\n");
  EXPECT_EQ(state_of(result.file.entries[0]), UnitState::kReviewed);
}

TEST(Carry, ADangerousTextIsTakenOffTheScreenAndKept) {
  EXPECT_EQ(
      carried({entry("p#a", "Ta medicinen.", "Take it.")}, {unit("p#a", "Ta inte medicinen.")}, ChangeKind::kDanger),
      "p#a|Ta inte medicinen.|\n~p#a|Ta medicinen.|Take it.\n");
}

TEST(Carry, Ring112NeverGetsTheTranslationOfRing1177) {
  EXPECT_EQ(carried({entry("p#a", "Ring 1177.", "Call 1177.")}, {unit("p#a", "Ring 112."), unit("p#a", "Ring 1177.")}),
            "p#a|Ring 112.|\np#a|Ring 1177.|Call 1177.\n");
  EXPECT_EQ(carried({entry("p#a", "Ring 1177.", "Call 1177.")}, {unit("p#a", "Ring 112.")}),
            "p#a|Ring 112.|\n~p#a|Ring 1177.|Call 1177.\n");
  EXPECT_EQ(carried({entry("p#a", "Ring {tel_1177}.", "Call {tel_1177}.")}, {unit("p#a", "Ring {tel_112}.")}),
            "p#a|Ring {tel_112}.|\n~p#a|Ring {tel_1177}.|Call {tel_1177}.\n");
  EXPECT_EQ(carried({entry("p#a", "Ring 1177.", "Call 1177.")}, {unit("p#b", "Ring 112."), unit("p#a", "Ring 1177.")}),
            "p#b|Ring 112.|\np#a|Ring 1177.|Call 1177.\n");
}

TEST(Carry, TheMostSimilarSentenceOfTheBlockIsTheSame) {
  EXPECT_EQ(
      carried({entry("p#a", "Hunden sover.", "The dog sleeps."), entry("p#a", "Katten äter mat.", "The cat eats.")},
              {unit("p#a", "Katten äter mycket mat."), unit("p#a", "Hunden sover nu.")}),
      "p#a|Katten äter mycket mat.|The cat eats.|was Katten äter mat.|fuzzy\n"
      "p#a|Hunden sover nu.|The dog sleeps.|was Hunden sover.|fuzzy\n");
}

TEST(Carry, ASentenceThatIsAllNewGoesByItsPlace) {
  EXPECT_EQ(carried({entry("p#a", "Ett.", "One."), entry("p#a", "Xyz qvw.", "Old."), entry("p#a", "Tre.", "Three.")},
                    {unit("p#a", "Ett."), unit("p#a", "Hallå där!"), unit("p#a", "Tre.")}),
            "p#a|Ett.|One.\np#a|Hallå där!|Old.|was Xyz qvw.|fuzzy\np#a|Tre.|Three.\n");
}

TEST(Carry, ASplitSentenceGivesItsTranslationOnce) {
  EXPECT_EQ(carried({entry("p#a", "Du kan ringa oss och du kan skriva.", "You can call or write.")},
                    {unit("p#a", "Du kan ringa oss."), unit("p#a", "Du kan skriva till oss.")}),
            "p#a|Du kan ringa oss.|You can call or write.|was Du kan ringa oss och du kan skriva.|fuzzy\n"
            "p#a|Du kan skriva till oss.|\n");
}

TEST(Carry, ASentenceMovedToAnotherBlockOfThePageIsKept) {
  EXPECT_EQ(carried({entry("p#a", "Ett.", "One."), entry("p#a", "Två.", "Two.")},
                    {unit("p#a", "Ett."), unit("p#a", "Nytt."), unit("p#b", "Två.")}),
            "p#a|Ett.|One.\np#a|Nytt.|\np#b|Två.|Two.\n");
}

TEST(Carry, APageWithANewNameKeepsItsBlocks) {
  EXPECT_EQ(carried({entry("old/page#a", "Ett.", "One.")}, {unit("new/page#a", "Ett.")}), "new/page#a|Ett.|One.\n");
}

TEST(Carry, AUnitWithoutAContextGoesNowhere) {
  PoEntry bare = entry("", "Ett.", "One.");
  bare.context.reset();
  EXPECT_EQ(carry({{bare}, {}}, {unit("p#a", "Ett.")}).file.entries.front().text(), "");
}

TEST(Carry, SaysWhatTheSourceHasLeftOverAndWhatMoved) {
  PoFile file;
  file.entries = {entry("p#a", "Ett.", "One."), entry("p#a", "Två.", "Two."), entry("p#a", "Tre.", "Three.", true)};
  const Carried result = carry(file, {unit("p#a", "Ett."), unit("q#a", "Två.")});
  ASSERT_EQ(result.left_over.size(), 1u);
  EXPECT_EQ(result.left_over[0].source, "Två.");
  EXPECT_EQ(result.moved, std::vector<std::string>{"q#a"});
}

TEST(Carry, NothingIsMatchedAcrossPages) {
  EXPECT_EQ(carried({entry("p#a", "Du kan ringa oss.", "Call us.")}, {unit("q#b", "Du kan ringa oss.")}),
            "q#b|Du kan ringa oss.|\n~p#a|Du kan ringa oss.|Call us.\n");
}

TEST(Carry, ADeletedSentenceComesBackWithItsTranslationAndState) {
  PoEntry gone = entry("p#a", "Ett.", "One.");
  mark_reviewed(gone, "Anna", "2026-11-22");
  PoFile file;
  file.entries = {gone};
  PoFile without = carry(file, {unit("p#b", "Annat.")}).file;
  EXPECT_EQ(shown(without), "p#b|Annat.|\n~p#a|Ett.|One.\n");
  const PoFile again = carry(without, {unit("p#b", "Annat."), unit("p#a", "Ett.")}).file;
  EXPECT_EQ(shown(again), "p#b|Annat.|\np#a|Ett.|One.\n");
  EXPECT_EQ(state_of(again.entries[1]), UnitState::kReviewed);
}

TEST(Carry, AnEditTakenBackIsAsBefore) {
  PoEntry reviewed = entry("p#a", "Du kan ringa oss.", "You can call us.");
  mark_reviewed(reviewed, "Anna", "2026-11-22");
  PoFile file;
  file.entries = {reviewed};
  const PoFile edited = carry(file, {unit("p#a", "Du kan alltid ringa oss.")}).file;
  EXPECT_EQ(state_of(edited.entries[0]), UnitState::kOutdated);
  const PoFile back = carry(edited, {unit("p#a", "Du kan ringa oss.")}).file;
  EXPECT_EQ(shown(back), "p#a|Du kan ringa oss.|You can call us.\n");
  EXPECT_EQ(state_of(back.entries[0]), UnitState::kReviewed);
}

TEST(Carry, OldObsoleteUnitsCommentsAndUnknownFlagsStay) {
  PoEntry kept = entry("p#a", "Ett.", "One.");
  kept.comments = {" A note."};
  kept.flags = {"our-own-flag"};
  PoFile file;
  file.entries = {kept, entry("p#x", "Förr.", "Before.", true)};
  const PoFile after = carry(file, {unit("p#a", "Ett.")}).file;
  EXPECT_EQ(shown(after), "p#a|Ett.|One.\n~p#x|Förr.|Before.\n");
  EXPECT_EQ(after.entries[0].comments, kept.comments);
  EXPECT_EQ(after.entries[0].flags, kept.flags);
  EXPECT_EQ(after.entries[0].references, std::vector<std::string>{"p.md:1"});
}

TEST(Carry, CountsWhatAChangeCosts) {
  PoFile file;
  file.entries = {entry("p#a", "Du kan ringa oss.", "Call."), entry("p#b", "Bort.", "Gone."),
                  entry("p#c", "Kvar.", "Here.")};
  const CarryCount count =
      carry(file, {unit("p#a", "Du kan alltid ringa oss."), unit("p#c", "Kvar."), unit("p#d", "Ny.")}).count;
  EXPECT_EQ(count.kept, 1);
  EXPECT_EQ(count.outdated, 1);
  EXPECT_EQ(count.words_outdated, 5);
  EXPECT_EQ(count.vanished, 1);
  EXPECT_EQ(count.added, 1);
}

}  // namespace
}  // namespace kiosk::tool
