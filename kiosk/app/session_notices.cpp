// What a session does with the notices of the host, with the counts when staff take them away, and what it tells a
// fleet's monitoring.
#include "app/figures_export.h"
#include "app/metrics.h"
#include "app/notice_board.h"
#include "app/session.h"
#include "app/updater.h"
#include "base/log.h"
#include "ui/staff_words.h"

namespace kiosk::app {

// Posted: back to the list. Not posted: the draft stays, and the screen says so.
void Session::carry_out_notices(const Effects& effects, ui::State& next) {
  NoticeBoard* board = options_.services.notices;
  if (!board || (!effects.post && effects.take_down.empty())) return;
  const auto done =
      effects.post ? board->post(*effects.post, next.now_ms) : board->withdraw(effects.take_down, next.now_ms);
  staff_.notice_failed = !done;
  composed_ = false;
  if (!done) return log_error(done.error().message);
  if (!effects.post) return;
  next.staff.draft = {};
  if (!next.history.empty()) {
    next.place = next.history.back();
    next.history.pop_back();
  }
}

void Session::export_counts(const ui::State& state) {
  using Is = ui::ExportOutcome::Is;
  const std::string stick = stick_.empty() ? find_stick(options_.sticks) : stick_;
  composed_ = false;
  if (stick.empty() || !options_.services.store) {
    staff_.exported = {Is::kNoStick, {}};
    return;
  }
  const auto file = export_figures(*options_.services.store, subjects_of(content_->reader(), content_->manifest()),
                                   stick, state.now_ms, ui::staff_language(state.language));
  if (!file) log_error(file.error().message);
  staff_.exported = file ? ui::ExportOutcome{Is::kDone, *file} : ui::ExportOutcome{Is::kFailed, {}};
}

void Session::report_metrics(std::int64_t clock_ms) {
  MetricsFile* metrics = options_.services.metrics;
  if (!metrics || !metrics->is_due(clock_ms)) return;
  MetricsFacts facts{content_->manifest().site, content_->manifest().version, {}, 0, 0};
  if (options_.services.updater) facts.device = options_.services.updater->status();
  metrics->write(std::move(facts), clock_ms);
}

}  // namespace kiosk::app
