// A session on the demo content that speaks at once, and the log of what it spoke.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "app/session.h"
#include "base/check.h"
#include "i18n/date_time.h"
#include "listener.h"
#include "speech/speaker.h"
#include "stats/store.h"

namespace kiosk::app {

// Sound that takes no time: what is said counts here, not how long.
class Instant final : public speech::VoiceSource {
 public:
  Result<speech::Pcm> make(const speech::Utterance&, const speech::Cancel&) override { return speech::Pcm{}; }
};

class SpokenSession {
 public:
  // `now`: ISO 8601. `store`: the file of the counts.
  SpokenSession(const std::string& tree, const std::string& now, const std::string& store = ":memory:")
      : store_(store),
        speaker_(std::make_unique<Instant>(), std::make_unique<speech::SilentOut>()),
        now_(i18n::parse_iso_time(now).value_or(0)) {
    speaker_.on_speak([this](const speech::Utterance& u, std::int64_t, const Result<std::int64_t>&) {
      heard.push_back({u.element, u.language, u.voice, u.text, u.rate});
    });
    SessionOptions options;
    options.bundle = tree;
    options.now_ms = now_;
    options.services.store = &store_;
    options.services.speaker = &speaker_;
    auto opened = Session::open(options);
    KIOSK_CHECK(opened.has_value());
    session_ = std::move(*opened);
  }

  Session& session() { return *session_; }
  std::int64_t now() const { return now_; }
  void press(const std::string& key) {
    ui::Event event;
    event.kind = ui::Event::Kind::kKeyDown;
    event.key = key;
    session_->update(event, ++now_);
    drain();
  }
  void type(const std::string& text) {
    ui::Event event;
    event.kind = ui::Event::Kind::kText;
    event.text = text;
    session_->update(event, ++now_);
    drain();
  }
  void tick() {
    session_->update({}, ++now_);
    drain();
  }

  std::vector<Heard> heard;

 private:
  void drain() {
    do session_->settle();
    while (speaker_.speaking());
  }

  stats::Store store_;
  speech::Speaker speaker_;
  std::unique_ptr<Session> session_;
  std::int64_t now_;
};

}  // namespace kiosk::app
