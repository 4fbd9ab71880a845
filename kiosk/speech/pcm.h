// Sound as plain values: mono, 16 bits.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kiosk::speech {

struct Pcm {
  int rate = 22050;
  std::vector<std::int16_t> samples;
  bool recorded = false;  // spoken by a person, not by a voice
  std::int64_t duration_ms() const { return static_cast<std::int64_t>(samples.size()) * 1000 / rate; }
};

// A WAV file of 16-bit PCM, one or two channels (two become one). espeak-ng writes the lengths before it knows them, so
// the data ends where the bytes end. Error when it is anything else.
[[nodiscard]] Result<Pcm> parse_wav(std::string_view bytes);

// With lengths that are true.
std::string wav_of(const Pcm& pcm);

}  // namespace kiosk::speech
