// A recording that somebody has spoken: Opus (Ogg) or 16-bit WAV, as plain samples. Bounded: a hostile file costs no
// more than the longest recording.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "speech/voice_source.h"

namespace kiosk::speech {

constexpr std::size_t kLargestRecording = 1u << 20;  // bytes
constexpr std::int64_t kLongestRecordingMs = 120'000;

// By its first bytes. Error when it is neither, broken, silent in length, or longer than the longest.
[[nodiscard]] Result<Pcm> decode_recording(std::string_view bytes);

// Plays the recording of an utterance that has one, else asks the voices. Where a recording cannot be read the voice
// speaks, or, without one, the utterance is lost.
class Recordings final : public VoiceSource {
 public:
  // `voices` may be null: there is no synthesiser.
  explicit Recordings(std::unique_ptr<VoiceSource> voices) : voices_(std::move(voices)) {}
  [[nodiscard]] Result<Pcm> make(const Utterance& utterance, const Cancel& cancel) override;

 private:
  std::unique_ptr<VoiceSource> voices_;
};

}  // namespace kiosk::speech
