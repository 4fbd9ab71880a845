// What a place's hours say at a moment, and how languages write times.
#include "ui/hours_now.h"

#include <gtest/gtest.h>

#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"

namespace kiosk::ui {
namespace {

content::Hours library() {
  content::Hours hours;
  for (std::size_t i = 0; i < 5; ++i) hours.week[i] = {{600, 1080}};
  hours.week[4] = {{1080, 1560}};  // Friday to two at night
  hours.dates["2026-12-23"] = {{600, 840}};
  return hours;
}

TEST(HoursNow, ChangeWithTheClock) {
  const struct {
    const char* now;
    bool open;
    const char* until;
  } cases[] = {{"2026-12-15T09:59+01:00", false, "2026-12-15T10:00:00+01:00"},
               {"2026-12-15T10:00+01:00", true, "2026-12-15T18:00:00+01:00"},
               {"2026-12-15T17:59+01:00", true, "2026-12-15T18:00:00+01:00"},
               {"2026-12-15T18:00+01:00", false, "2026-12-16T10:00:00+01:00"},
               {"2026-12-19T01:00+01:00", true, "2026-12-19T02:00:00+01:00"},
               {"2026-12-23T15:00+01:00", false, "2026-12-28T10:00:00+01:00"}};
  for (const auto& c : cases) {
    const HoursNow at = hours_at(library(), *i18n::parse_iso_time(c.now));
    EXPECT_EQ(at.now.open, c.open) << c.now;
    ASSERT_TRUE(at.now.until_ms) << c.now;
    EXPECT_EQ(i18n::iso_time(*at.now.until_ms), c.until) << c.now;
  }
}

TEST(HoursNow, OtherHoursComeByDate) {
  const HoursNow at = hours_at(library(), *i18n::parse_iso_time("2026-12-15T11:00+01:00"));
  std::vector<std::string> dates;
  for (const i18n::DayHours& day : at.coming) dates.push_back(i18n::date_of_day(day.day));
  // Saturday the 26th is closed as every Saturday, so it is no change.
  EXPECT_EQ(dates, (std::vector<std::string>{"2026-12-23", "2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01",
                                             "2027-01-06"}));
  EXPECT_EQ(i18n::date_of_day(at.today), "2026-12-15");
  EXPECT_EQ(i18n::date_of_day(at.week[0].day), "2026-12-14");
}

TEST(HoursNow, BelongToTheirBlock) {
  content::Page page;
  page.blocks.resize(2);
  page.blocks[0].id = "text";
  page.blocks[1].id = "open";
  page.blocks[1].kind = content::BlockKind::kHours;
  const HoursOfPage all = hours_of(page, {}, 0);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_FALSE(all.at("open").now.open);
  EXPECT_FALSE(all.at("open").now.until_ms);
}

TEST(TimeSpans, AreWrittenAsTheLanguageDoes) {
  const struct {
    const char* locale;
    int from, to;
    const char* text;
  } cases[] = {{"sv-SE", 600, 1080, "10:00–18:00"},
               {"sv-SE", 1320, 1560, "22:00–02:00"},
               {"sv-SE", 0, 1440, "00:00–00:00"},
               {"ar-SE-u-nu-arab", 600, 1080, "١٠:٠٠–١٨:٠٠"},
               {"th-SE", 600, 1080, "10:00 น. – 18:00 น."}};
  for (const auto& c : cases) EXPECT_EQ(i18n::format_span(c.from, c.to, c.locale), c.text) << c.locale;
  EXPECT_EQ(i18n::format_weekday("2026-12-15", "sv-SE"), "tisdag");
  EXPECT_EQ(i18n::format_weekday("2026-12-15", "zh-Hans-SE"), "星期二");
  EXPECT_EQ(i18n::format_when(*i18n::parse_iso_time("2026-12-15T10:00+01:00"), i18n::WhenParts::kWeekday, "sv-SE"),
            "tisdag 10:00");
}

}  // namespace
}  // namespace kiosk::ui
