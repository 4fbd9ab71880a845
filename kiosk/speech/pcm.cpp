#include "speech/pcm.h"

#include <algorithm>
#include <cstring>

namespace kiosk::speech {

namespace {

std::uint32_t number(std::string_view bytes, std::size_t at, int width) {
  std::uint32_t value = 0;
  for (int i = width - 1; i >= 0; --i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

void put(std::string& out, std::uint32_t value, int width) {
  for (int i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::int16_t sample_at(std::string_view data, std::size_t index) {
  return static_cast<std::int16_t>(number(data, index * 2, 2));
}

}  // namespace

Result<Pcm> parse_wav(std::string_view bytes) {
  constexpr std::size_t kHead = 12, kChunkHead = 8, kFormat = 16;
  if (bytes.size() < kHead || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") return fail("no WAV file");
  Pcm pcm;
  std::uint32_t channels = 0;
  for (std::size_t at = kHead; at + kChunkHead <= bytes.size();) {
    const std::string_view name = bytes.substr(at, 4);
    const std::size_t size = std::min<std::size_t>(number(bytes, at + 4, 4), bytes.size() - at - kChunkHead);
    const std::string_view chunk = bytes.substr(at + kChunkHead, size);
    if (name == "fmt ") {
      if (size < kFormat || number(chunk, 0, 2) != 1 || number(chunk, 14, 2) != 16)
        return fail("the WAV file is not 16-bit PCM");
      channels = number(chunk, 2, 2);
      pcm.rate = static_cast<int>(number(chunk, 4, 4));
      constexpr int kLowest = 8000, kHighest = 48000;
      if (channels < 1 || channels > 2 || pcm.rate < kLowest || pcm.rate > kHighest)
        return fail("the WAV file has another rate or more channels than 2");
    } else if (name == "data") {
      if (channels == 0) return fail("the WAV file has no format");
      const std::size_t frames = size / (2 * channels);
      pcm.samples.reserve(frames);
      for (std::size_t i = 0; i < frames; ++i) {
        int sum = 0;
        for (std::uint32_t c = 0; c < channels; ++c) sum += sample_at(chunk, i * channels + c);
        pcm.samples.push_back(static_cast<std::int16_t>(sum / static_cast<int>(channels)));
      }
      return pcm;
    }
    at += kChunkHead + size + size % 2;
  }
  return fail("the WAV file has no sound");
}

std::string wav_of(const Pcm& pcm) {
  std::string out = "RIFF";
  const auto bytes = static_cast<std::uint32_t>(pcm.samples.size() * 2), rate = static_cast<std::uint32_t>(pcm.rate);
  put(out, 36 + bytes, 4);
  out += "WAVEfmt ";
  put(out, 16, 4);
  put(out, 1, 2);
  put(out, 1, 2);
  put(out, rate, 4);
  put(out, rate * 2, 4);
  put(out, 2, 2);
  put(out, 16, 2);
  out += "data";
  put(out, bytes, 4);
  for (const std::int16_t sample : pcm.samples) put(out, static_cast<std::uint16_t>(sample), 2);
  return out;
}

}  // namespace kiosk::speech
