// Days on which a place is closed or has other hours: first the place, where the content has several, then the day,
// then what holds. The page of opening hours says it at once.
#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"
#include "ui/hours_now.h"
#include "ui/staff_page.h"
#include "ui/staff_panel.h"

namespace kiosk::ui {

namespace {

constexpr int kDaysAhead = 28;

std::string spans_words(const StaffPage& page, const std::vector<content::HoursSpan>& spans) {
  if (spans.empty()) return page.words("hours.closed");
  std::string text;
  for (const content::HoursSpan& span : spans)
    text += (text.empty() ? "" : ", ") + time_words(span.from) + "–" + time_words(span.to);
  return text;
}

// Of the exception for this day, null without one.
const std::vector<content::HoursSpan>* exception_of(const StaffSettings& settings, const std::string& place,
                                                    const std::string& date) {
  const auto dates = settings.hours.find(place);
  if (dates == settings.hours.end()) return nullptr;
  const auto found = dates->second.find(date);
  return found == dates->second.end() ? nullptr : &found->second;
}

void compose_places(StaffPage& page, const TreeSurvey& survey) {
  if (!survey.ready) {
    page.line("hours.none", Role::kStatus, page.words("staff.reading"));
    return;
  }
  if (survey.places.empty()) {
    page.line("hours.none", Role::kStatus, page.words("hours.none"));
    return;
  }
  page.line("hours.place", Role::kText, page.words("hours.place"));
  page.space();
  std::vector<StaffPage::Button> buttons;
  for (const TreeSurvey::HoursPlace& place : survey.places)
    buttons.push_back({"staff:hours:" + place.id, "place", place.name});
  page.buttons(buttons, 2);
}

void compose_days(StaffPage& page, const TreeSurvey::HoursPlace& place) {
  const StaffSettings& settings = page.c.model.staff->settings;
  page.heading("hours:place", place.name);
  page.line("hours.day", Role::kText, page.words("hours.day"));
  page.space();
  const int today = i18n::day_number(i18n::iso_date(page.c.state.now_ms)).value_or(0);
  std::vector<StaffPage::Button> buttons;
  for (int day = today; day < today + kDaysAhead; ++day) {
    const std::string date = i18n::date_of_day(day);
    const bool changed = exception_of(settings, place.id, date) != nullptr;
    std::string now = spans_words(page, spans_on(with_exceptions(place.hours, settings, place.id), day));
    if (changed) now += " · " + page.words("hours.changed");
    buttons.push_back({"staff:hours:" + place.id + ":" + date, changed ? "edit" : "today",
                       i18n::format_date(date, page.locale), now, changed});
  }
  page.buttons(buttons, 2);
}

void compose_day(StaffPage& page, const TreeSurvey::HoursPlace& place, const std::string& date) {
  const std::string id = "staff:hours:" + place.id + ":" + date;
  const auto* exception = exception_of(page.c.model.staff->settings, place.id, date);
  const int day = i18n::day_number(date).value_or(0);
  page.heading("hours:place", place.name + ", " + i18n::format_date(date, page.locale));
  page.buttons(
      {{id + ":usual", "undo", page.words("hours.usual"), spans_words(page, spans_on(place.hours, day)), !exception},
       {id + ":closed", "lock", page.words("hours.all-closed"), {}, exception && exception->empty()},
       {id + ":own", "schedule", page.words("hours.own"), {}, exception && !exception->empty()}},
      3);
  if (!exception || exception->empty()) return;
  const content::HoursSpan& span = exception->front();
  page.steppers({{id + ":from", page.words("hours.from"), time_words(span.from)},
                 {id + ":to", page.words("hours.to"), time_words(span.to)}});
}

}  // namespace

int compose_staff_hours(Composer& c, Rect area) {
  StaffPage page(c, area);
  const TreeSurvey& survey = c.model.staff->survey;
  page.title("panel.hours", "date_range");
  const std::string& item = c.state.place.item;  // hours, hours:PLACE, hours:PLACE:DATE
  const std::size_t first = item.find(':'), second = item.find(':', first + 1);
  const TreeSurvey::HoursPlace* place =
      first == std::string::npos ? nullptr : survey.place(item.substr(first + 1, second - first - 1));
  if (!place)
    compose_places(page, survey);
  else if (second == std::string::npos)
    compose_days(page, *place);
  else
    compose_day(page, *place, item.substr(second + 1));
  return page.height();
}

}  // namespace kiosk::ui
