// The time of day. Everything that depends on time is given one, so that tests and scripts can turn the hands.
#pragma once

#include <cstdint>

namespace kiosk {

class Clock {
 public:
  virtual ~Clock() = default;
  // Milliseconds since 1970-01-01T00:00Z.
  virtual std::int64_t now_ms() const = 0;
};

class SystemClock final : public Clock {
 public:
  std::int64_t now_ms() const override;
};

// Runs like the system's clock but starts at another time (--now).
class ShiftedClock final : public Clock {
 public:
  explicit ShiftedClock(std::int64_t start_ms) : shift_ms_(start_ms - SystemClock().now_ms()) {}
  std::int64_t now_ms() const override { return SystemClock().now_ms() + shift_ms_; }

 private:
  std::int64_t shift_ms_;
};

class FakeClock final : public Clock {
 public:
  explicit FakeClock(std::int64_t start_ms) : now_ms_(start_ms) {}
  std::int64_t now_ms() const override { return now_ms_; }
  void advance(std::int64_t ms) { now_ms_ += ms; }

 private:
  std::int64_t now_ms_;
};

}  // namespace kiosk
