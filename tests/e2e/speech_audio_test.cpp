// The sound that leaves the kiosk: espeak-ng's PCM and people's recordings through SDL's disk audio driver, which
// writes what a loudspeaker would get into a file.
#include <SDL.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>

#include "base/file.h"
#include "sdl/audio_device.h"
#include "speech/espeak.h"
#include "speech/recording.h"
#include "speech/speaker.h"

namespace kiosk {
namespace {

constexpr int kRate = 22050, kOpusRate = 48000;

std::int64_t now_ms() { return static_cast<std::int64_t>(SDL_GetTicks64()); }

class SpeechAudio : public testing::Test {
 protected:
  SpeechAudio() : path_(testing::TempDir() + "speech_audio.raw") {
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", path_.c_str(), 1);
    std::remove(path_.c_str());
    auto device = std::make_unique<sdl::AudioDevice>();
    auto source = std::make_unique<speech::Recordings>(std::make_unique<speech::Espeak>());
    speaker_ = std::make_unique<speech::Speaker>(std::move(source), std::move(device));
    speaker_->on_speak([this](const speech::Utterance& u, std::int64_t, const Result<std::int64_t>& ms) {
      log_.push_back(u.language + " " + (u.recording.empty() ? u.voice : "recording"));
      if (ms) spoken_ms_ += *ms;
    });
  }
  std::size_t written() const {
    const auto bytes = read_file(path_);
    return bytes ? bytes->size() / 2 : 0;
  }
  // Goes on until the condition holds; gives up after a long time, and the test fails by what it asserts.
  template <class Condition>
  void run_until(Condition condition) {
    for (int i = 0; i < 3000 && !condition(); ++i) {
      speaker_->tick(now_ms());
      SDL_Delay(5);
    }
  }
  std::vector<std::int16_t> samples() {
    speaker_.reset();  // closes the device and with it the file
    const auto bytes = read_file(path_);
    if (!bytes) return {};
    std::vector<std::int16_t> out(bytes->size() / 2);
    std::memcpy(out.data(), bytes->data(), out.size() * 2);
    return out;
  }
  // Where the last sample that is not silent lies.
  static std::size_t end_of_sound(const std::vector<std::int16_t>& samples) {
    std::size_t end = samples.size();
    while (end > 0 && std::abs(samples[end - 1]) < 8) --end;
    return end;
  }
  static double level_db(const std::vector<std::int16_t>& samples) {
    double sum = 0;
    const std::size_t n = end_of_sound(samples);
    for (std::size_t i = 0; i < n; ++i) sum += double(samples[i]) * samples[i];
    return 20 * std::log10(std::sqrt(sum / double(std::max<std::size_t>(1, n))) / 32768);
  }

