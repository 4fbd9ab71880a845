#include "ui/hours_box.h"

#include <algorithm>
#include <cmath>

#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"
#include "ui/compose.h"
#include "ui/hours_now.h"

namespace kiosk::ui {

namespace {

constexpr const char* kWeekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

class HoursBox {
 public:
  HoursBox(Composer& c, const content::Block& block, const std::string& language, const HoursNow& at, Rect area)
      : c_(c),
        block_(block),
        at_(at),
        locale_(c.typesetter.language(c.state.language).format_locale),
        area_(area),
        pad_(c.space.gap),
        inner_w_(area.w - 2 * pad_) {
    if (!block.sentences.empty()) {
      name_ = spec_of(block.sentences.front(), language, c.body_px(), true);
      name_state_ = to_string(block.sentences.front().state);
    }
    for (int i = 0; i < 7; ++i) {
      const i18n::DayHours& day = at_.week[static_cast<std::size_t>(i)];
      const bool today = day.day == at_.today;
      TextSpec word = words(i18n::format_weekday(i18n::date_of_day(day.day), locale_), today);
      std::vector<TextSpec> times = times_of(day, today);
      days_.push_back({std::move(word), std::move(times), today});
    }
    // A column for the weekdays where both fit, else one below the other.
    int times_w = 0;
    for (const Day& day : days_) {
      day_w_ = std::max(day_w_, whole_width(day.word));
      for (const TextSpec& time : day.times) times_w = std::max(times_w, whole_width(time));
    }
    today_ = words(c.message("page.today"), true);
    day_w_ = std::max(day_w_, whole_width(today_)) + pad_;
    beside_ = day_w_ + times_w + 2 * pad_ <= inner_w_;
  }

  int run() {
    const std::size_t below = c_.drawn();
    const int height = lay();
    c_.panel_below(below, {area_.x, area_.y, area_.w, height});
    return height + c_.space.gap;
  }

 private:
  struct Day {
    TextSpec word;
    std::vector<TextSpec> times;
    bool today;
  };

  TextSpec words(std::string text, bool bold) const {
    return plain_text(std::move(text), c_.state.language, c_.body_px(), bold);
  }

  std::vector<TextSpec> times_of(const i18n::DayHours& day, bool bold) const {
    std::vector<TextSpec> times;
    for (const i18n::OpenSpan& span : day.spans)
      times.push_back(words(i18n::format_span(span.from, span.to, locale_), bold));
    if (times.empty()) times.push_back(words(c_.message("hours.day-closed"), bold));
    return times;
  }

  // Nothing where no sentence says it: a place that does not close within a day.
  std::string now_words() const {
    constexpr std::int64_t kDay = 24 * 60 * 60'000;
    const auto& [open, until] = at_.now;
    const std::int64_t left = until ? *until - c_.state.now_ms : 0;
    if (open) {
      if (!until || left > kDay) return {};
      return c_.message("hours.open", {{"time", i18n::format_clock(*until, locale_)}});
    }
    if (!until) return c_.message("hours.closed-long");
    const auto parts = left < 6 * kDay ? i18n::WhenParts::kWeekday : i18n::WhenParts::kDate;
    return c_.message("hours.closed", {{"when", i18n::format_when(*until, parts, locale_)}});
  }

  // Returns the height.
  int lay() {
    y_ = area_.y + pad_;
    text("block:" + block_.id, Role::kHeading, name_, area_.x + pad_, inner_w_, name_state_);
    const std::string now = now_words();
    if (!now.empty()) {
      const TextSpec spec = words(now, true);
      const int side = c_.body_px() * 5 / 4, text_x = side + pad_;
      const int top = y_;
      const int height = c_.typesetter.set(spec, inner_w_ - text_x)->height;
      c_.icon(at_.now.open ? "lock_open" : "lock",
              {area_.x + pad_, top + (std::max(height, side) - side) / 2, side, side}, c_.theme.text);
      y_ += std::max(0, side - height) / 2;
      text("hours:" + block_.id + ":now", Role::kStatus, spec, area_.x + pad_ + text_x, inner_w_ - text_x);
      y_ = std::max(y_, top + side);
    }
    y_ += pad_ / 2;
    text("hours:" + block_.id + ":title", Role::kHeading, words(c_.message("hours.title"), true), area_.x + pad_,
         inner_w_);
    for (std::size_t i = 0; i < days_.size(); ++i) day(days_[i], "hours:" + block_.id + ":" + kWeekdays[i]);
    for (const i18n::DayHours& day : at_.coming) coming(day);
    y_ += pad_ / 2;
    return y_ - area_.y;
  }

