// Posting a prepared notice: chosen, filled in, shown until a moment, taken down. The draft is the state's; what is
// posted is asked of the board.
#include <algorithm>

#include "app/actions.h"
#include "app/navigate.h"
#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"
#include "ui/notices.h"

namespace kiosk::app {

namespace {

const content::Notice* notice_of(const World& world, std::string_view id) {
  if (world.staff && world.staff->notices)
    for (const content::Notice& notice : world.staff->notices->notices)
      if (notice.id == id) return &notice;
  return nullptr;
}

bool open(ui::State& state, const std::string& what, const World& world) {
  const std::size_t colon = what.find(':');
  const content::Notice* notice = notice_of(world, what.substr(0, colon));
  if (!notice) return false;
  if (colon == std::string::npos) {
    state.staff.draft = {notice->id, ui::first_values(*notice, state.now_ms), ui::notice_ends(*notice).front()};
  } else {
    const auto value = state.staff.draft.values.find(what.substr(colon + 1));
    if (value == state.staff.draft.values.end()) return false;
    state.typing = {value->second, false, false};
  }
  const ui::Typing typing = state.typing;
  go(state, {ui::ScreenKind::kStaff, {}, {}, "notices:" + what});
  state.typing = typing;
  return true;
}

std::string two_digits(int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); }

// "KIND:NAME:PART:more".
bool step(ui::State& state, const std::string& what) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= what.size();) {
    const std::size_t end = std::min(what.find(':', start), what.size());
    parts.push_back(what.substr(start, end - start));
    start = end + 1;
  }
  if (parts.size() != 4 || (parts[3] != "more" && parts[3] != "less")) return false;
  const auto found = state.staff.draft.values.find(parts[1]);
  if (found == state.staff.draft.values.end() || !ui::is_notice_value(parts[0], found->second)) return false;
  std::string& value = found->second;
  const int by = parts[3] == "more" ? 1 : -1;
  if (parts[0] == "time") {
    constexpr int kDay = 24 * 60, kMinutesStep = 5;
    const int minutes = std::stoi(value.substr(0, 2)) * 60 + std::stoi(value.substr(3));
    const int next = (minutes + by * (parts[2] == "hour" ? 60 : kMinutesStep) + kDay) % kDay;
    value = two_digits(next / 60) + ":" + two_digits(next % 60);
  } else if (parts[0] == "date") {
    const int today = i18n::day_number(i18n::iso_date(state.now_ms)).value_or(0);
    const int day = i18n::day_number(value).value_or(today) + by;
    if (day >= today) value = i18n::date_of_day(day);
  } else {
    value = std::to_string(std::clamp(std::stoi(value) + by, 0, 9999));
  }
  return true;
}

bool post(const ui::State& state, const World& world) {
  const ui::NoticeDraft& draft = state.staff.draft;
  const content::Notice* notice = notice_of(world, draft.id);
  if (!notice || !ui::fits(*notice, draft.values)) return false;
  if (world.effects)
    world.effects->post = {draft.id, draft.values, ui::notice_end_ms(draft.end, draft.values, state.now_ms)};
  return true;
}

}  // namespace

bool act_on_staff_notices(ui::State& state, const std::string& id, const World& world) {
  if (!state.staff.open || state.place.screen != ui::ScreenKind::kStaff) return false;
  if (const std::string what = argument_of(id, "staff:notices:"); !what.empty()) return open(state, what, world);
  if (id == "staff:notice-post") return post(state, world);
  if (id == "staff:notice-typed") {
    const std::string& item = state.place.item;
    state.staff.draft.values[item.substr(item.rfind(':') + 1)] = state.typing.text;
    go_back(state);
    return true;
  }
  if (const std::string end = argument_of(id, "staff:notice-end:"); !end.empty())
    return state.staff.draft.end = end, true;
  if (const std::string down = argument_of(id, "staff:notice-down:"); !down.empty()) {
    if (world.effects) world.effects->take_down = down;
    return true;
  }
  const std::string what = argument_of(id, "staff:notice-");
  return !what.empty() && step(state, what);
}

}  // namespace kiosk::app
