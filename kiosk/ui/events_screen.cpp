// What happens, by day: today, tomorrow, then by date.
#include <algorithm>

#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"
#include "ui/coming_events.h"
#include "ui/compose.h"
#include "ui/feedback.h"

namespace kiosk::ui {

namespace {

class EventCard {
 public:
  EventCard(Composer& c, const ComingEvent& event, Rect area)
      : c_(c), area_(area), pad_(c.space.gap), side_(c.body_px() * 5 / 4) {
    const content::Event& what = *event.event;
    const std::string locale = c.typesetter.language(c.state.language).format_locale;
    id_ = "event:" + what.id + ":" + event.time->start.substr(0, 10);
    add("", {}, spec_of(what.title, c.state.language, c.body_px(), true), to_string(what.title.state), Role::kHeading);
    if (event.time->cancelled) add("cancelled", "cancel", words("events.cancelled"), {}, Role::kStatus);
    if (event.time->moved) add("moved", "update", words("events.moved"), {}, Role::kStatus);
    const std::string time = event_time(event, locale);
    if (!time.empty()) add("time", "schedule", plain_text(time, c.state.language, c.body_px(), true));
    const std::string& place = event.time->place.empty() ? what.place : event.time->place;
    if (!place.empty()) add("place", "place", words("events.place", {{"place", place}}));
    for (std::size_t i = 0; i < what.text.size(); ++i)
      add("text" + std::to_string(i + 1), {}, spec_of(what.text[i], c.state.language, c.body_px()),
          to_string(what.text[i].state));
  }

  int run() {
    const std::size_t below = c_.drawn();
    const int height = lay();
    c_.panel_below(below, {area_.x, area_.y, area_.w, height});
    return height + c_.space.gap;
  }

 private:
  struct Line {
    std::string id, icon;
    TextSpec spec;
    std::string state;
    Role role;
  };

  TextSpec words(const char* key, const i18n::Arguments& arguments = {}) const {
    return plain_text(c_.message(key, arguments), c_.state.language, c_.body_px(), arguments.empty());
  }

  void add(const std::string& id, const std::string& icon, TextSpec spec, std::string state = {},
           Role role = Role::kText) {
    lines_.push_back({id.empty() ? id_ : id_ + ":" + id, icon, std::move(spec), std::move(state), role});
  }

  // Returns the height.
  int lay() {
    int y = area_.y + pad_;
    for (const Line& line : lines_) {
      const int indent = line.icon.empty() ? 0 : side_ + pad_;
      const int x = area_.x + pad_ + indent, width = area_.w - 2 * pad_ - indent;
      const auto set = c_.typesetter.set(line.spec, width);
      const int height = line.icon.empty() ? set->height : std::max(set->height, side_);
      if (!line.icon.empty())
        c_.icon(line.icon, {area_.x + pad_, y + (height - side_) / 2, side_, side_}, c_.theme.text);
      Element& element =
          c_.text(line.id, line.role, line.spec, *set, {x, y + (height - set->height) / 2, width, set->height},
                  c_.theme.text, c_.theme.surface, Align::kScreenStart);
      element.state = line.state;
      y += height + pad_ / 4;
    }
    return y + pad_ - area_.y;
  }

  Composer& c_;
  Rect area_;
  int pad_, side_;
  std::string id_;
  std::vector<Line> lines_;
};

std::string day_words(const Composer& c, int day) {
  const int today = i18n::day_number(i18n::iso_date(c.state.now_ms)).value_or(0);
  if (day == today) return c.message("page.today");
  if (day == today + 1) return c.message("events.tomorrow");
  return i18n::format_date(i18n::date_of_day(day), c.typesetter.language(c.state.language).format_locale);
}

}  // namespace

int compose_events(Composer& c, Rect whole) {
  const int body = c.body_px(), measure = std::min(whole.w, body * 30);
  const Rect area{whole.x + (whole.w - measure) / 2, whole.y, measure, whole.h};
  int y = area.y;
  const auto line = [&] { return Rect{area.x, y, area.w, 0}; };
  y += compose_heading(c, "title", plain_text(c.message("events.title"), c.state.language, body * 5 / 4, true), line(),
                       "event");
  if (!c.model.coming || c.model.coming->empty())
    return y - area.y + compose_answer_status(c, "events-none", "info", c.message("events.none"), line());
  const auto is_sample = [](const ComingEvent& e) { return e.event->sample; };
  if (std::any_of(c.model.coming->begin(), c.model.coming->end(), is_sample))
    y += compose_answer_status(c, "sample:events", "info", c.message("page.sample"), line());
  int day = -1;
  for (const ComingEvent& event : *c.model.coming) {
    if (event.day != day) {
      day = event.day;
      y += compose_heading(c, "day:" + i18n::date_of_day(day),
                           plain_text(day_words(c, day), c.state.language, body * 9 / 8, true), line());
    }
    y += EventCard(c, event, line()).run();
  }
  return y - area.y;
}

}  // namespace kiosk::ui
