// The staff's side of a kiosk, kept in its state folder: the PIN and how often it may be tried (pin.yaml, tries.yaml),
// and what was set on site (settings.yaml). Every change is on the disk before it counts. Knows no screens and no
// content.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/background.h"
#include "app/pin_gate.h"
#include "base/boot_clock.h"
#include "base/result.h"
#include "bundle/minisign.h"
#include "ui/staff_view.h"

namespace kiosk::app {

class StaffDesk {
 public:
  enum class Answer { kRight, kWrong, kTooOften, kNotSaved };

  // Makes the folder and, on its first start, the kiosk's code. Damaged settings are the defaults, and the view says
  // so. Error: the folder cannot be written. The clock outlives the desk.
  [[nodiscard]] static Result<std::unique_ptr<StaffDesk>> open(const std::string& folder, const BootClock& clock);

  // Counts the try and compares on the worker; `answer` is called from its collect().
  void try_pin(std::string pin, Background& worker, std::function<void(Answer)> answer);
  // A new PIN, and a new code with it.
  [[nodiscard]] Result<void> set_pin_hash(const std::string& hash);
  // A stick that brings a new PIN, read on the worker; `trusted` keys may have signed it. order() says what came of it.
  void take_order(const std::string& stick, const std::vector<bundle::PublicKey>& trusted, Background& worker);

  const ui::StaffSettings& settings() const { return settings_; }
  // Error: they could not be saved, and the old ones stay. `today` is an ISO date: what is past is forgotten.
  [[nodiscard]] Result<void> save(ui::StaffSettings settings, const std::string& today);
  bool settings_damaged() const { return damaged_; }

  ui::PinLock lock() const;
  // "" | "done" | a bundle::Refusal's name.
  const std::string& order() const { return order_; }
  void forget_order() { order_.clear(); }

 private:
  StaffDesk(const std::string& folder, const BootClock& clock) : folder_(folder), gate_(folder, clock) {}
  [[nodiscard]] Result<void> write(const char* name, const std::string& text) const;
  [[nodiscard]] Result<void> read_pin();
  void read_settings();

  std::string folder_;
  PinGate gate_;
  std::string hash_, code_, order_;
  ui::StaffSettings settings_;
  bool damaged_ = false;
};

}  // namespace kiosk::app
