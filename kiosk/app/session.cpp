#include "app/session.h"

#include <algorithm>

#include "app/actions.h"
#include "app/notice_board.h"
#include "app/updater.h"
#include "base/log.h"
#include "i18n/collation.h"
#include "i18n/date_time.h"
#include "i18n/language_data.h"
#include "stats/store.h"
#include "text/line_breaks.h"
#include "ui/compose.h"
#include "ui/dump.h"

namespace kiosk::app {

namespace {

// Where the options begin.
ui::State first_state(const SessionOptions& options, ui::State state) {
  if (!options.language.empty()) state.language = options.language;
  if (!options.language.empty() || !options.page.empty()) {
    state.language_chosen = true;
    state.place.screen = ui::ScreenKind::kHome;
  }
  if (!options.page.empty()) state.place = {ui::ScreenKind::kPage, {}, options.page};
  return state;
}

// What a resident who comes finds, before the staff's settings.
ui::State fresh_state(const SessionOptions& options) {
  ui::State fresh;
  fresh.text_scale = options.text_scale;
  fresh.theme = options.theme;
  fresh.now_ms = fresh.active_ms = options.now_ms;
  return fresh;
}

}  // namespace

Result<Opening> Session::prepare(const SessionOptions& options) {
  auto content = ContentCache::open(options.bundle, options.languages, options.services.decode_picture);
  if (!content) return tl::unexpected(content.error());
  Opening opening;
  opening.content = std::move(*content);
  opening.fonts = std::make_unique<text::FontLibrary>();
  const content::Manifest& manifest = opening.content->manifest();
  const bool some_font =
      std::any_of(manifest.fonts.begin(), manifest.fonts.end(),
                  [&](const content::FontFamily& family) { return opening.fonts->face(family.regular).has_value(); });
  if (!some_font) {
    const content::FontFamily& first = manifest.fonts.front();
    return fail(opening.fonts->face(first.regular).error().message + "; install the package " + first.package);
  }
  opening.typesetter = std::make_unique<ui::Typesetter>(manifest, *opening.fonts);
  ui::State state = fresh_state(options);
  state.language = manifest.languages.front().tag;
  state = first_state(options, state);
  if (std::none_of(manifest.languages.begin(), manifest.languages.end(),
                   [&](const content::Language& l) { return l.tag == state.language; }))
    return fail("the tree has no language '" + state.language + "'");
  if (!options.page.empty() && !opening.content->reader().has_page(state.language, options.page))
    return fail("the tree has no page '" + options.page + "'");
  ui::compose(state, opening.content->model_for(state), options.display, *opening.typesetter);
  return opening;
}

Result<std::unique_ptr<Session>> Session::open(const SessionOptions& options) {
  return open(options, prepare(options));
}

Result<std::unique_ptr<Session>> Session::open(const SessionOptions& options, Result<Opening> opening) {
  if (!opening) return tl::unexpected(opening.error());
  std::unique_ptr<Session> session(new Session());
  session->options_ = options;
  session->content_ = std::move(opening->content);
  session->fonts_ = std::move(opening->fonts);
  session->typesetter_ = std::move(opening->typesetter);
  const content::Manifest& manifest = session->content_->manifest();
  session->finder_ = std::make_unique<Finder>(options.bundle, manifest, session->background_);

  session->open_narrator();

  session->fresh_ = fresh_state(options);
  session->fresh_.now_ms = session->fresh_.active_ms = session->kiosk_time(options.now_ms);
  session->apply_settings();
  session->state_ = first_state(options, session->fresh_);
  if (options.services.updater && options.services.updater->is_pending()) session->prove_content();
  return session;
}

World Session::world(Effects* effects) {
  static const KeyMap kDefaultKeys;
  const KeyMap& keys = options_.services.keys ? *options_.services.keys : kDefaultKeys;
  return {screen(),
          offered_,
          options_.display,
          fresh_,
          idle(),
          keys,
          staff_view(),
          can_be_heard(state_),
          narrator_ != nullptr,
          effects};
}

void Session::carry_out(const Effects& effects, ui::State& next) {
  carry_out_staff(effects, next);
  if (effects.counts.empty() || !options_.services.store) return;
  const auto counted = options_.services.store->add(effects.counts, next.now_ms);
  if (!counted) log_once(counted.error().message);
  for (const stats::Count& count : effects.counts) {
    const std::string answer = answer_key(count);
    if (answer.empty()) continue;
    next.answers.failed = !counted;
    if (counted) next.answers.sent.insert(answer);
  }
}

ui::Model Session::model_of(const ui::State& state) {
  ui::Model model = content_->model_for(state);
  model.manifest = &offered_;
  model.staff = staff_view();
  if (state.staff.open && model.staff) survey();
  model.speaks = can_be_heard(state);
  model.has_voice = narrator_ && narrator_->has_voice(state.language);
  model.counts = options_.services.store != nullptr;
  if (options_.services.updater) model.device = &options_.services.updater->status();
  if (state.place.screen == ui::ScreenKind::kSearch)
    model.results = &finder_->results(state.language, state.typing.text);
  if (state.place.screen == ui::ScreenKind::kIndex) model.list = &finder_->list(state.language);
  const NoticeBoard* board = options_.services.notices;
  if (board && !board->posted().empty()) {
    const bool nobody = state.place.screen == ui::ScreenKind::kAttract;
    const content::Language* greeted = nobody ? ui::greeted(*model.manifest, state.place.item) : nullptr;
    model.posted = &board->posted();
    model.notices = content_->notices(greeted ? greeted->tag : state.language);
  }
  return model;
}

void Session::end_of_search(const ui::State& next, Effects& effects) {
  if (state_.typing.text.empty() || !next.typing.text.empty()) return;
  if (state_.place.screen == ui::ScreenKind::kSearch) {
    const ui::SearchResults& results = finder_->results(state_.language, state_.typing.text);
    if (results.ready && results.items.empty())
      effects.counts.push_back({stats::CountKind::kSearchWithoutResult, {}, state_.language, {}});
  }
  finder_->forget();
}

const ui::Screen& Session::screen() {
  if (composed_) return screen_;
  screen_ = ui::compose(state_, model_of(state_), options_.display, *typesetter_);
  if (scroll_of(state_) > screen_.max_scroll_px) {  // the content has become shorter (text size, language)
    scroll_of(state_) = screen_.max_scroll_px;
    screen_ = ui::compose(state_, model_of(state_), options_.display, *typesetter_);
  }
  composed_ = has_list_ = true;
  return screen_;
}

const ui::DisplayList& Session::drawing() {
  composed_ = composed_ && has_list_;
  return screen().list;
}

std::vector<ui::State> Session::neighbours() {
  constexpr std::size_t kMost = 12;
  std::vector<ui::State> found;
  for (const ui::Element& element : screen().elements) {
    const bool leads_on = element.id.starts_with("page:") || element.id.starts_with("topic:") ||
                          element.id.starts_with("result:") || element.id == "search" || element.id == "scroll-down" ||
                          element.id == "back";
    if (!leads_on || !element.visible || element.disabled || !element.is_control()) continue;
    found.push_back(activate(state_, element.id, world()));
    if (found.size() == kMost) break;
  }
  return found;
}

ui::DisplayList Session::look_at(const ui::State& state) {
  return ui::compose(state, model_of(state), options_.display, *typesetter_).list;
}

void Session::load_languages() {
  for (const content::Language& language : content_->manifest().languages)
    background_.post([language] {
      i18n::load_language_data(language.tag, language.autonym, language.format_locale,
                               i18n::collation_locale(language.tag, language.script, language.chain));
      return std::function<void()>();
    });
}

bool Session::is_still() const {
  const ui::ScreenKind screen = state_.place.screen;
  return screen == ui::ScreenKind::kDark || (screen == ui::ScreenKind::kAttract && state_.place.item.empty());
}

void Session::forget() {
  screen_.list = {};
  has_list_ = false;
  content_->forget();
  finder_ = std::make_unique<Finder>(content_->reader().folder(), content_->manifest(), background_);
  typesetter_.reset();
  fonts_ = std::make_unique<text::FontLibrary>();
  typesetter_ = std::make_unique<ui::Typesetter>(content_->manifest(), *fonts_);
  i18n::forget_formatters();
  text::forget_line_iterators();
}

void Session::set_state(ui::State state) {
  if (state == state_) return;
  state_ = std::move(state);
  composed_ = false;
}

namespace {

// Something that a person does: it silences the voice at once (EN 301 549 5.1.3.5).
bool is_action(const ui::Event& event) {
  using Kind = ui::Event::Kind;
  return event.kind == Kind::kPointerDown || event.kind == Kind::kPointerUp || event.kind == Kind::kWheel ||
         event.kind == Kind::kText || event.kind == Kind::kHeadset || (event.kind == Kind::kKeyDown && !event.repeat);
}

}  // namespace

bool Session::update(const ui::Event& event, std::int64_t clock_ms) {
  const std::int64_t now_ms = kiosk_time(clock_ms);
  if (event.kind == ui::Event::Kind::kResized) resize(event.size);
  Effects effects;
  ui::State next = app::update(state_, event, now_ms, world(&effects));
  if (is_action(event) && narrator_) narrator_->hush(now_ms);
  end_of_search(next, effects);
  carry_out(effects, next);
  // Only the minute of the clock is on the screen, and when the resident was last active is not.
  constexpr std::int64_t kMinute = 60'000;
  ui::State shown = next;
  shown.active_ms = state_.active_ms;
  shown.last_use = state_.last_use;
  if (shown.now_ms / kMinute == state_.now_ms / kMinute)
    shown.now_ms = state_.now_ms;
  else if (options_.services.updater)
    options_.services.updater->set_today(i18n::iso_date(now_ms));
  const bool changed = shown != state_;
  state_ = std::move(next);
  if (changed) composed_ = false;
  take_over();
  const bool stale = !composed_;  // the voice reads the new screen, which composes it
  if (changed || is_action(event) || effects.say_again) narrate(effects.say_again);
  if (tick_speech(state_.now_ms)) composed_ = false;
  return stale || !composed_ || event.kind == ui::Event::Kind::kExposed;
}

bool Session::collect() {
  Updater* updater = options_.services.updater;
  const bool own = background_.collect(), news = updater && updater->background().collect();
  const bool taken = take_over();
  if (own || news) {
    composed_ = false;
    narrate(false);
  }
  if (own || news || taken) composed_ = false;
  return own || news || taken;
}

void Session::settle() {
  Updater* updater = options_.services.updater;
  while (background_.busy() || (updater && updater->background().busy())) {
    background_.settle();
    if (updater) updater->background().settle();
    collect();
  }
  if (!options_.services.speaker) return;
  options_.services.speaker->settle();
  if (tick_speech(state_.now_ms)) composed_ = false;
}

void Session::resize(Size size) {
  if (size == options_.display.size_px || size.w <= 0 || size.h <= 0) return;
  options_.display.size_px = size;
  composed_ = false;
}

void Session::bring_into_view(const std::string& id) {
  const ui::Element* element = screen().find(id);
  if (!element) return;
  ui::State next = state_;
  scroll_of(next) = scroll_to(state_, *element, screen());
  set_state(std::move(next));
}

std::int64_t Session::until_next_change() {
  const std::int64_t next = app::until_next_change(state_, world());
  const std::int64_t speech = narrator_ ? options_.services.speaker->until_next_ms(state_.now_ms) : -1;
  return speech >= 0 ? std::min(next, speech) : next;
}

std::string Session::dump() {
  std::string spoken_now;
  if (is_speaking() && !state_.listening.paused && options_.services.speaker->current())
    spoken_now = options_.services.speaker->current()->text;
  if (state_.focused.starts_with("pin:")) spoken_now.clear();
  return ui::dump_screen(screen(), state_, options_.display, rtl(), spoken_now);
}

}  // namespace kiosk::app
