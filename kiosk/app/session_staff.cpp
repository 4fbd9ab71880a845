// The staff's side of a session: what their screens ask for is done here, and what they set holds from now on.
#include <algorithm>
#include <random>

#include "app/session.h"
#include "app/tree_survey.h"
#include "app/updater.h"
#include "base/log.h"
#include "bundle/pin_order.h"
#include "i18n/date_time.h"
#include "ui/staff_words.h"

namespace kiosk::app {

using ui::Staff;

IdleTimes Session::idle() const {
  constexpr std::int64_t kWarningMs = 20'000;
  IdleTimes times = options_.idle;
  if (options_.services.staff && options_.services.staff->settings().idle_s) {
    times.end_ms = std::int64_t{*options_.services.staff->settings().idle_s} * 1000;
    times.warn_ms = times.end_ms - kWarningMs;
  }
  return times;
}

std::int64_t Session::kiosk_time(std::int64_t clock_ms) const {
  return options_.services.staff ? clock_ms + options_.services.staff->settings().clock_shift_ms : clock_ms;
}

// What every session begins with, by the content and the staff's settings.
void Session::apply_settings() {
  const ui::StaffSettings none;
  const ui::StaffSettings& settings = options_.services.staff ? options_.services.staff->settings() : none;
  offered_ = ui::offered(content_->manifest(), settings, options_.offered);
  content_->set_exceptions(settings);
  fresh_.language = offered_.languages.front().tag;
  fresh_.listening.loudest = settings.loudest.value_or(options_.volume_limit);
  fresh_.listening.volume = std::min(ui::Listening().volume, fresh_.listening.loudest);
}

const ui::StaffView* Session::staff_view() {
  const StaffDesk* desk = options_.services.staff;
  if (!desk) return nullptr;
  staff_.pin = desk->lock();
  staff_.settings = desk->settings();
  staff_.settings_damaged = desk->settings_damaged();
  staff_.has_voice = narrator_ != nullptr;
  staff_.order = desk->order();
  staff_.tree = &content_->manifest();
  staff_.configured = options_.offered;
  staff_.notices = content_->notices(ui::staff_language(state_.language));
  staff_.loudest = fresh_.listening.loudest;
  staff_.idle_s = static_cast<int>(idle().end_ms / 1000);
  return &staff_;
}

// The keypad's digits find new places whenever it comes up.
void Session::lay_keypad(ui::State& state) {
  const bool asks = state.place.screen == ui::ScreenKind::kStaff && state.place.item == ui::kPinEntry;
  if (!asks || !state.staff.keypad.empty()) return;
  std::random_device device;
  state.staff.keypad = "0123456789";
  std::shuffle(state.staff.keypad.begin(), state.staff.keypad.end(), device);
}

void Session::take_answer(StaffDesk::Answer answer, int asked) {
  Staff& staff = state_.staff;
  if (staff.pin != Staff::Pin::kChecking || staff.asked != asked) return;  // whoever tried has gone
  staff = {};
  switch (answer) {
    case StaffDesk::Answer::kRight:
      staff.open = true;
      state_.place.item = ui::kPanel;
      state_.place.scroll_px = 0;
      state_.focused.clear();
      break;
    case StaffDesk::Answer::kWrong:
      staff.pin = Staff::Pin::kWrong;
      break;
    case StaffDesk::Answer::kNotSaved:
      staff.pin = Staff::Pin::kNotSaved;
      break;
    case StaffDesk::Answer::kTooOften:
      break;  // the screen says how long
  }
  lay_keypad(state_);
}

void Session::survey() {
  const std::string folder = content_->reader().folder();
  if (surveyed_ == folder) return;
  surveyed_ = folder;
  background_.post([this, folder]() -> std::function<void()> {
    auto found = survey_tree(folder);
    return [this, folder, found = std::move(found)] {
      if (folder == content_->reader().folder()) staff_.survey = found;
    };
  });
}

void Session::save_settings(const ui::StaffSettings& settings, ui::State& next) {
  StaffDesk& desk = *options_.services.staff;
  const std::int64_t before = desk.settings().clock_shift_ms;
  const auto saved = desk.save(settings, i18n::iso_date(next.now_ms));
  staff_.not_saved = !saved;
  if (!saved) return log_error(saved.error().message);
  // The hands have been turned; no time has passed.
  const std::int64_t turned = desk.settings().clock_shift_ms - before;
  for (std::int64_t* time : {&next.now_ms, &next.active_ms, &next.last_use.at_ms}) *time += turned;
  apply_settings();
  next.listening.loudest = fresh_.listening.loudest;
  next.listening.volume = std::min(next.listening.volume, next.listening.loudest);
  composed_ = false;
}

void Session::test_sound(const ui::State& state) {
  if (!options_.services.speaker) return;
  const std::string language = ui::staff_language(state.language);
  const std::string voice = speech::usable_voice(typesetter_->language(language).voice);
  if (voice.empty()) return;
  options_.services.speaker->set_volume(state.listening.volume);
  options_.services.speaker->say({{ui::staff_words("test.say", language), language, voice, 0, {}}});
}

void Session::carry_out_staff(const Effects& effects, ui::State& next) {
  StaffDesk* desk = options_.services.staff;
  if (!desk) return;
  if (!effects.pin.empty()) {
    const int asked = next.staff.asked = ++pins_asked_;
    desk->try_pin(effects.pin, background_, [this, asked](StaffDesk::Answer answer) { take_answer(answer, asked); });
  }
  if (effects.settings) save_settings(*effects.settings, next);
  carry_out_notices(effects, next);
  if (effects.export_counts) export_counts(next);
  if (effects.test_sound) test_sound(next);
  if (effects.restart) restart_ = true;
  if (!next.staff.open) {
    staff_.not_saved = staff_.notice_failed = false;
    staff_.exported = {};
  }
  lay_keypad(next);
}

bool Session::take_pin_order(const std::string& stick) {
  StaffDesk* desk = options_.services.staff;
  if (!desk || !bundle::has_pin_order(stick)) return false;
  desk->take_order(stick, options_.services.updater->trusted(), background_);
  return true;
}

}  // namespace kiosk::app
