// Sound through SDL's audio. Opens the device when something is played first; the kiosk without a listener has none.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "speech/audio_out.h"

namespace kiosk::sdl {

class AudioDevice final : public speech::AudioOut {
 public:
  // SDL's name of the device; empty: the system's own choice.
  explicit AudioDevice(std::string name = {});
  ~AudioDevice() override;

  [[nodiscard]] Result<void> play(const speech::Pcm& pcm, double gain, std::int64_t now_ms) override;
  void stop() override;
  void pause(bool paused, std::int64_t now_ms) override;
  std::int64_t left_ms(std::int64_t now_ms) const override;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

// What there is to play on, by SDL's names. Starts SDL's audio for the question.
std::vector<std::string> audio_device_names();

}  // namespace kiosk::sdl
