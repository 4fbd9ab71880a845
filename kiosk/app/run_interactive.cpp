#include <algorithm>
#include <cstdio>

#include "app/run.h"
#include "base/file.h"

namespace kiosk::app {

int run_interactive(Session& session, Stage& stage, const Clock& clock) {
  stage.draw(session.screen().list);
  for (;;) {
    constexpr std::int64_t kLongestWait = 60'000;
    const auto timeout = static_cast<int>(std::min(session.until_next_change(), kLongestWait));
    bool redraw = false;
    for (const ui::Event& event : stage.wait(timeout)) {
      if (event.kind == ui::Event::Kind::kQuit) return 0;
      redraw |= session.update(event, clock.now_ms());
    }
    redraw |= session.update({}, clock.now_ms());  // a tick: time has passed in any case
    if (redraw) stage.draw(session.screen().list);
  }
}

int run_once(Session& session, Stage& stage, const std::string& screenshot, const std::string& dump) {
  stage.draw(session.screen().list);
  if (!screenshot.empty()) {
    if (const auto saved = stage.save_png(screenshot); !saved) {
      std::fprintf(stderr, "%s\n", saved.error().message.c_str());
      return 2;
    }
  }
  if (dump == "-") {
    std::fputs(session.dump().c_str(), stdout);
  } else if (!dump.empty()) {
    if (const auto written = write_file(dump, session.dump()); !written) {
      std::fprintf(stderr, "%s\n", written.error().message.c_str());
      return 2;
    }
  }
  return 0;
}

}  // namespace kiosk::app