  void text(const std::string& id, Role role, const TextSpec& spec, int x, int width, const std::string& state = {},
            Color* color = nullptr, Color* ground = nullptr) {
    const auto set = c_.typesetter.set(spec, width);
    Element& element = c_.text(id, role, spec, *set, {x, y_, width, set->height}, color ? *color : c_.theme.text,
                               ground ? *ground : c_.theme.surface, Align::kScreenStart);
    element.block = block_.id;
    element.state = state;
    y_ += set->height;
  }

  // On one line: the weekday of a language without blanks would be broken otherwise.
  int whole_width(const TextSpec& spec) const {
    const auto set = c_.typesetter.set(spec, inner_w_);
    return static_cast<int>(std::ceil(set->width + set->inset)) + 1;
  }

  int column(const std::vector<TextSpec>& specs, int width) const {
    int height = 0;
    for (const TextSpec& spec : specs) height += c_.typesetter.set(spec, width)->height;
    return height;
  }

  // Today stands on a ground of its own, is bold and says so: no colour alone.
  void day(const Day& row, const std::string& id) {
    const int x = area_.x + pad_, word_w = beside_ ? day_w_ : inner_w_ - pad_;
    const int times_x = beside_ ? x + day_w_ + pad_ : x + pad_, times_w = area_.x + area_.w - pad_ - times_x;
    std::vector<TextSpec> first = {row.word};
    if (row.today) first.push_back(today_);
    const int word_h = column(first, word_w), times_h = column(row.times, times_w);
    const int inset = row.today ? pad_ / 4 : 0;
    const int height = (beside_ ? std::max(word_h, times_h) : word_h + times_h) + 2 * inset;
    Color color = row.today ? c_.theme.on_primary : c_.theme.text;
    Color ground = row.today ? c_.theme.primary : c_.theme.surface;
    if (row.today) c_.fill({area_.x + pad_ / 2, y_, area_.w - pad_, height}, c_.theme.primary, c_.space.radius);
    const int top = y_;
    y_ += inset;
    for (std::size_t i = 0; i < first.size(); ++i)
      text(i == 0 ? id : id + ":today", Role::kListItem, first[i], x, word_w, {}, &color, &ground);
    if (beside_) y_ = top + inset;
    for (std::size_t i = 0; i < row.times.size(); ++i)
      text(id + ":" + std::to_string(i + 1), Role::kListItem, row.times[i], times_x, times_w, {}, &color, &ground);
    y_ = top + height + (beside_ ? 0 : pad_ / 2);
  }

  void coming(const i18n::DayHours& day) {
    const std::string date = i18n::date_of_day(day.day), id = "hours:" + block_.id + ":" + date;
    y_ += pad_ / 2;
    text(id, Role::kText, words(c_.message("hours.changed", {{"date", i18n::format_date(date, locale_)}}), true),
         area_.x + pad_, inner_w_);
    const std::vector<TextSpec> times = times_of(day, false);
    for (std::size_t i = 0; i < times.size(); ++i)
      text(id + ":" + std::to_string(i + 1), Role::kText, times[i], area_.x + pad_, inner_w_);
  }

  Composer& c_;
  const content::Block& block_;
  const HoursNow& at_;
  std::string locale_;
  Rect area_;
  int pad_, inner_w_, day_w_ = 0, y_ = 0;
  bool beside_ = true;
  TextSpec name_, today_;
  std::string name_state_;
  std::vector<Day> days_;
};

}  // namespace

int compose_hours(Composer& c, const content::Block& block, const std::string& language, Rect area) {
  if (!c.model.hours) return 0;
  const auto at = c.model.hours->find(block.id);
  if (at == c.model.hours->end()) return 0;
  return HoursBox(c, block, language, at->second, area).run();
}

}  // namespace kiosk::ui
