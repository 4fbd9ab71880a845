#include "po_state.h"

#include <gtest/gtest.h>

namespace kiosk::tool {
namespace {

struct Case {
  const char* name;
  const char* text;
  bool fuzzy;
  const char* previous;  // or nullptr
  const char* comment;   // or nullptr
  UnitState expected;
};

// stamp_hash("Hem") = 425e7e7f, stamp_hash("Home") = 3a786953
const Case kCases[] = {
    {"missing", "", false, nullptr, nullptr, UnitState::kMissing},
    {"missing although fuzzy", "", true, "x", nullptr, UnitState::kMissing},
    {"translated", "Home", false, nullptr, nullptr, UnitState::kTranslated},
    {"needs review", "Home", true, nullptr, nullptr, UnitState::kReview},
    {"machine", "Home", true, nullptr, " kiosk: machine on=2026-11-22 src=425e7e7f sum=3a786953", UnitState::kMachine},
    {"machine, edited but fuzzy", "House", true, nullptr, " kiosk: machine on=2026-11-22 src=425e7e7f sum=3a786953",
     UnitState::kMachine},
    {"machine, a person took fuzzy away", "Home", false, nullptr,
     " kiosk: machine on=2026-11-22 src=425e7e7f sum=3a786953", UnitState::kTranslated},
    {"machine of another source", "Home", true, nullptr, " kiosk: machine on=2026-11-22 src=00000000 sum=3a786953",
     UnitState::kOutdated},
    {"outdated", "Home", true, "Hus", nullptr, UnitState::kOutdated},
    {"fuzzy with the same previous text", "Home", true, "Hem", nullptr, UnitState::kReview},
    {"outdated machine draft", "Home", true, "Hus", " kiosk: machine on=2026-11-22 src=425e7e7f sum=3a786953",
     UnitState::kOutdated},
    {"reviewed", "Home", false, nullptr, " kiosk: reviewed by=Anna on=2026-11-22 src=425e7e7f sum=3a786953",
     UnitState::kReviewed},
    {"reviewed, then edited", "House", false, nullptr,
     " kiosk: reviewed by=Anna on=2026-11-22 src=425e7e7f sum=3a786953", UnitState::kTranslated},
    {"reviewed, then marked fuzzy", "Home", true, nullptr,
     " kiosk: reviewed by=Anna on=2026-11-22 src=425e7e7f sum=3a786953", UnitState::kReview},
    {"reviewed of another source", "Home", false, nullptr,
     " kiosk: reviewed by=Anna on=2026-11-22 src=00000000 sum=3a786953", UnitState::kOutdated},
    {"a stamp of nothing we know", "Home", false, nullptr, " kiosk: blessed by=Anna", UnitState::kTranslated},
};

TEST(PoState, FollowsFuzzyStampAndPrevious) {
  for (const Case& c : kCases) {
    PoEntry entry;
    entry.context = "bar.home";
    entry.id = "Hem";
    entry.set_text(c.text);
    entry.set_fuzzy(c.fuzzy);
    if (c.previous != nullptr) entry.previous_id = c.previous;
    if (c.comment != nullptr) entry.comments = {" A note.", c.comment};
    EXPECT_STREQ(to_string(state_of(entry)), to_string(c.expected)) << c.name;
  }
}

TEST(PoState, AReviewIsStampedOnceAndClearsWhatItSettles) {
  PoEntry entry;
  entry.id = "Hem";
  entry.set_text("Home");
  entry.comments = {" A note.", " kiosk: machine on=2026-11-22 src=425e7e7f sum=3a786953"};
  entry.set_fuzzy(true);
  entry.previous_id = "Hus";
  mark_reviewed(entry, "Anna Berg\nx", "2026-11-23");
  EXPECT_EQ(entry.comments.size(), 2u);
  EXPECT_EQ(entry.comments[0], " A note.");
  EXPECT_EQ(entry.comments[1], " kiosk: reviewed by=Anna_Berg_x on=2026-11-23 src=425e7e7f sum=3a786953");
  EXPECT_FALSE(entry.fuzzy());
  EXPECT_FALSE(entry.previous_id.has_value());
  EXPECT_EQ(state_of(entry), UnitState::kReviewed);
}

}  // namespace
}  // namespace kiosk::tool
