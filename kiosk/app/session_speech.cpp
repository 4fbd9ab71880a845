// The session's voice: what follows from a change of state is said, and what is said moves the mark on the screen.
#include <algorithm>

#include "app/session.h"
#include "content/media.h"
#include "i18n/message.h"

namespace kiosk::app {

namespace {

// What is being read: a whole block from its first words on, as much of it as there is room for.
void bring_reading_into_view(Session& session) {
  const ui::Listening listening = session.state().listening;
  if (listening.whole_block) {
    const std::vector<ui::Element>& elements = session.screen().elements;
    const auto last = std::find_if(elements.rbegin(), elements.rend(),
                                   [&](const ui::Element& e) { return ui::is_being_read(listening, e.id); });
    if (last != elements.rend()) session.bring_into_view(std::string(last->id));
  }
  session.bring_into_view(listening.element);
}

}  // namespace

void Session::open_narrator() {
  if (!options_.services.speaker) return;
  options_.services.speaker->stop();
  narrator_ = std::make_unique<Narrator>(*options_.services.speaker, content_->manifest(),
                                         content_->reader().folder() + "/" + std::string(content::kMediaFolder));
}

// A voice of the language speaks, or somebody has recorded some of the page. A box over it has no recordings.
bool Session::can_be_heard(const ui::State& state) {
  if (!narrator_) return false;
  if (narrator_->has_voice(state.language)) return true;
  if (state.place.screen != ui::ScreenKind::kPage || !state.explanation.kind.empty()) return false;
  const content::Page* page = content_->page(state.language, state.place.page);
  if (!page) return false;
  return !page->title_sound.empty() || std::any_of(page->blocks.begin(), page->blocks.end(),
                                                   [](const content::Block& block) { return !block.sound.empty(); });
}

bool Session::is_speaking() const { return narrator_ && options_.services.speaker->speaking(); }

void Session::narrate(bool say_again) {
  if (!narrator_) return;
  const bool paused = state_.listening.reading && state_.listening.paused;
  const content::Site* site = content_->site(state_.language);
  const std::string& locale = typesetter_->language(state_.language).format_locale;
  const ui::Messages messages = [&](std::string_view key, const i18n::Arguments& arguments) {
    if (!site) return std::string();
    const auto it = site->ui.find(key);
    return it == site->ui.end() ? std::string() : i18n::format_message(locale, it->second, arguments);
  };
  options_.services.speaker->pause(paused, state_.now_ms);
  if (!narrator_->follow(state_, screen(), messages, say_again)) return;
  composed_ = false;
  if (state_.listening.reading)
    bring_reading_into_view(*this);
  else
    bring_into_view(state_.focused);
}

bool Session::tick_speech(std::int64_t now_ms) {
  if (!narrator_) return false;
  const bool spoke = options_.services.speaker->tick(now_ms);
  // Being read to is being there; the question whether somebody is there is not.
  const bool listens = state_.listening.reading || state_.listening.by_ear;
  if (is_speaking() && listens && !state_.idle_warning && !state_.listening.paused) state_.active_ms = now_ms;
  if (!narrator_->tick(state_)) return spoke;
  composed_ = false;
  if (state_.listening.reading) bring_reading_into_view(*this);
  return true;
}

void Session::on_speech_ready(std::function<void()> wake) {
  if (options_.services.speaker) options_.services.speaker->on_ready(std::move(wake));
}

}  // namespace kiosk::app
