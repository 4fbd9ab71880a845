// The staff's notices: what is shown now, what can be shown, and one being filled in. Place::item is "notices",
// "notices:ID" while it is filled in, "notices:ID:VALUE" while a name is typed.
#include <algorithm>

#include "i18n/date_time.h"
#include "ui/keyboard.h"
#include "ui/notices.h"
#include "ui/staff_page.h"
#include "ui/staff_panel.h"
#include "ui/staff_words.h"

namespace kiosk::ui {

namespace {

const content::Notice* find(const content::Notices* notices, std::string_view id) {
  if (notices)
    for (const content::Notice& notice : notices->notices)
      if (notice.id == id) return &notice;
  return nullptr;
}

// With a sign in the place of a name that is not there yet.
std::string preview(const StaffPage& page, const content::Notice& notice, NoticeValues values) {
  for (const auto& [name, value] : first_values(notice, page.c.state.now_ms)) values.try_emplace(name, value);
  for (const auto& [name, kind] : notice.values)
    if (kind == "place" && values[name].empty()) values[name] = "___";
  return notice_words(notice, values, page.locale);
}

std::string name_of(const StaffPage& page, const std::string& value) {
  const std::string key = "notices.value." + value, words = page.words(key);
  return words == key ? value : words;
}

void posted_ones(StaffPage& page) {
  const StaffView& staff = *page.c.model.staff;
  const auto shown = staff.notices && page.c.model.posted
                         ? shown_notices(*staff.notices, *page.c.model.posted, page.c.state.now_ms)
                         : std::vector<ShownNotice>();
  page.heading("notices-now", page.words("notices.now"));
  if (shown.empty()) page.line("notices-none", Role::kText, page.words("notices.none"));
  for (const ShownNotice& one : shown) {
    page.line("posted:" + one.notice->id, Role::kText, preview(page, *one.notice, one.posted->values),
              StaffPage::Weight::kBold);
    page.line("posted-end:" + one.notice->id, Role::kText,
              page.words("notices.until", notice_end(one.posted->until_ms, page.c.state.now_ms, page.locale)));
    page.buttons({{"staff:notice-down:" + one.notice->id, "clear", page.words("notices.down")}}, 3);
  }
}

int compose_list(Composer& c, Rect area) {
  StaffPage page(c, area);
  page.title("panel.notices", "announcement");
  posted_ones(page);
  page.heading("notices-choose", page.words("notices.choose"));
  std::vector<StaffPage::Button> buttons;
  if (c.model.staff->notices)
    for (const content::Notice& notice : c.model.staff->notices->notices)
      buttons.push_back(
          {"staff:notices:" + notice.id, notice.icon, preview(page, notice, first_values(notice, c.state.now_ms))});
  page.buttons(buttons, 2);
  return page.height();
}

void value(StaffPage& page, const content::Notice& notice, const std::string& name, const std::string& kind) {
  const auto given = page.c.state.staff.draft.values.find(name);
  const std::string now = given == page.c.state.staff.draft.values.end() ? std::string() : given->second;
  const std::string label = name_of(page, name), id = "staff:notice-" + kind + ":" + name;
  if (kind == "place") {
    page.heading("label:" + name, label);
    page.buttons({{"staff:notices:" + notice.id + ":" + name, "edit", now.empty() ? page.words("notices.write") : now}},
                 2);
  } else if (!is_notice_value(kind, now)) {
    return;  // a draft of another content
  } else if (kind == "time") {
    page.steppers({{id + ":hour", label + ", " + page.words("clock.hour"), now.substr(0, 2)},
                   {id + ":minute", label + ", " + page.words("clock.minute"), now.substr(3)}});
  } else if (kind == "date") {
    page.steppers({{id + ":day", label, i18n::format_date(now, page.locale)}});
  } else {
    page.steppers({{id + ":one", label, now, now != "0", now != "9999"}});
  }
}

int compose_draft(Composer& c, const content::Notice& notice, Rect area) {
  StaffPage page(c, area);
  const NoticeDraft& draft = c.state.staff.draft;
  page.title("panel.notices", "announcement");
  if (c.model.staff->notice_failed)
    page.line("notice-failed", Role::kStatus, page.words("notices.failed"), StaffPage::Weight::kBold);
  page.line("notice-preview", Role::kStatus, preview(page, notice, draft.values), StaffPage::Weight::kBold);
  page.line("notice-languages", Role::kText,
            page.words("notices.languages", std::to_string(c.model.manifest->languages.size())));
  page.space();
  for (const auto& [name, kind] : notice.values) value(page, notice, name, kind);
  const std::vector<std::string> ends = notice_ends(notice);
  if (ends.size() > 1) {
    page.heading("notices-end", page.words("notices.end"));
    std::vector<StaffPage::Button> buttons;
    for (const std::string& end : ends)
      buttons.push_back({"staff:notice-end:" + end, "", page.words("notices.end." + end), {}, end == draft.end});
    page.buttons(buttons, 3);
  }
  page.space();
  if (fits(notice, draft.values)) page.buttons({{"staff:notice-post", "check", page.words("notices.post")}}, 3);
  return page.height();
}

int compose_name(Composer& c, const std::string& name, Rect area) {
  StaffPage page(c, area);
  page.title("panel.notices", "announcement");
  const std::string& typed = c.state.typing.text;
  TextSpec spec = plain_text(typed.empty() ? name_of(page, name) : typed, page.language, c.body_px());
  spec.line_height = 1.3;
  const int pad = c.space.gap, inner = area.w - 2 * pad;
  const Rect box{area.x, page.rest().y, area.w,
                 std::max(c.space.secondary, c.typesetter.set(spec, inner)->height + pad)};
  Element& field = c.control("notice-field", Role::kField, box, Target::kSecondary, c.theme.surface, c.theme.border);
  field.spoken = name_of(page, name);
  c.label(spec, {box.x + pad, box.y, inner, box.h}, typed.empty() ? c.theme.muted : c.theme.text);
  page.advance(box.h + c.space.gap);
  page.buttons({{"staff:notice-typed", "check", page.words("notices.typed")}}, 3);
  page.advance(compose_keyboard(c, page.rest()));
  return page.height();
}

}  // namespace

int compose_staff_notices(Composer& c, Rect area) {
  const std::string& item = c.state.place.item;
  const std::size_t first = item.find(':'), second = item.find(':', first + 1);
  if (first == std::string::npos) return compose_list(c, area);
  if (second != std::string::npos) return compose_name(c, item.substr(second + 1), area);
  const content::Notice* notice = find(c.model.staff->notices, item.substr(first + 1));
  return notice ? compose_draft(c, *notice, area) : compose_list(c, area);
}

}  // namespace kiosk::ui
