// A page that a person has recorded: it is read where there is no voice, and by the person where there is one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/session.h"
#include "bundle/sha256.h"
#include "content/media.h"
#include "content/tree_reader.h"
#include "speech/recording.h"
#include "speech/speaker.h"
#include "support/sample_tree.h"

namespace kiosk::app {
namespace {

constexpr std::int64_t kNine = 1'772'438'400'000;  // 2026-03-02T08:00Z, 9 in Stockholm

// A voice that takes 50 ms for every text.
class Voice final : public speech::VoiceSource {
 public:
  Result<speech::Pcm> make(const speech::Utterance&, const speech::Cancel&) override {
    return speech::Pcm{8000, std::vector<std::int16_t>(400, 1)};
  }
};

class RecordedPage : public testing::Test {
 protected:
  static constexpr int kRecordedMs = 4000;

  RecordedPage()
      : speaker_(std::make_unique<speech::Recordings>(std::make_unique<Voice>()),
                 std::make_unique<speech::SilentOut>()) {
    speaker_.on_speak([this](const speech::Utterance& u, std::int64_t, const Result<std::int64_t>& ms) {
      heard_.push_back(u.element + (u.recording.empty() ? " voice " + u.voice + " " : " recording ") +
                       (ms ? std::to_string(*ms) : "lost"));
      texts_.push_back(u.text);
    });
  }

  // In Tigrinya, which has no voice, or in Swedish, which has one; the second block of the page is recorded.
  void open(const std::string& language, const std::string& page = "safety/numbers") {
    content::Manifest manifest = test::sample_manifest();
    manifest.languages.front().voice = "sv";
    tree_ = test::write_sample_tree(testing::UnitTest::GetInstance()->current_test_info()->name(), manifest);
    const std::string wav = speech::wav_of({8000, std::vector<std::int16_t>(8 * kRecordedMs, 100)});
    name_ = content::media_name(bundle::sha256_hex(wav), *content::media_format_of("a.wav"));
    ASSERT_TRUE(write_file(tree_ + "/media/" + name_, wav).has_value());
    auto recorded = content::TreeReader(tree_).page(language, "safety/numbers");
    ASSERT_TRUE(recorded.has_value()) << recorded.error().message;
    recorded->blocks[1].sound = name_;
    ASSERT_TRUE(write_file(tree_ + "/" + language + "/pages/safety/numbers.yaml", content::write_page(*recorded)));
    SessionOptions options;
    options.bundle = tree_;
    options.now_ms = now_;
    options.language = language;
    options.page = page;
    options.text_scale = text_scale_;
    options.services.speaker = &speaker_;
    auto opened = Session::open(options);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    session_ = std::move(*opened);
  }
  const ui::Element* find(const char* id) { return session_->screen().find(id); }
  void tap(const std::string& id) {
    const Rect rect = session_->screen().find(id)->rect;
    ui::Event event;
    event.at = {rect.x + rect.w / 2, rect.y + rect.h / 2};
    for (const auto kind : {ui::Event::Kind::kPointerDown, ui::Event::Kind::kPointerUp}) {
      event.kind = kind;
      session_->update(event, now_);
    }
    session_->settle();
  }
  void press(const std::string& key) {
    ui::Event event;
    event.kind = ui::Event::Kind::kKeyDown;
    event.key = key;
    session_->update(event, now_ += 10);
    session_->settle();
  }
  void listen(int ms) {
    for (int i = 0; i < ms; i += 50) {
      now_ += 50;
      session_->update({}, now_);
      session_->settle();
    }
  }
  const ui::Listening& listening() const { return session_->state().listening; }

