// Prepared notices with the host's values, as each language writes them.
#include "ui/notices.h"

#include <gtest/gtest.h>

#include "i18n/date_time.h"
#include "support/sample_tree.h"
#include "ui/compose.h"

namespace kiosk::ui {
namespace {

content::Notice notice(const std::string& id, const std::string& pattern, NoticeValues kinds, bool danger = false) {
  content::Notice n;
  n.id = id;
  n.icon = "schedule";
  n.text = n.swedish = test::sentence(pattern);
  n.values = std::move(kinds);
  n.danger = danger;
  return n;
}

std::int64_t at(const char* time) { return i18n::parse_iso_time(time).value(); }

TEST(Notices, AValueIsOfItsKind) {
  EXPECT_TRUE(is_notice_value("time", "00:00"));
  EXPECT_TRUE(is_notice_value("time", "23:59"));
  for (const char* no : {"24:00", "12:60", "1:30", "12.30", "", "ab:cd", "12:301"})
    EXPECT_FALSE(is_notice_value("time", no)) << no;
  EXPECT_TRUE(is_notice_value("date", "2028-02-29"));
  EXPECT_FALSE(is_notice_value("date", "2026-02-29"));
  EXPECT_TRUE(is_notice_value("number", "0"));
  for (const char* no : {"", "12345", "-1", "1.5"}) EXPECT_FALSE(is_notice_value("number", no)) << no;
  EXPECT_TRUE(is_notice_value("place", "Rum 3, plan 2"));
  for (const std::string& no : {std::string("  "), std::string("a\nb"), std::string("\u202Eabc"), std::string(61, 'x')})
    EXPECT_FALSE(is_notice_value("place", no)) << no;
  EXPECT_FALSE(is_notice_value("colour", "blue"));
}

TEST(Notices, ItFitsOnlyWithAllItsValuesAndNoOther) {
  const content::Notice early = notice("closes-early", "Vi stänger kl. {time} i dag.", {{"time", "time"}});
  EXPECT_TRUE(fits(early, {{"time", "14:30"}}));
  EXPECT_FALSE(fits(early, {}));
  EXPECT_FALSE(fits(early, {{"time", "soon"}}));
  EXPECT_FALSE(fits(early, {{"time", "14:30"}, {"place", "here"}}));
}

TEST(Notices, TimesDatesAndNumbersAreInTheLanguagesDigits) {
  EXPECT_EQ(notice_words(notice("n", "{time}", {{"time", "time"}}), {{"time", "14:05"}}, "sv-SE"), "\u206814:05\u2069");
  EXPECT_EQ(notice_words(notice("n", "{time}", {{"time", "time"}}), {{"time", "02:30"}}, "fa-SE"), "\u2068۲:۳۰\u2069");
  EXPECT_EQ(notice_words(notice("n", "{date}", {{"date", "date"}}), {{"date", "2026-03-29"}}, "sv-SE"),
            "\u2068söndag 29 mars 2026\u2069");
  EXPECT_EQ(
      notice_words(notice("n", "{count, plural, =0 {inga} one {# plats} other {# platser}}", {{"count", "number"}}),
                   {{"count", "12"}}, "ar-SE-u-nu-arab"),
      "١٢ platser");
}

TEST(Notices, OnlyWhatHoldsNowIsShownAndDangersFirst) {
  content::Notices tree{"sv", {notice("early", "Tidigt", {}), notice("water", "Koka", {}, true)}};
  const std::vector<PostedNotice> posted = {
      {"early", {}, at("2026-03-02T18:00+01:00")},
      {"water", {}, at("2026-03-05T18:00+01:00")},
      {"gone", {}, at("2026-03-05T18:00+01:00")},
  };
  const auto ids = [&](const char* now) {
    std::string found;
    for (const ShownNotice& one : shown_notices(tree, posted, at(now))) found += one.notice->id + " ";
    return found;
  };
  EXPECT_EQ(ids("2026-03-02T17:59+01:00"), "water early ");
  EXPECT_EQ(ids("2026-03-02T18:00+01:00"), "water ");
  EXPECT_EQ(ids("2026-03-05T18:00+01:00"), "");
}

TEST(Notices, TheEndIsATimeTodayAndADateOtherwise) {
  EXPECT_EQ(notice_end(at("2026-03-02T18:00+01:00"), at("2026-03-02T09:00+01:00"), "sv-SE"), "18:00");
  EXPECT_EQ(notice_end(at("2026-03-05T18:00+01:00"), at("2026-03-02T09:00+01:00"), "sv-SE"),
            "torsdag 5 mars kl. 18:00");
}

class NoticeScreen : public testing::Test {
 protected:
  Screen compose_at(ScreenKind kind, const std::string& language, int scale = 100) {
    State state;
    state.place.screen = kind;
    state.language = language;
    state.language_chosen = true;
    state.text_scale = scale;
    state.now_ms = at("2026-03-02T09:00+01:00");
    site_ = test::sample_site(language);
    site_.ui["notice.title"] = "Viktigt nu";
    site_.ui["notice.until"] = "Gäller till {when}.";
    tree_ = {language,
             {notice("early", "Vi stänger kl. {time} i dag.", {{"time", "time"}}),
              notice("water", "Koka vattnet.", {}, true)}};
    tree_.notices[0].today = true;
    tree_.notices[0].text.lang = language == "sv" ? "" : "sv";
    Typesetter typesetter(manifest_, fonts_);
    Model model;
    model.manifest = &manifest_;
    model.site = &site_;
    model.notices = &tree_;
    model.posted = &posted_;
    return compose(state, model, Display(), typesetter);
  }

