// A headset that is pulled out: what is said of it is said to the end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/session.h"
#include "speech/speaker.h"
#include "support/sample_tree.h"

namespace kiosk::app {
namespace {

// A voice that takes five seconds for every text.
class SlowVoice final : public speech::VoiceSource {
 public:
  Result<speech::Pcm> make(const speech::Utterance&, const speech::Cancel&) override {
    return speech::Pcm{8000, std::vector<std::int16_t>(40'000, 1)};
  }
};

TEST(Headset, TheWarningThatItIsOutIsSaidToTheEnd) {
  content::Manifest manifest = test::sample_manifest();
  manifest.languages.front().voice = "sv";
  speech::Speaker speaker(std::make_unique<SlowVoice>(), std::make_unique<speech::SilentOut>());
  std::int64_t now = 1'772'438'459'500;  // half a second before a minute ends
  SessionOptions options;
  options.bundle = test::write_sample_tree("headset", manifest);
  options.now_ms = now;
  options.services.speaker = &speaker;
  const auto session = std::move(Session::open(options).value());
  const auto headset = [&](bool in) {
    ui::Event event;
    event.kind = ui::Event::Kind::kHeadset;
    event.headset_in = in;
    session->update(event, now);
    session->settle();
  };
  headset(true);
  EXPECT_TRUE(session->state().listening.by_ear);
  headset(false);
  EXPECT_TRUE(session->state().idle_warning);
  ASSERT_TRUE(speaker.speaking());
  now += 1000;  // the clock on the screen changes
  session->update({}, now);
  EXPECT_TRUE(speaker.speaking());
  now += 5000;
  session->update({}, now);
  EXPECT_FALSE(speaker.speaking());
}

}  // namespace
}  // namespace kiosk::app