  speech::Speaker speaker_;
  std::unique_ptr<Session> session_;
  std::vector<std::string> heard_, texts_;
  std::string tree_, name_;
  std::int64_t now_ = kNine;
  int text_scale_ = 100;
};

using Heard = std::vector<std::string>;

TEST_F(RecordedPage, IsReadInALanguageWithoutAVoiceAndNothingElseOfItIs) {
  open("ti");
  ASSERT_NE(find("read-aloud"), nullptr);
  tap("read-aloud");
  EXPECT_EQ(listening().element, "block:p1");
  listen(kRecordedMs + 200);
  EXPECT_EQ(heard_, Heard{"block:p1 recording 4000"});
  EXPECT_FALSE(listening().reading);
  EXPECT_EQ(listening(), ui::Listening());
}

TEST_F(RecordedPage, ThePersonWinsOverTheVoiceAndTheWholeBlockIsMarked) {
  open("sv");
  tap("read-aloud");
  for (int i = 0; i < 100 && listening().element != "block:p1"; ++i) listen(50);
  EXPECT_TRUE(ui::is_being_read(listening(), "block:p1#2"));
  EXPECT_FALSE(ui::is_being_read(listening(), "block:p0"));
  listen(kRecordedMs + 500);
  EXPECT_THAT(heard_, testing::IsSupersetOf({"block:p0 voice sv 50", "block:p0#2 voice sv 50",
                                             "block:p1 recording 4000", "block:p2 voice sv 50"}));
  for (const std::string& line : heard_) EXPECT_FALSE(line.starts_with("block:p1#2")) << "the recording says it";
  EXPECT_THAT(texts_, testing::Contains("Ring 1 1 7 7 Vi finns här.")) << "the log has what is said";
}

TEST_F(RecordedPage, AllOfTheBlockIsOnTheScreenWhileItIsRead) {
  text_scale_ = 200;
  open("ti");
  EXPECT_FALSE(find("block:p1#2")->visible);
  tap("read-aloud");
  for (const char* id : {"block:p1", "block:p1#2"})
    EXPECT_TRUE(session_->screen().viewport.contains(find(id)->rect)) << id;
}

TEST_F(RecordedPage, WithNeitherVoiceNorRecordingThereIsNoButton) {
  open("ti", "safety/long");
  EXPECT_EQ(find("read-aloud"), nullptr);
  press("F20");
  EXPECT_NE(find("no-voice"), nullptr);
}

TEST_F(RecordedPage, AfterAPauseTheRecordingGoesOnALittleBeforeWhereItWas) {
  open("ti");
  tap("read-aloud");
  listen(3000);
  tap("speech:pause");
  listen(60'000);
  EXPECT_EQ(listening().element, "block:p1");
  tap("speech:resume");
  EXPECT_EQ(heard_, (Heard{"block:p1 recording 4000", "block:p1 recording 2500"}));
  listen(2600);
  EXPECT_FALSE(listening().reading);
}

TEST_F(RecordedPage, ALouderRecordingGoesOnAndASecondOneOfThemKeepsItsPlace) {
  open("ti");
  tap("read-aloud");
  listen(2000);
  tap("speech:louder");
  EXPECT_EQ(heard_.back(), "block:p1 recording 3500");
  listen(2000);
  tap("speech:louder");
  EXPECT_EQ(heard_.back(), "block:p1 recording 3000");
}

TEST_F(RecordedPage, AgainIsFromItsBeginningAndSoIsReadingAnew) {
  open("ti");
  tap("read-aloud");
  listen(3000);
  tap("speech:repeat");
  EXPECT_EQ(heard_.back(), "block:p1 recording 4000");
  listen(3000);
  tap("speech:stop");
  EXPECT_FALSE(speaker_.speaking());
  tap("read-aloud");
  EXPECT_EQ(heard_.back(), "block:p1 recording 4000");
  EXPECT_EQ(heard_.size(), 3u);
}

TEST_F(RecordedPage, APersonSpeaksNoFasterSoTheButtonsRestWhereOnlyPersonsSpeak) {
  open("ti");
  tap("read-aloud");
  EXPECT_TRUE(find("speech:slower")->disabled);
  EXPECT_TRUE(find("speech:faster")->disabled);
  open("sv");
  tap("read-aloud");
  EXPECT_FALSE(find("speech:faster")->disabled);
}

TEST_F(RecordedPage, ByEarTheRecordedBlockIsOneStopAndItsRecordingIsHeard) {
  open("ti");
  press("F20");  // by ear from now on
  heard_.clear();
  std::vector<std::string> stops;
  for (int i = 0; i < 60; ++i) {
    press("F22");
    stops.push_back(session_->state().focused);
  }
  EXPECT_THAT(stops, testing::IsSupersetOf({"block:p0#2", "block:p1", "block:p2"}));
  EXPECT_THAT(stops, testing::Not(testing::Contains("block:p1#2")));
  EXPECT_THAT(heard_, testing::Each(testing::Eq("block:p1 recording 4000")));
  EXPECT_FALSE(heard_.empty());
}

TEST_F(RecordedPage, WhereTheFileIsGoneTheVoiceSpeaksAndTheLogSaysSo) {
  open("sv");
  std::filesystem::remove_all(tree_ + "/media");
  tap("read-aloud");
  listen(3000);
  EXPECT_THAT(heard_, testing::Contains("block:p1 voice sv 50"));
  EXPECT_THAT(texts_, testing::Contains("Ring 1 1 7 7 Vi finns här."));
}

TEST_F(RecordedPage, ThatCannotBeDecodedCostsItselfAlone) {
  open("ti");
  ASSERT_TRUE(write_file(tree_ + "/media/" + name_, "RIFF1234WAVE").has_value());
  tap("read-aloud");
  listen(200);
  EXPECT_EQ(heard_, Heard{"block:p1 recording lost"});
  EXPECT_FALSE(listening().reading);
}

TEST_F(RecordedPage, ABoxOverThePageHasNoRecordings) {
  open("ti");
  tap("trust");
  EXPECT_EQ(session_->state().explanation.kind, "trust");
  EXPECT_EQ(find("read-aloud"), nullptr);
}

}  // namespace
}  // namespace kiosk::app
