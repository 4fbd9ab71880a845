#include <algorithm>
#include <cstdio>
#include <utility>

#include "app/run.h"
#include "base/file.h"
#include "base/heap.h"

namespace kiosk::app {

namespace {

// While nobody touches the screen, the screens one touch away are laid out and rasterised, one at a time, so that a
// turn of the page finds its glyphs ready.
class LookAhead {
 public:
  LookAhead(Session& session, Stage& stage) : session_(session), stage_(stage) {}

  void start_again() {
    collected_ = false;
    waiting_.clear();
  }
  bool done() const { return collected_ && waiting_.empty(); }
  // How long the resident must have been still before the next piece of work.
  int pause_ms() const { return collected_ ? 20 : 250; }
  void work() {
    if (!collected_) {
      waiting_ = session_.neighbours();
      std::reverse(waiting_.begin(), waiting_.end());
      collected_ = true;
    } else if (!waiting_.empty()) {
      stage_.prepare(session_.look_at(waiting_.back()));
      waiting_.pop_back();
    }
  }

 private:
  Session& session_;
  Stage& stage_;
  bool collected_ = false;
  std::vector<ui::State> waiting_;  // the next one last
};

// A kiosk that nobody uses is smaller than one that has just started: what is shown stands on the screen, and neither
// its texts and fonts nor those of all who were here stay in memory. What is drawn at rest (the clock's minute) is let
// go of, too.
class Rest {
 public:
  Rest(Session& session, Stage& stage) : session_(session), stage_(stage) {}

  // After what there was to draw has been drawn.
  void watch(bool drawn) {
    const bool was_still = std::exchange(still_, session_.is_still());
    if (!still_ || (was_still && !drawn)) return;
    stage_.forget();
    session_.forget();
    give_back_free_heap();
  }

 private:
  Session& session_;
  Stage& stage_;
  bool still_ = false;
};

}  // namespace

int run_interactive(Session& session, Stage& stage, const Clock& clock, const Attendants& attendants) {
  const auto& [desk, supervisor, config, jack] = attendants;
  session.background().on_ready([&stage] { stage.wake(); });
  session.on_speech_ready([&stage] { stage.wake(); });
  stage.draw(session.drawing());
  if (supervisor) supervisor->ready();
  session.load_languages();
  LookAhead ahead(session, stage);
  Rest rest(session, stage);
  for (;;) {
    session.report_metrics(clock.now_ms());
    constexpr std::int64_t kLongestWait = 60'000;
    auto until_change = static_cast<int>(std::min(session.until_next_change(), kLongestWait));
    if (supervisor) {
      supervisor->set_status(session.one_line());
      supervisor->turn();
      until_change = supervisor->longest_wait_ms(until_change);
    }
    if (config && session.is_at_rest() && config->has_good_news()) return kAgain;
    std::vector<ui::Event> events = stage.wait(ahead.done() ? until_change : std::min(until_change, ahead.pause_ms()));
    bool redraw = false;
    if (const auto in = jack ? jack->take_change() : std::nullopt) {
      events.emplace_back();
      events.back().kind = ui::Event::Kind::kHeadset;
      events.back().headset_in = *in;
    }
    if (desk) desk->tell(session, clock.now_ms());
    for (const ui::Event& event : events) {
      if (event.kind == ui::Event::Kind::kQuit) return 0;
      redraw |= session.update(event, clock.now_ms());
    }
    redraw |= session.collect();
    if (session.wants_restart()) return Session::kRestartStatus;
    redraw |= session.update({}, clock.now_ms());  // a tick: time has passed in any case
    if (redraw) {
      stage.draw(session.drawing());
      ahead.start_again();
    } else if (events.empty() && !ahead.done()) {
      ahead.work();
    }
    rest.watch(redraw);
  }
}

int run_once(Session& session, Stage& stage, const std::string& screenshot, const std::string& dump) {
  stage.draw(session.drawing());
  return save_screen(stage, session.dump(), screenshot, dump);
}

int save_screen(Stage& stage, const std::string& dump_text, const std::string& screenshot, const std::string& dump) {
  if (!screenshot.empty()) {
    if (const auto saved = stage.save_png(screenshot); !saved) {
      std::fprintf(stderr, "%s\n", saved.error().message.c_str());
      return 2;
    }
  }
  if (dump == "-") {
    std::fputs(dump_text.c_str(), stdout);
  } else if (!dump.empty()) {
    if (const auto written = write_file(dump, dump_text); !written) {
      std::fprintf(stderr, "%s\n", written.error().message.c_str());
      return 2;
    }
  }
  return 0;
}

}  // namespace kiosk::app
