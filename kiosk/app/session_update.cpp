// New content in a running session's place: never while a resident is there.
#include <algorithm>

#include "app/session.h"
#include "app/updater.h"
#include "base/log.h"

namespace kiosk::app {

namespace {

bool is_update_screen(const ui::State& state) {
  return state.place.screen == ui::ScreenKind::kStaff && state.place.item == ui::kUpdateStatus;
}

}  // namespace

bool Session::has_resident() const { return !is_fresh(state_, fresh_) && !is_update_screen(state_); }

void Session::insert_stick(const std::string& folder, std::int64_t clock_ms) {
  stick_ = folder;
  if (!options_.services.updater) return;
  if (!take_pin_order(folder)) options_.services.updater->insert(folder, kiosk_time(clock_ms));
  if (!has_resident()) show_update();
}

void Session::remove_stick() {
  stick_.clear();
  if (!options_.services.updater) return;
  options_.services.updater->remove();
  if (options_.services.staff) options_.services.staff->forget_order();
  composed_ = false;
}

void Session::show_update() {
  state_.history.clear();
  state_.place = {ui::ScreenKind::kStaff, {}, {}, ui::kUpdateStatus};
  state_.active_ms = state_.now_ms;
  composed_ = false;
}

bool Session::is_at_rest() const {
  const Updater* updater = options_.services.updater;
  return !has_resident() && !(updater && updater->is_at_work());
}

std::string Session::one_line() const {
  const Updater* updater = options_.services.updater;
  if (!updater || updater->status().version.empty()) return "showing content that came with the kiosk";
  const ui::DeviceStatus& status = updater->status();
  return "showing content " + status.version + (status.expired ? ", which was valid until " : ", valid until ") +
         status.valid_until;
}

Result<void> Session::reload() {
  const bool update_screen = is_update_screen(state_);
  auto content =
      ContentCache::open(options_.services.updater->live_tree(), options_.languages, options_.services.decode_picture);
  if (!content) return tl::unexpected(content.error());
  content_ = std::move(*content);
  typesetter_ = std::make_unique<ui::Typesetter>(content_->manifest(), *fonts_);
  open_narrator();
  finder_ = std::make_unique<Finder>(content_->reader().folder(), content_->manifest(), background_);
  staff_.survey = {};
  surveyed_.clear();
  apply_settings();
  const std::int64_t now_ms = state_.now_ms;
  const bool headset = state_.listening.headset;
  state_ = fresh_;
  state_.listening.headset = headset;
  state_.now_ms = state_.active_ms = now_ms;
  if (update_screen) show_update();
  composed_ = false;
  return {};
}

// Home in every language, with every glyph: what a tree must show before the kiosk relies on it.
bool Session::renders_home() {
  for (const content::Language& language : content_->manifest().languages) {
    if (!content_->site(language.tag)) return false;
    ui::State state = fresh_;
    state.language = language.tag;
    state.language_chosen = true;
    state.place = {ui::ScreenKind::kHome};
    const ui::Screen screen = ui::compose(state, model_of(state), options_.display, *typesetter_);
    const bool some_topic = std::any_of(screen.elements.begin(), screen.elements.end(),
                                        [](const ui::Element& element) { return element.id.starts_with("topic:"); });
    const bool whole = std::none_of(screen.elements.begin(), screen.elements.end(),
                                    [](const ui::Element& element) { return element.notdef > 0; });
    if (!some_topic || !whole) {
      log_error("home does not show in " + language.tag);
      return false;
    }
  }
  return true;
}

void Session::prove_content() {
  Updater& updater = *options_.services.updater;
  const bool works = renders_home();
  updater.prove(works);
  if (works) return;
  if (const auto back = reload(); !back) log_error(back.error().message);
}

bool Session::take_over() {
  Updater* updater = options_.services.updater;
  if (!updater || !updater->waits() || has_resident()) return false;
  if (updater->go_live()) {
    if (const auto loaded = reload(); loaded) {
      prove_content();
    } else {
      log_error(loaded.error().message);
      updater->prove(false);
      if (const auto back = reload(); !back) log_error(back.error().message);
    }
  }
  composed_ = false;
  return true;
}

}  // namespace kiosk::app
