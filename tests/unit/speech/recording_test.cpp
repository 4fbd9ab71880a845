// Recordings in content: Opus by Debian's opusenc, and WAV; hostile ones cost themselves alone.
#include "speech/recording.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <memory>

#include "base/file.h"

namespace kiosk::speech {
namespace {

Pcm tone(int ms, int rate = 24'000) {
  Pcm pcm{rate, {}};
  for (int i = 0; i < rate * ms / 1000; ++i)
    pcm.samples.push_back(static_cast<std::int16_t>(9000 * std::sin(i * 2 * 3.14159265 * 440 / rate)));
  return pcm;
}

std::string opus_of(const Pcm& pcm) {
  const std::string wav = testing::TempDir() + "tone.wav", opus = testing::TempDir() + "tone.opus";
  EXPECT_TRUE(write_file(wav, wav_of(pcm)).has_value());
  EXPECT_EQ(std::system(("opusenc --quiet --bitrate 24 " + wav + " " + opus).c_str()), 0);
  return read_file(opus).value_or("");
}

double level(const Pcm& pcm) {
  double sum = 0;
  for (const std::int16_t s : pcm.samples) sum += double(s) * s;
  return std::sqrt(sum / double(pcm.samples.size()));
}

TEST(Recording, OpusIsDecodedWholeAndAsLoudAsItWas) {
  const Pcm spoken = tone(1500);
  const auto heard = decode_recording(opus_of(spoken));
  ASSERT_TRUE(heard.has_value()) << heard.error().message;
  EXPECT_EQ(heard->rate, 48'000);
  EXPECT_NEAR(double(heard->duration_ms()), 1500, 30);
  EXPECT_NEAR(level(*heard) / level(spoken), 1, 0.15);
}

TEST(Recording, WavIsDecodedAsItIs) {
  const Pcm spoken = tone(300);
  const auto heard = decode_recording(wav_of(spoken));
  ASSERT_TRUE(heard.has_value());
  EXPECT_EQ(heard->samples, spoken.samples);
}

TEST(Recording, WhatIsCutDamagedOrNoSoundIsRefusedOrBounded) {
  const std::string opus = opus_of(tone(400));
  for (std::size_t n = 0; n < opus.size(); n += 7) {
    const auto cut = decode_recording(opus.substr(0, n));
    if (cut) {
      EXPECT_LE(cut->duration_ms(), kLongestRecordingMs);
    }
    std::string damaged = opus;
    damaged[n] = static_cast<char>(damaged[n] ^ 0x55);
    const auto read = decode_recording(damaged);
    if (read) {
      EXPECT_LE(read->duration_ms(), kLongestRecordingMs);
    }
  }
  EXPECT_FALSE(decode_recording("").has_value());
  EXPECT_FALSE(decode_recording("OggS").has_value());
  EXPECT_FALSE(decode_recording(wav_of({22'050, {}})).has_value());
}

TEST(Recording, LongerThanTwoMinutesIsRefused) {
  const auto opus = decode_recording(opus_of(tone(130'000, 16'000)));
  ASSERT_FALSE(opus.has_value());
  EXPECT_EQ(opus.error().message, "the recording is too long");
  const auto large = decode_recording(wav_of(tone(60'000)));
  ASSERT_FALSE(large.has_value());
  EXPECT_EQ(large.error().message, "the recording is larger than 1 MB");
}

class Spelt final : public VoiceSource {
 public:
  Result<Pcm> make(const Utterance&, const Cancel&) override { return Pcm{1000, {7}}; }
};

TEST(Recordings, ARecordingWinsAndTheVoiceSpeaksWhereItCannotBeRead) {
  const std::string path = testing::TempDir() + "spoken.wav", broken = testing::TempDir() + "broken.opus";
  ASSERT_TRUE(write_file(path, wav_of({1000 * 8, {1, 2}})).has_value());
  ASSERT_TRUE(write_file(broken, "OggS").has_value());
  Recordings recordings(std::make_unique<Spelt>());
  const Cancel cancel;
  const auto samples = [&](const char* voice, const std::string& file) {
    const auto pcm = recordings.make({"text", "so", voice, 0, "", file}, cancel);
    return pcm ? pcm->samples : std::vector<std::int16_t>{};
  };
  using Samples = std::vector<std::int16_t>;
  EXPECT_EQ(samples("sv", path), (Samples{1, 2}));
  EXPECT_EQ(samples("", path), (Samples{1, 2}));
  EXPECT_EQ(samples("sv", broken), (Samples{7}));
  EXPECT_EQ(samples("", broken), Samples{});
  EXPECT_EQ(samples("sv", testing::TempDir() + "none.opus"), (Samples{7}));
  EXPECT_EQ(samples("sv", ""), (Samples{7}));
}

TEST(Recordings, ARecordingThatWasBrokenOffGoesOnAndTellsThatAPersonSpeaks) {
  const std::string path = testing::TempDir() + "goes_on.wav";
  ASSERT_TRUE(write_file(path, wav_of(tone(1000, 8000))).has_value());
  Recordings recordings(std::make_unique<Spelt>());
  const Cancel cancel;
  const auto from = [&](std::int64_t ms) { return recordings.make({"text", "so", "sv", 0, "", path, ms}, cancel); };
  EXPECT_EQ(from(0)->duration_ms(), 1000);
  EXPECT_EQ(from(250)->samples.size(), 6000u);
  EXPECT_EQ(from(-1)->duration_ms(), 1000);
  EXPECT_EQ(from(5000)->duration_ms(), 0);
  EXPECT_TRUE(from(0)->recorded);
  EXPECT_FALSE(recordings.make({"text", "so", "sv", 0, ""}, cancel)->recorded);
}

}  // namespace
}  // namespace kiosk::speech
