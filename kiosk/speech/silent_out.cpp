#include <algorithm>

#include "speech/audio_out.h"

namespace kiosk::speech {

Result<void> SilentOut::play(const Pcm& pcm, double, std::int64_t now_ms) {
  left_at_start_ms_ = left_ms(now_ms) + pcm.duration_ms();
  start_ms_ = now_ms;
  return {};
}

void SilentOut::pause(bool paused, std::int64_t now_ms) {
  left_at_start_ms_ = left_ms(now_ms);
  start_ms_ = now_ms;
  paused_ = paused;
}

std::int64_t SilentOut::left_ms(std::int64_t now_ms) const {
  return paused_ ? left_at_start_ms_ : std::max<std::int64_t>(0, left_at_start_ms_ - (now_ms - start_ms_));
}

}  // namespace kiosk::speech
