// Time since the computer started, which nobody can set: waiting times are counted by it, whatever the wall clock
// says. Comparable only within one start, whose name is boot_id().
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.h"

namespace kiosk {

class BootClock {
 public:
  virtual ~BootClock() = default;
  // Milliseconds since the start, sleep included.
  virtual std::int64_t now_ms() const = 0;
  // Another text after each start of the computer; empty where the system does not tell.
  virtual std::string boot_id() const = 0;
};

class SystemBootClock final : public BootClock {
 public:
  std::int64_t now_ms() const override;
  std::string boot_id() const override;
};

// The system's, and on top what another clock has been turned on by: in a script waiting times pass with its waits.
class WaitedBootClock final : public BootClock {
 public:
  // The clock outlives this one.
  explicit WaitedBootClock(const Clock& waited) : waited_(waited), from_ms_(waited.now_ms()) {}
  std::int64_t now_ms() const override { return SystemBootClock().now_ms() + waited_.now_ms() - from_ms_; }
  std::string boot_id() const override { return SystemBootClock().boot_id(); }

 private:
  const Clock& waited_;
  std::int64_t from_ms_;
};

}  // namespace kiosk