  content::Manifest manifest_ = test::sample_manifest();
  text::FontLibrary fonts_;
  content::Site site_;
  content::Notices tree_;
  std::vector<PostedNotice> posted_ = {{"early", {{"time", "14:30"}}, at("2026-03-02T23:59+01:00")},
                                       {"water", {}, at("2026-03-05T18:00+01:00")}};
};

TEST_F(NoticeScreen, HomeShowsEachWithWhenItEnds) {
  const Screen home = compose_at(ScreenKind::kHome, "sv");
  ASSERT_TRUE(home.find("notice:early"));
  EXPECT_EQ(home.find("notice:early")->text, "Vi stänger kl. \u206814:30\u2069 i dag.");
  EXPECT_FALSE(home.find("notice-end:early")) << "its text says today";
  EXPECT_EQ(home.find("notice-end:water")->text, "Gäller till \u2068torsdag 5 mars kl. 18:00\u2069.");
  EXPECT_LT(home.find("notice:water")->rect.y, home.find("notice:early")->rect.y);
}

TEST_F(NoticeScreen, ANoticeInAnotherLanguageKeepsItsOwnDirection) {
  const Screen home = compose_at(ScreenKind::kHome, "ar");
  EXPECT_EQ(home.find("notice:early")->language, "sv");
  EXPECT_FALSE(home.find("notice:early")->rtl);
  EXPECT_TRUE(home.find("notice:water")->rtl);
}

TEST_F(NoticeScreen, ThePickerShowsDangersAlone) {
  const Screen picker = compose_at(ScreenKind::kPicker, "sv");
  EXPECT_TRUE(picker.find("notice:water"));
  EXPECT_FALSE(picker.find("notice:early"));
}

TEST_F(NoticeScreen, NothingOverflowsAtAnySize) {
  for (const char* language : {"sv", "ar", "ti"})
    for (const int scale : {100, 200})
      for (const Element& e : compose_at(ScreenKind::kHome, language, scale).elements)
        EXPECT_FALSE(e.overflows()) << language << ' ' << scale << ' ' << e.id;
}

}  // namespace
}  // namespace kiosk::ui
