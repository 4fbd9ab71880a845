// What the staff see of the content: the pages that somebody must look at again, and whether every script and the
// voice work on this computer.
#include "i18n/date_time.h"
#include "ui/staff_page.h"
#include "ui/staff_panel.h"

namespace kiosk::ui {

int compose_staff_due(Composer& c, Rect area) {
  constexpr std::size_t kMost = 100;
  StaffPage page(c, area);
  const TreeSurvey& survey = c.model.staff->survey;
  page.title("panel.due", "event_note");
  if (!survey.ready) {
    page.line("due.none", Role::kStatus, page.words("staff.reading"));
    return page.height();
  }
  const std::string today = i18n::iso_date(c.state.now_ms);
  const auto list = [&](bool due) {
    bool some = false;
    std::size_t shown = 0;
    for (const TreeSurvey::DuePage& one : survey.pages) {
      if ((one.review_by < today) != due || shown == kMost) continue;
      if (!some) page.heading(due ? "due:passed" : "due:coming", page.words(due ? "due.passed" : "due.coming"));
      some = true;
      ++shown;
      page.line("due:" + one.id, Role::kListItem, one.title + ": " + i18n::format_date(one.review_by, page.locale));
    }
    if (some) page.space();
    return some;
  };
  if (!list(true)) {
    page.line("due.none", Role::kStatus, page.words("due.none"), StaffPage::Weight::kBold);
    page.space();
  }
  list(false);
  return page.height();
}

int compose_staff_test(Composer& c, Rect area) {
  StaffPage page(c, area);
  page.title("panel.test", "font_download");
  if (c.model.staff->has_voice)
    page.buttons({{"staff:test:sound", "volume_up", page.words("test.sound")}}, 1);
  else
    page.line("test.no-voice", Role::kStatus, page.words("test.no-voice"), StaffPage::Weight::kBold);
  page.space();
  page.line("test.fonts", Role::kText, page.words("test.fonts"));
  page.space();
  const int body = c.body_px();
  for (const content::Language* language : ordered_languages(*c.model.staff->tree, c.model.staff->settings)) {
    std::string sample = language->autonym;
    if (!language->greeting.empty()) sample += " · " + language->greeting;
    const TextSpec spec = plain_text(sample, language->tag, body);
    const Rect rest = page.rest();
    const auto block = c.typesetter.set(spec, rest.w);
    c.text("test:" + language->tag, Role::kListItem, spec, *block, {rest.x, rest.y, rest.w, block->height},
           c.theme.text, c.theme.background, Align::kScreenStart);
    page.advance(block->height);
    if (block->notdef > 0)
      page.line("test:" + language->tag + ":missing", Role::kStatus, page.words("test.missing", language->name_sv),
                StaffPage::Weight::kBold);
  }
  return page.height();
}

}  // namespace kiosk::ui
