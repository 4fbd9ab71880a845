// How often the PIN may be tried: five times in fifteen minutes, by the clock that nobody can set. Each try is on the
// disk before it is made, so neither a kill nor a restart gives one more. Tries of an earlier start of the computer
// count as made at its last start.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/boot_clock.h"
#include "base/result.h"

namespace kiosk::app {

class PinGate {
 public:
  static constexpr int kMostTries = 5;
  static constexpr std::int64_t kWindowMs = 15 * 60'000;

  // The file is FOLDER/tries.yaml; one that cannot be read counts as five tries just now. The clock outlives the gate.
  PinGate(const std::string& folder, const BootClock& clock);

  int tries_left() const;
  // Until there is one again; 0 when there is.
  std::int64_t wait_ms() const;
  // Takes one try, written and synced. Error: none is left, or it could not be written; then nothing may be tried.
  [[nodiscard]] Result<void> take();
  // The right PIN was given: the tries before it are forgotten.
  [[nodiscard]] Result<void> forgive();

 private:
  void read();
  [[nodiscard]] Result<void> write() const;
  std::vector<std::int64_t> counting() const;  // the tries that count now, oldest first

  std::string folder_, path_;
  const BootClock& clock_;
  std::vector<std::int64_t> tries_;  // by the boot clock
};

}  // namespace kiosk::app
