#include <gtest/gtest.h>

#include "i18n/date_time.h"
#include "i18n/locale.h"
#include "i18n/match.h"
#include "i18n/message.h"

namespace kiosk::i18n {
namespace {

TEST(Locale, TagsThatIcuKnowsByAnotherNameAreNormalised) {
  EXPECT_EQ(normalise_tag("prs"), "fa-AF");
  EXPECT_EQ(normalise_tag("kmr"), "ku");
  EXPECT_EQ(normalise_tag("tl"), "fil");
  EXPECT_EQ(normalise_tag("zh-Hans"), "zh-Hans");
}

TEST(Locale, DirectionComesFromTheScript) {
  for (const char* script : {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"})
    EXPECT_TRUE(is_right_to_left_script(script)) << script;
  for (const char* script : {"Latn", "Cyrl", "Ethi", "Hans", "Zzzz", ""})
    EXPECT_FALSE(is_right_to_left_script(script)) << script;
  EXPECT_EQ(script_of("aii-Syrc"), "Syrc");
  EXPECT_EQ(script_of("ckb"), "Arab");
}

TEST(Message, PluralsFollowTheLanguage) {
  const char* polish = "{n, plural, one {# strona} few {# strony} many {# stron} other {# strony}}";
  EXPECT_EQ(format_message("pl", polish, {{"n", std::int64_t{1}}}), "1 strona");
  EXPECT_EQ(format_message("pl", polish, {{"n", std::int64_t{3}}}), "3 strony");
  EXPECT_EQ(format_message("pl", polish, {{"n", std::int64_t{5}}}), "5 stron");
  EXPECT_EQ(format_message("ar-SE", "{n, plural, two {صفحتان} other {# صفحة}}", {{"n", std::int64_t{11}}}), "١١ صفحة");
}

TEST(Message, InsertedNamesAreIsolated) {
  EXPECT_EQ(format_message("ar", "مرحبا {site}!", {{"site", std::string("Borås")}}), "مرحبا \u2068Borås\u2069!");
}

TEST(Message, ABrokenPatternIsShownAsItIs) {
  EXPECT_EQ(format_message("sv", "{site", {{"site", std::string("x")}}), "{site");
}

TEST(Message, ValidationNamesArgumentsAndFaults) {
  const auto good = validate_message("sv", "{count, plural, one {# sida} other {# sidor}} i {site}");
  ASSERT_TRUE(good.has_value());
  EXPECT_EQ(good->names, (std::vector<std::string>{"count", "site"}));
  EXPECT_EQ(good->plural_names, (std::vector<std::string>{"count"}));
  EXPECT_EQ(good->plural_categories, (std::vector<std::string>{"one", "other"}));
  EXPECT_FALSE(validate_message("sv", "{count, plural, one {#}").has_value());
  EXPECT_FALSE(validate_message("sv", "{count, plural, one {#}}").has_value()) << "the category 'other' is required";
}

TEST(Message, PluralCategoriesAreThoseThatWholeNumbersReach) {
  EXPECT_EQ(integer_plural_categories("sv"), (std::vector<std::string>{"one", "other"}));
  EXPECT_EQ(integer_plural_categories("ar"), (std::vector<std::string>{"few", "many", "one", "other", "two", "zero"}));
  EXPECT_EQ(integer_plural_categories("th"), (std::vector<std::string>{"other"}));
}

TEST(DateTime, ClocksHave24HoursAndTheLanguagesDigits) {
  const auto nine = parse_iso_time("2026-03-02T09:05+01:00");
  ASSERT_TRUE(nine.has_value());
  EXPECT_EQ(format_clock(*nine, "sv-SE"), "09:05");
  EXPECT_EQ(format_clock(*nine, "ar-SE"), "٠٩:٠٥");
  EXPECT_EQ(iso_time(*nine), "2026-03-02T09:05:00+01:00");
  EXPECT_EQ(iso_time(*parse_iso_time("2026-07-02T09:05")), "2026-07-02T09:05:00+02:00") << "summer time";
}

TEST(DateTime, DatesAreGregorianInEveryLanguage) {
  EXPECT_EQ(format_date("2026-11-01", "sv-SE"), "söndag 1 november 2026");
  EXPECT_NE(format_date("2026-11-01", "th-SE").find("2026"), std::string::npos) << format_date("2026-11-01", "th-SE");
  EXPECT_NE(format_date("2026-11-01", "fa-SE").find("۲۰۲۶"), std::string::npos) << format_date("2026-11-01", "fa-SE");
  EXPECT_EQ(format_date("soon", "sv-SE"), "soon");
}

TEST(DateTime, TimesThatAreNoneAreRefused) {
  for (const char* text : {"", "2026", "2026-13-01T00:00Z", "2026-02-30T00:00Z", "2026-01-01 00:00Z",
                           "2026-01-01T24:00Z", "2026-01-01T00:00+1"})
    EXPECT_FALSE(parse_iso_time(text).has_value()) << text;
}

TEST(Match, TextsAreComparedWithoutIsolatesAndSpacing) {
  EXPECT_EQ(fold_for_match("  Ring\u00a0\n \u20661177\u2069 "), "Ring 1177");
  EXPECT_EQ(fold_for_match("a\u030a"), "å");
}

TEST(Locale, DigitsAreThoseOfRunningText) {
  EXPECT_EQ(default_digits("fa"), "arabext");
  EXPECT_EQ(default_digits("sv"), "latn");
  EXPECT_EQ(default_digits("xyz"), "latn");
}

}  // namespace
}  // namespace kiosk::i18n
