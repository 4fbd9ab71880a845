// Sound through SDL's audio. Opens the device when something is played first; the kiosk without a listener has none.
#pragma once

#include <memory>

#include "speech/audio_out.h"

namespace kiosk::sdl {

class AudioDevice final : public speech::AudioOut {
 public:
  AudioDevice();
  ~AudioDevice() override;

  [[nodiscard]] Result<void> play(const speech::Pcm& pcm, double gain, std::int64_t now_ms) override;
  void stop() override;
  void pause(bool paused, std::int64_t now_ms) override;
  std::int64_t left_ms(std::int64_t now_ms) const override;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::sdl