  std::string path_;
  std::unique_ptr<speech::Speaker> speaker_;
  std::vector<std::string> log_;
  std::int64_t spoken_ms_ = 0;
};

TEST_F(SpeechAudio, EveryUtteranceIsHeardWholeInItsOwnVoice) {
  speaker_->say({{"Välkommen till biblioteket.", "sv", "sv", 0, ""}, {"Tervetuloa kirjastoon.", "fi", "fi", 0, ""}});
  run_until([&] { return !speaker_->speaking(); });
  const auto heard = samples();
  EXPECT_EQ(log_, (std::vector<std::string>{"sv sv", "fi fi"}));
  EXPECT_GT(spoken_ms_, 2000);
  const double sound_ms = double(end_of_sound(heard)) * 1000 / kRate;
  EXPECT_GT(sound_ms, double(spoken_ms_) - 600);  // a voice ends its sentences with silence
  EXPECT_GT(level_db(heard), -40);
  EXPECT_LT(level_db(heard), -3);
}

TEST_F(SpeechAudio, AfterStopIsSilenceWithin100MillisecondsOfSamples) {
  speaker_->say(
      {{"Det här är en lång mening som handlar om allt som man kan göra på biblioteket.", "sv", "sv", 0, ""}});
  run_until([&] { return written() > kRate; });  // in the middle of it
  const std::size_t before = written();
  ASSERT_GT(before, std::size_t{kRate});
  speaker_->stop();
  run_until([&] { return written() > before + kRate; });
  const auto heard = samples();
  ASSERT_GT(heard.size(), before + kRate / 2);
  EXPECT_LT(end_of_sound(heard), before + kRate / 10);
}

// A tone of a known level, as a person's recording: by Debian's opusenc, 48,000 samples a second when decoded.
std::string opus_tone(double seconds, double amplitude) {
  speech::Pcm tone{kRate, {}};
  for (int i = 0; i < static_cast<int>(seconds * kRate); ++i)
    tone.samples.push_back(static_cast<std::int16_t>(amplitude * std::sin(i * 2 * 3.14159265 * 440 / kRate)));
  const std::string wav = testing::TempDir() + "recorded.wav", opus = testing::TempDir() + "recorded.opus";
  EXPECT_TRUE(write_file(wav, speech::wav_of(tone)).has_value());
  EXPECT_EQ(std::system(("opusenc --quiet --bitrate 24 " + wav + " " + opus).c_str()), 0);
  return opus;
}

TEST_F(SpeechAudio, ARecordingIsHeardWholeAtItsLevelWhereThereIsNoVoice) {
  constexpr double kSeconds = 1.5, kAmplitude = 9000;
  speaker_->set_volume(speech::kLoudest);
  speaker_->say({{"ደውሉ", "ti", "", 0, "block:a", opus_tone(kSeconds, kAmplitude)}});
  run_until([&] { return !speaker_->speaking(); });
  const auto heard = samples();
  EXPECT_EQ(log_, std::vector<std::string>{"ti recording"});
  EXPECT_NEAR(double(spoken_ms_), kSeconds * 1000, 30);
  EXPECT_NEAR(double(end_of_sound(heard)) / kOpusRate, kSeconds, 0.06);
  const double level = 20 * std::log10(kAmplitude / std::sqrt(2.0) / 32768) + speech::gain_db(speech::kLoudest);
  EXPECT_NEAR(level_db(heard), level, 1.5);
}

TEST_F(SpeechAudio, AfterStopARecordingIsSilentWithin100MillisecondsOfSamples) {
  speaker_->say({{"ደውሉ", "ti", "", 0, "block:a", opus_tone(20, 9000)}});
  run_until([&] { return written() > kOpusRate; });  // in the middle of it
  const std::size_t before = written();
  ASSERT_GT(before, std::size_t{kOpusRate});
  speaker_->stop();
  run_until([&] { return written() > before + kOpusRate; });
  const auto heard = samples();
  ASSERT_GT(heard.size(), before + kOpusRate / 2);
  EXPECT_LT(end_of_sound(heard), before + kOpusRate / 10);
}

// The next utterance, in the voice's own rate, begins a file of its own on this driver: it alone is measured.
TEST_F(SpeechAudio, AfterARecordingTheVoiceIsHeard) {
  speaker_->say({{"ደውሉ", "ti", "", 0, "block:a", opus_tone(0.5, 9000)}, {"Välkommen.", "sv", "sv", 0, ""}});
  run_until([&] { return !speaker_->speaking(); });
  const auto heard = samples();
  EXPECT_EQ(log_, (std::vector<std::string>{"ti recording", "sv sv"}));
  EXPECT_GT(double(end_of_sound(heard)) * 1000 / kRate, double(spoken_ms_) - 500 - 600);
  EXPECT_GT(level_db(heard), -40);
}

TEST_F(SpeechAudio, AStepOfVolumeIsThreeDecibels) {
  const auto level_at = [&](int volume) {
    speaker_->set_volume(volume);
    speaker_->say({{"Välkommen till biblioteket.", "sv", "sv", 0, ""}});
    run_until([&] { return !speaker_->speaking(); });
    return level_db(samples());
  };
  const double loud = level_at(speech::kLoudest);
  speaker_ =
      std::make_unique<speech::Speaker>(std::make_unique<speech::Espeak>(), std::make_unique<sdl::AudioDevice>());
  const double quiet = level_at(speech::kQuietest + 1);
  EXPECT_NEAR(loud - quiet, 18, 1.5);
}

}  // namespace
}  // namespace kiosk
