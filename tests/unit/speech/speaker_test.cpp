#include "speech/speaker.h"

#include <gtest/gtest.h>

#include "speech/espeak.h"

namespace kiosk::speech {
namespace {

// 100 ms a letter; a text "!" cannot be said.
class Beeps final : public VoiceSource {
 public:
  Result<Pcm> make(const Utterance& utterance, const Cancel&) override {
    if (utterance.text == "!") return fail("no such sound");
    return Pcm{1000, std::vector<std::int16_t>(utterance.text.size() * 100, 1000)};
  }
};

class SpeakerTest : public testing::Test {
 protected:
  SpeakerTest() : speaker_(std::make_unique<Beeps>(), std::make_unique<SilentOut>()) {
    speaker_.on_speak([this](const Utterance& u, std::int64_t now_ms, const Result<std::int64_t>& ms) {
      log_.push_back(std::to_string(now_ms) + " " + u.text + (ms ? "" : " lost"));
    });
  }
  void say(std::initializer_list<const char*> texts) {
    std::vector<Utterance> utterances;
    for (const char* text : texts) utterances.push_back({text, "sv", "sv", 0, text});
    speaker_.say(std::move(utterances));
  }
  void wait_ms(int ms) {
    for (int i = 0; i < ms; i += 10) {
      for (int twice = 0; twice < 2; ++twice) {  // one ends, and the next is there
        speaker_.settle();
        speaker_.tick(now_);
      }
      now_ += 10;
    }
  }
  Speaker speaker_;
  std::vector<std::string> log_;
  std::int64_t now_ = 0;
};

using Log = std::vector<std::string>;

TEST_F(SpeakerTest, SaysOneAfterTheOtherForAsLongAsItsSamplesLast) {
  say({"ab", "c", "d"});
  wait_ms(500);
  EXPECT_EQ(log_, (Log{"0 ab", "200 c", "300 d"}));
  EXPECT_FALSE(speaker_.speaking());
}

TEST_F(SpeakerTest, NewWordsEndTheOldOnes) {
  say({"abcdef", "g"});
  wait_ms(100);
  say({"h"});
  wait_ms(300);
  EXPECT_EQ(log_, (Log{"0 abcdef", "100 h"}));
}

TEST_F(SpeakerTest, StopLeavesNothingToSay) {
  say({"abcdef", "g"});
  wait_ms(100);
  speaker_.stop();
  EXPECT_FALSE(speaker_.speaking());
  EXPECT_EQ(speaker_.until_next_ms(now_), -1);
  wait_ms(2000);
  EXPECT_EQ(log_, (Log{"0 abcdef"}));
}

TEST_F(SpeakerTest, WhatCannotBeSaidCostsItselfAlone) {
  say({"a", "!", "b"});
  wait_ms(500);
  ASSERT_EQ(log_.size(), 3u);
  EXPECT_EQ(log_[0], "0 a");
  // When the worker reports is not the fake clock's to say.
  EXPECT_TRUE(log_[1].ends_with(" ! lost")) << log_[1];
  EXPECT_TRUE(log_[2].ends_with(" b")) << log_[2];
}

TEST_F(SpeakerTest, APauseHoldsTheSamples) {
  say({"abcd"});
  wait_ms(100);
  speaker_.pause(true, now_);
  wait_ms(5000);
  EXPECT_TRUE(speaker_.speaking());
  speaker_.pause(false, now_);
  wait_ms(500);
  EXPECT_FALSE(speaker_.speaking());
}

TEST(SpeakerWithAChild, ThatHangsLosesThatSentenceAlone) {
  // The program stands in for a synthesiser that hangs on one text and crashes on another.
  const std::string program = testing::TempDir() + "hanging_voice.sh";
  FILE* file = std::fopen(program.c_str(), "w");
  ASSERT_NE(file, nullptr);
  std::fputs(
      "#!/bin/sh\nread -r text\ncase $text in hang) exec sleep 1000;; crash) kill -ABRT $$;; *) echo \"$text\" | exec "
      "espeak-ng \"$@\";; esac\n",
      file);
  std::fclose(file);
  ASSERT_EQ(std::system(("chmod +x " + program).c_str()), 0);
  Speaker speaker(std::make_unique<Espeak>(program, ChildLimits{300, 8u << 20}), std::make_unique<SilentOut>());
  Log log;
  speaker.on_speak([&](const Utterance& u, std::int64_t, const Result<std::int64_t>& ms) {
    log.push_back(u.text + (ms ? "" : ": " + ms.error().message));
  });
  std::vector<Utterance> utterances;
  for (const char* text : {"ett", "hang", "crash", "fyra"}) utterances.push_back({text, "sv", "sv", 0, ""});
  speaker.say(utterances);
  for (std::int64_t now = 0; speaker.speaking(); now += 100) {
    speaker.settle();
    speaker.tick(now);
  }
  EXPECT_EQ(log, (Log{"ett", "hang: " + program + " takes longer than 300 ms",
                      "crash: " + program + " crashed with signal 6", "fyra"}));
}

}  // namespace
}  // namespace kiosk::speech
