// A computer that is started when a test says so.
#pragma once

#include <string>

#include "base/boot_clock.h"

namespace kiosk::test {

class FakeBootClock final : public BootClock {
 public:
  std::int64_t now_ms() const override { return now_ms_; }
  std::string boot_id() const override { return "start " + std::to_string(start_); }
  void advance(std::int64_t ms) { now_ms_ += ms; }
  void restart() {
    ++start_;
    now_ms_ = 1000;
  }

 private:
  std::int64_t now_ms_ = 5'000'000;
  int start_ = 1;
};

}  // namespace kiosk::test
