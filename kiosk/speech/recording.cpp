#include "speech/recording.h"

#include <opusfile.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "base/log.h"

namespace kiosk::speech {

namespace {

struct CloseOpus {
  void operator()(OggOpusFile* file) const { op_free(file); }
};

constexpr int kOpusRate = 48'000;

Result<Pcm> decode_opus(std::string_view bytes) {
  int error = 0;
  const std::unique_ptr<OggOpusFile, CloseOpus> file(
      op_open_memory(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), &error));
  if (!file) return fail("no Opus file (error " + std::to_string(error) + ")");
  Pcm pcm;
  pcm.rate = kOpusRate;
  constexpr std::size_t kMost = static_cast<std::size_t>(kLongestRecordingMs) * kOpusRate / 1000;
  std::array<opus_int16, 2 * 5760> stereo;  // 120 ms, the longest packet
  for (;;) {
    const int frames = op_read_stereo(file.get(), stereo.data(), static_cast<int>(stereo.size()));
    if (frames < 0) return fail("the Opus file is broken (error " + std::to_string(frames) + ")");
    if (frames == 0) return pcm;
    if (pcm.samples.size() + static_cast<std::size_t>(frames) > kMost) return fail("the recording is too long");
    for (std::size_t i = 0; i < static_cast<std::size_t>(frames); ++i)
      pcm.samples.push_back(static_cast<std::int16_t>((stereo[2 * i] + stereo[2 * i + 1]) / 2));
  }
}

// At most the largest recording and one byte, which tells that it is larger.
Result<std::string> read_bounded(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail("the recording cannot be read");
  std::string bytes(kLargestRecording + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() > kLargestRecording) return fail("the recording is larger than 1 MB");
  return bytes;
}

// Without what has been heard.
Pcm from(Pcm pcm, std::int64_t from_ms) {
  const auto heard = static_cast<std::size_t>(std::max<std::int64_t>(0, from_ms) * pcm.rate / 1000);
  pcm.samples.erase(pcm.samples.begin(),
                    pcm.samples.begin() + static_cast<std::ptrdiff_t>(std::min(heard, pcm.samples.size())));
  pcm.recorded = true;
  return pcm;
}

}  // namespace

Result<Pcm> decode_recording(std::string_view bytes) {
  if (bytes.size() > kLargestRecording) return fail("the recording is larger than 1 MB");
  auto pcm = bytes.starts_with("OggS") ? decode_opus(bytes) : parse_wav(bytes);
  if (!pcm) return pcm;
  if (pcm->samples.empty()) return fail("the recording holds no sound");
  if (pcm->duration_ms() > kLongestRecordingMs) return fail("the recording is longer than 2 minutes");
  return pcm;
}

Result<Pcm> Recordings::make(const Utterance& utterance, const Cancel& cancel) {
  if (!utterance.recording.empty()) {
    auto pcm = read_bounded(utterance.recording).and_then(decode_recording);
    if (pcm) return from(std::move(*pcm), utterance.from_ms);
    if (utterance.voice.empty() || !voices_) return pcm;
    log_once(utterance.recording + ": " + pcm.error().message + "; the voice speaks instead");
  }
  if (!voices_) return fail("there is no synthesiser");
  return voices_->make(utterance, cancel);
}

}  // namespace kiosk::speech
