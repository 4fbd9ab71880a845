#include "ui/staff_panel.h"

#include <algorithm>
#include <cstdio>

#include "i18n/date_time.h"
#include "ui/notices.h"
#include "ui/staff_page.h"

namespace kiosk::ui {

namespace {

// What stands below a row's name: how things are now.
std::string content_now(const StaffPage& page) {
  const DeviceStatus* device = page.c.model.device;
  if (device && device->expired) return page.words("panel.content.expired");
  const std::string built = device && !device->built.empty() ? device->built : page.c.model.manifest->built;
  return i18n::format_date(built, page.locale);
}

std::string due_now(const StaffPage& page) {
  const TreeSurvey& survey = page.c.model.staff->survey;
  if (!survey.ready) return page.words("staff.reading");
  const std::string today = i18n::iso_date(page.c.state.now_ms);
  const auto due = std::count_if(survey.pages.begin(), survey.pages.end(),
                                 [&](const TreeSurvey::DuePage& due_page) { return due_page.review_by < today; });
  return page.words("panel.due.now", std::to_string(due));
}

std::string languages_now(const StaffPage& page) {
  return page.words("panel.languages.now", std::to_string(page.c.model.manifest->languages.size()));
}

std::string hours_now(const StaffPage& page) {
  std::size_t dates = 0;
  for (const auto& [place, exceptions] : page.c.model.staff->settings.hours) dates += exceptions.size();
  return page.words("panel.hours.now", std::to_string(dates));
}

std::string clock_now(const StaffPage& page) { return i18n::format_clock(page.c.state.now_ms, page.locale); }

std::string idle_now(const StaffPage& page) {
  return page.words("staff.seconds", std::to_string(page.c.model.staff->idle_s));
}

std::string volume_now(const StaffPage& page) {
  const int loudest = page.c.model.staff->loudest;
  return loudest < StaffSettings::kLoudestLimit ? page.words("panel.volume.now", std::to_string(loudest))
                                                : page.words("panel.volume.none");
}

std::string dark_now(const StaffPage& page) {
  const auto& dark = page.c.model.staff->settings.dark;
  return dark ? time_words(dark->from_min) + "–" + time_words(dark->to_min) : page.words("panel.dark.never");
}

std::string notices_now(const StaffPage& page) {
  const Model& model = page.c.model;
  const std::size_t shown = model.staff->notices && model.posted
                                ? shown_notices(*model.staff->notices, *model.posted, page.c.state.now_ms).size()
                                : 0;
  return page.words("panel.notices.now", std::to_string(shown));
}

std::string nothing(const StaffPage&) { return {}; }

struct PanelRow {
  const char* name;
  const char* icon;
  const char* words;
  int (*compose)(Composer&, Rect);
  std::string (*now)(const StaffPage&);
};

constexpr PanelRow kRows[] = {
    {"content", "usb", "panel.content", compose_update, content_now},
    {"notices", "announcement", "panel.notices", compose_staff_notices, notices_now},
    {"due", "event_note", "panel.due", compose_staff_due, due_now},
    {"hours", "date_range", "panel.hours", compose_staff_hours, hours_now},
    {"languages", "language", "panel.languages", compose_staff_languages, languages_now},
    {"clock", "access_time", "panel.clock", compose_staff_clock, clock_now},
    {"idle", "hourglass_empty", "panel.idle", compose_staff_idle, idle_now},
    {"volume", "volume_up", "panel.volume", compose_staff_volume, volume_now},
    {"dark", "brightness_3", "panel.dark", compose_staff_dark, dark_now},
    {"cleaning", "pan_tool", "panel.cleaning", compose_staff_cleaning, nothing},
    {"test", "font_download", "panel.test", compose_staff_test, nothing},
    {"export", "assessment", "panel.export", compose_staff_export, nothing},
    {"restart", "refresh", "panel.restart", compose_staff_restart, nothing},
};

const PanelRow* row_of(std::string_view item) {
  const std::string_view name = item.substr(0, item.find(':'));
  for (const PanelRow& row : kRows)
    if (name == row.name) return &row;
  return nullptr;
}

int compose_panel(Composer& c, Rect area) {
  StaffPage page(c, area);
  const StaffView& staff = *c.model.staff;
  page.title("panel.title", "settings");
  if (staff.settings_damaged)
    page.line("settings-damaged", Role::kStatus, page.words("panel.damaged"), StaffPage::Weight::kBold);
  std::vector<StaffPage::Button> buttons;
  for (const PanelRow& row : kRows)
    buttons.push_back({std::string("staff:") + row.name, row.icon, page.words(row.words), row.now(page)});
  page.buttons(buttons, 3);
  return page.height();
}

}  // namespace

std::string time_words(int minutes) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
  return text;
}

bool is_panel_row(std::string_view name) {
  const PanelRow* row = row_of(name);
  return row && name == row->name;
}

std::vector<std::string> panel_row_names() {
  std::vector<std::string> names;
  for (const PanelRow& row : kRows) names.emplace_back(row.name);
  return names;
}

int compose_staff(Composer& c, Rect area) {
  const std::string& item = c.state.place.item;
  if (item == kUpdateStatus || !c.model.staff) return compose_update(c, area);
  if (!c.state.staff.open) return c.model.staff->pin.set ? compose_pin(c, area) : compose_update(c, area);
  StaffPage page(c, area);
  if (c.model.staff->not_saved) {
    page.line("not-saved", Role::kStatus, page.words("staff.not-saved"), StaffPage::Weight::kBold);
    page.space();
  }
  const PanelRow* row = row_of(item);
  const Rect below{area.x, area.y + page.height(), area.w, area.h - page.height()};
  return page.height() + (row ? row->compose(c, below) : compose_panel(c, below));
}

}  // namespace kiosk::ui
