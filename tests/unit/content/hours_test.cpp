// Opening hours of a page: written and read back, and what is refused.
#include <gtest/gtest.h>

#include "content/field_reader.h"
#include "content/hours_fields.h"

namespace kiosk::content {
namespace {

struct Read {
  Hours hours;
  std::vector<std::string> errors;
};

Read read(const std::string& text) {
  Read result;
  DiagnosticSink sink;
  const auto yaml = parse_yaml(text, "hours.yaml", sink);
  FieldReader fields("hours.yaml", sink);
  if (yaml) result.hours = read_hours(*yaml, fields);
  for (const Diagnostic& d : sink.all()) result.errors.push_back(d.message);
  return result;
}

TEST(Hours, ComeBackAsTheyWereWritten) {
  const Read first = read(
      "week: {monday: [10:00-12:00, 13:00-18:00], friday: [\"18:00-02:00\"], sunday: [00:00-24:00]}\n"
      "dates:\n  - {date: 2026-12-23, open: [10:00-14:00]}\n  - {date: 2026-12-27}\n"
      "holidays: usual\neves: [09:00-12:00]\n");
  ASSERT_EQ(first.errors, std::vector<std::string>{});
  EXPECT_EQ(first.hours.week[0], (std::vector<HoursSpan>{{600, 720}, {780, 1080}}));
  EXPECT_EQ(first.hours.week[4], (std::vector<HoursSpan>{{1080, 1560}}));
  EXPECT_EQ(first.hours.week[6], (std::vector<HoursSpan>{{0, 1440}}));
  EXPECT_TRUE(first.hours.week[1].empty());
  EXPECT_TRUE(first.hours.dates.at("2026-12-27").empty());
  EXPECT_EQ(first.hours.holidays.kind, HoursRule::Kind::kUsual);
  EXPECT_EQ(first.hours.eves, (HoursRule{HoursRule::Kind::kOwn, {{540, 720}}}));
  const Read again = read(write_yaml(hours_to_yaml(first.hours)));
  EXPECT_EQ(again.errors, std::vector<std::string>{});
  EXPECT_EQ(again.hours, first.hours);
}

TEST(Hours, WhatIsWrongIsNamed) {
  const struct {
    const char *text, *error;
  } cases[] = {
      {"week: {monday: [10-18]}", "expected a time such as 10:00-18:00 in the list 'monday', found '10-18'"},
      {"week: {monday: [10:00-18:60]}",
       "expected a time such as 10:00-18:00 in the list 'monday', found '10:00-18:60'"},
      {"week: {monday: [24:00-02:00]}",
       "expected a time such as 10:00-18:00 in the list 'monday', found '24:00-02:00'"},
      {"week: {monday: [10:00-25:00]}",
       "expected a time such as 10:00-18:00 in the list 'monday', found '10:00-25:00'"},
      {"week: {monday: [13:00-18:00, 10:00-14:00]}", "'10:00-14:00' begins before '13:00-18:00' has ended"},
      {"week: {måndag: [10:00-18:00]}", "unknown key 'måndag' in the week"},
      {"week: {}\nholidays: open", "unknown word under 'holidays': found 'open'"},
      {"week: {}\ndates: [{date: 2026-02-30}]", "expected a date such as 2026-11-22 under 'date', found '2026-02-30'"},
      {"week: {}\ndates: [{date: 2026-12-24}, {date: 2026-12-24}]", "'2026-12-24' stands twice"},
      {"week: {monday: [01:00-02:00, 02:00-03:00, 03:00-04:00, 04:00-05:00, 05:00-06:00, 06:00-07:00, 07:00-08:00]}",
       "a day has 6 times at most"}};
  for (const auto& c : cases) {
    const Read got = read(c.text);
    ASSERT_EQ(got.errors.size(), 1u) << c.text;
    EXPECT_EQ(got.errors[0], c.error) << c.text;
  }
}

}  // namespace
}  // namespace kiosk::content
