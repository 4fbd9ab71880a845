// Where sound goes. sdl/ plays it; SilentOut lets it pass on the clock it is told, for scripts and machines without
// sound.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "speech/pcm.h"

namespace kiosk::speech {

class AudioOut {
 public:
  virtual ~AudioOut() = default;
  // Plays after what still plays. `gain` is a factor, at most 1.
  [[nodiscard]] virtual Result<void> play(const Pcm& pcm, double gain, std::int64_t now_ms) = 0;
  // Silent within 100 ms.
  virtual void stop() = 0;
  virtual void pause(bool paused, std::int64_t now_ms) = 0;
  // How long it still plays; 0 = nothing is left.
  virtual std::int64_t left_ms(std::int64_t now_ms) const = 0;
};

class SilentOut final : public AudioOut {
 public:
  [[nodiscard]] Result<void> play(const Pcm& pcm, double gain, std::int64_t now_ms) override;
  void stop() override { left_at_start_ms_ = 0; }
  void pause(bool paused, std::int64_t now_ms) override;
  std::int64_t left_ms(std::int64_t now_ms) const override;

 private:
  std::int64_t start_ms_ = 0, left_at_start_ms_ = 0;
  bool paused_ = false;
};

}  // namespace kiosk::speech
