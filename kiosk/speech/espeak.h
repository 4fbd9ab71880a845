// espeak-ng as a child process for each utterance: what crashes or hangs costs that utterance alone.
#pragma once

#include "speech/child_process.h"
#include "speech/voice_source.h"

namespace kiosk::speech {

class Espeak final : public VoiceSource {
 public:
  explicit Espeak(std::string program = "espeak-ng", ChildLimits limits = {})
      : program_(std::move(program)), limits_(limits) {}
  // Is the program installed?
  static bool is_there(const std::string& program = "espeak-ng");

  [[nodiscard]] Result<Pcm> make(const Utterance& utterance, const Cancel& cancel) override;

 private:
  std::string program_;
  ChildLimits limits_;
};

}  // namespace kiosk::speech
