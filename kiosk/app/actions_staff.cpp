// The staff's button, the keypad, and the rows of the panel. What is behind the PIN asks for Staff::open first.
#include "app/actions.h"
#include "app/navigate.h"
#include "ui/staff_panel.h"

namespace kiosk::app {

using ui::ScreenKind;
using ui::Staff;

namespace {

void go_staff(ui::State& state, const std::string& item) { go(state, {ScreenKind::kStaff, {}, {}, item}); }

void enter(ui::State& state, const World& world) {
  const bool pin = world.staff && world.staff->pin.set;
  go_staff(state, pin ? ui::kPinEntry : ui::kUpdateStatus);
}

// The last digit sends all of them; which place on the keypad they had, nobody learns twice.
void give_digit(ui::State& state, const std::string& digit, const World& world) {
  Staff& staff = state.staff;
  if (digit == "erase") {
    if (!staff.digits.empty()) staff.digits.pop_back();
    return;
  }
  if (!world.effects || staff.pin == Staff::Pin::kChecking || staff.digits.size() >= Staff::kDigits) return;
  staff.digits += digit;
  staff.pin = Staff::Pin::kAsk;
  if (staff.digits.size() < Staff::kDigits) return;
  world.effects->pin.swap(staff.digits);
  staff.digits.clear();
  staff.keypad.clear();
  staff.pin = Staff::Pin::kChecking;
}

}  // namespace

bool act_on_staff(ui::State& state, const std::string& id, const World& world) {
  if (id == "staff") return enter(state, world), true;
  if (state.place.screen != ScreenKind::kStaff) return false;
  if (const std::string digit = argument_of(id, "pin:"); !digit.empty()) return give_digit(state, digit, world), true;
  if (id == "staff:status") return go_staff(state, ui::kUpdateStatus), true;
  if (!state.staff.open) return false;
  const std::string what = argument_of(id, "staff:");
  if (ui::is_panel_row(what)) {
    go_staff(state, what);
  } else if (what == "cleaning:start") {
    state = wiped(state, world);
    state.place = {ScreenKind::kCleaning};
  } else if (what == "restart:now") {
    if (world.effects) world.effects->restart = true;
  } else if (what == "export:now") {
    if (world.effects) world.effects->export_counts = true;
  } else if (what == "test:sound") {
    if (world.effects) world.effects->test_sound = true;
  } else {
    return false;
  }
  return true;
}

}  // namespace kiosk::app
