#include "app/stick_desk.h"

namespace kiosk::app {

StickDesk::StickDesk(Updater& updater, std::vector<std::string> folders, std::function<void()> wake)
    : updater_(updater), watch_(std::move(folders), wake) {
  updater_.background().on_ready(std::move(wake));
}

void StickDesk::tell(Session& session, std::int64_t now_ms) {
  updater_.look(now_ms);
  if (!watch_.take_news()) return;
  const std::string found = watch_.find();
  if (found == seen_) return;
  seen_ = found;
  if (found.empty())
    session.remove_stick();
  else
    session.insert_stick(found, now_ms);
}

bool StickDesk::install_first(std::int64_t now_ms) {
  updater_.look(now_ms);
  const std::string found = watch_.find();
  if (!found.empty() && found != seen_) updater_.insert(found, now_ms);
  seen_ = found;
  updater_.background().collect();
  return updater_.waits() && updater_.go_live().has_value();
}

}  // namespace kiosk::app
