#include <gtest/gtest.h>

#include "speech/espeak.h"
#include "speech/pcm.h"
#include "speech/utterance.h"

namespace kiosk::speech {
namespace {

TEST(Voice, BurmeseIsNeverCalledAndMandarinReadsPinyin) {
  EXPECT_EQ(usable_voice("my"), "");
  EXPECT_EQ(usable_voice("cmn"), "cmn-latn-pinyin");
  EXPECT_EQ(usable_voice("fr-fr"), "fr-fr");
}

TEST(Voice, ANameIsNeverAnOptionOrAPath) {
  for (const char* bad : {"", "-w", "../etc", "sv --path=/", "a/b", "sv\n"}) EXPECT_EQ(usable_voice(bad), "") << bad;
}

TEST(Voice, LoudnessSpansAtLeast18DecibelsWithAStep12AboveTheLowest) {
  EXPECT_GE(gain_db(kLoudest) - gain_db(kQuietest), 18);
  bool step_at_12 = false;
  for (int v = kQuietest; v <= kLoudest; ++v) step_at_12 |= gain_db(v) - gain_db(kQuietest) == 12;
  EXPECT_TRUE(step_at_12);
  EXPECT_EQ(gain_db(kLoudest), 0);
  EXPECT_EQ(gain_db(99), gain_db(kLoudest));
}

TEST(Voice, EachStepOfTheRateIsFaster) {
  for (int rate = kSlowest; rate < kFastest; ++rate) EXPECT_LT(words_per_minute(rate), words_per_minute(rate + 1));
}

TEST(Wav, ReadsWhatItWrites) {
  const Pcm pcm{16000, {0, 1, -1, 32767, -32768}};
  const auto read = parse_wav(wav_of(pcm));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->rate, 16000);
  EXPECT_EQ(read->samples, pcm.samples);
}

TEST(Wav, LengthsThatAreNotTrueEndWithTheBytes) {
  std::string wav = wav_of({22050, {1, 2, 3}});
  for (std::size_t i = 40; i < 44; ++i) wav[i] = '\x7F';
  const auto read = parse_wav(wav);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->samples.size(), 3u);
}

TEST(Wav, EveryBeginningOfAFileIsRefusedOrRead) {
  const std::string wav = wav_of({22050, {1, 2, 3}});
  for (std::size_t n = 0; n < 44; ++n) {
    const auto read = parse_wav(std::string_view(wav).substr(0, n));
    EXPECT_FALSE(read.has_value()) << n;
  }
}

TEST(Wav, OtherFormatsAreRefused) {
  std::string wav = wav_of({22050, {1, 2, 3}});
  wav[34] = 8;
  ASSERT_FALSE(parse_wav(wav).has_value());
  EXPECT_EQ(parse_wav(wav).error().message, "the WAV file is not 16-bit PCM");
}

TEST(Child, AnswersWithWhatItGot) {
  const Cancel cancel;
  const std::string input(300'000, 'x');  // more than the pipes hold
  const auto output = run_child({"cat"}, input, {}, cancel);
  ASSERT_TRUE(output.has_value()) << output.error().message;
  EXPECT_EQ(*output, input);
}

TEST(Child, ThatHangsIsKilledWhenItsTimeIsOver) {
  const Cancel cancel;
  const auto output = run_child({"sleep", "1000"}, "x", {50, 1000}, cancel);
  ASSERT_FALSE(output.has_value());
  EXPECT_EQ(output.error().message, "sleep takes longer than 50 ms");
}

TEST(Child, ThatClosesItsOutputAndHangsIsKilledToo) {
  const Cancel cancel;
  const auto output = run_child({"sh", "-c", "exec >&-; exec sleep 1000"}, "x", {100, 1000}, cancel);
  ASSERT_FALSE(output.has_value());
}

TEST(Child, ThatWritesWithoutEndIsKilledAtTheLimit) {
  const Cancel cancel;
  const auto output = run_child({"yes"}, "", {5000, 100'000}, cancel);
  ASSERT_FALSE(output.has_value());
  EXPECT_EQ(output.error().message, "yes writes more than 100000 bytes");
}

TEST(Child, ThatCrashesIsAnError) {
  const Cancel cancel;
  const auto output = run_child({"sh", "-c", "kill -ABRT $$"}, std::string(1'000'000, 'x'), {}, cancel);
  ASSERT_FALSE(output.has_value());
  EXPECT_EQ(output.error().message, "sh crashed with signal 6");
}

TEST(Child, ThatIsNotInstalledIsAnError) {
  const Cancel cancel;
  EXPECT_FALSE(run_child({"no-such-program"}, "x", {}, cancel).has_value());
  EXPECT_FALSE(Espeak::is_there("no-such-program"));
}

TEST(Child, EndsWhenItIsCancelled) {
  Cancel cancel;
  cancel.raise();
  const auto output = run_child({"sleep", "1000"}, "x", {60'000, 1000}, cancel);
  ASSERT_FALSE(output.has_value());
  EXPECT_EQ(output.error().message, "sleep was stopped");
}

TEST(EspeakTest, SpeaksInEveryLanguageItIsOfferedFor) {
  Espeak espeak;
  const Cancel cancel;
  for (const auto& [voice, text] : {std::pair{"sv", "Välkommen till biblioteket."},
                                    {"en-gb", "Welcome to the library."},
                                    {"fi", "Tervetuloa kirjastoon."},
                                    {"uk", "Ласкаво просимо до бібліотеки."},
                                    {"cmn", "欢迎来到图书馆"}}) {
    const auto pcm = espeak.make({text, "", voice, 0, ""}, cancel);
    ASSERT_TRUE(pcm.has_value()) << voice << pcm.error().message;
    EXPECT_GT(pcm->duration_ms(), 800) << voice;
    EXPECT_LT(pcm->duration_ms(), 6000) << voice;
  }
  EXPECT_FALSE(espeak.make({"မင်္ဂလာပါ", "my", "my", 0, ""}, cancel).has_value());
}

TEST(EspeakTest, ATextIsNeverAnOption) {
  Espeak espeak;
  const Cancel cancel;
  EXPECT_TRUE(espeak.make({"--version", "sv", "sv", 0, ""}, cancel).has_value());
}

}  // namespace
}  // namespace kiosk::speech
