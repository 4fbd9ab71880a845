// A running kiosk without a window: content, fonts, state, and the screen composed from them. Windows, scripts, tours
// and checks all drive this one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/background.h"
#include "app/content_cache.h"
#include "app/finder.h"
#include "app/narrator.h"
#include "app/services.h"
#include "app/staff_desk.h"
#include "app/update.h"
#include "base/result.h"
#include "text/font_library.h"
#include "ui/compose.h"

namespace kiosk::app {

struct SessionOptions {
  std::string bundle;  // folder of the compiled tree
  ui::Display display;
  int text_scale = 100;
  ui::ThemeName theme = ui::ThemeName::kLight;
  std::string language, page;  // open there; empty = the picker
  std::int64_t now_ms = 0;
  IdleTimes idle;
  LanguageOrder languages;
  ui::ConfiguredLanguages offered;
  int volume_limit = ui::Listening::kLoudest;
  Services services;
  std::vector<std::string> sticks;  // folders below which a stick for an export may be mounted
};

// What a session begins with: content, fonts, and in memory what its first screen needs of them.
struct Opening {
  std::unique_ptr<ContentCache> content;
  std::unique_ptr<text::FontLibrary> fonts;
  std::unique_ptr<ui::Typesetter> typesetter;
};

class Session {
 public:
  // Needs no window: another thread can do it while that opens, with the display that is expected. Error when the
  // manifest cannot be read, no font can be opened, or the options name a language or a page that the tree does not
  // have.
  [[nodiscard]] static Result<Opening> prepare(const SessionOptions& options);
  // With what was prepared for the same options, or why it could not be.
  [[nodiscard]] static Result<std::unique_ptr<Session>> open(const SessionOptions& options, Result<Opening> opening);
  [[nodiscard]] static Result<std::unique_ptr<Session>> open(const SessionOptions& options);

  const ui::State& state() const { return state_; }
  const ui::State& fresh() const { return fresh_; }
  const ui::Display& display() const { return options_.display; }
  ContentCache& content() { return *content_; }
  Background& background() { return background_; }
  ui::Typesetter& typesetter() { return *typesetter_; }
  bool rtl() { return typesetter_->is_rtl(state_.language); }

  // The screen of the state; composed when first asked for after a change. Its list may have been let go: see
  // drawing().
  const ui::Screen& screen();
  // What is to be drawn of it.
  const ui::DisplayList& drawing();
  // True when the screen must be drawn again. Times that come from outside are the computer's; the kiosk's own clock
  // may differ from it.
  bool update(const ui::Event& event, std::int64_t clock_ms);
  // Takes in what background work has finished; true when the screen must be drawn again.
  bool collect();
  // Waits until no work is pending (AUTOMATION.md: a step ends when it is settled).
  void settle();
  // The states one touch away: where the controls in view lead, nearest first in focus order. At most 12.
  std::vector<ui::State> neighbours();
  // What a state would show, without going there; its layout stays in the caches.
  ui::DisplayList look_at(const ui::State& state);
  // A stick with content has come in, or has gone. Without a resident the screen tells the host what happens; new
  // content comes when no resident is there.
  void insert_stick(const std::string& folder, std::int64_t clock_ms);
  void remove_stick();
  // Called on the speaker's thread when there is something to say.
  void on_speech_ready(std::function<void()> wake);
  bool has_staff() const { return options_.services.staff != nullptr; }
  bool can_listen() const { return narrator_ != nullptr; }
  // For scripts, tours and checks: go to a state without events.
  void set_state(ui::State state);
  void resize(Size size);
  // Scrolls so that the element of this id is in view.
  void bring_into_view(const std::string& id);

  // For a fleet's monitoring: writes the metrics when it is time.
  void report_metrics(std::int64_t clock_ms);

  // Has what every language needs read in the background. Before anybody has come it lies close together in the heap;
  // amid the texts of residents each block would hold a page when those are let go.
  void load_languages();
  // Nobody is there and nothing moves: the greetings have come to rest, or the screen is dark.
  bool is_still() const;
  // Pages, indices, fonts and laid out texts are let go, but not where the screen's elements are. Lists that were drawn
  // before are not to be drawn again.
  void forget();

  // No resident, and nothing under way: what the kiosk runs with may be exchanged.
  bool is_at_rest() const;
  // What the kiosk is doing, for who looks after it: the content's number and state, nothing of a resident.
  std::string one_line() const;
  std::int64_t until_next_change();
  std::string dump();
  // The staff have asked for a restart: the process ends with kRestartStatus, and whoever supervises it starts it
  // again.
  static constexpr int kRestartStatus = 75;
  bool wants_restart() const { return restart_; }

 private:
  Session() = default;
  World world(Effects* effects = nullptr);
  // `next` learns what came of it.
  void carry_out(const Effects& effects, ui::State& next);
  ui::Model model_of(const ui::State& state);

  // What the change from `before` has to be said of; moves the focus of who listens.
  void narrate(bool say_again);
  bool tick_speech(std::int64_t now_ms);
  bool is_speaking() const;
  bool can_be_heard(const ui::State& state);
  void open_narrator();

  IdleTimes idle() const;
  // The kiosk's time when the computer's clock shows this.
  std::int64_t kiosk_time(std::int64_t clock_ms) const;
  void apply_settings();
  const ui::StaffView* staff_view();
  static void lay_keypad(ui::State& state);
  void carry_out_staff(const Effects& effects, ui::State& next);
  void take_answer(StaffDesk::Answer answer, int asked);
  void save_settings(const ui::StaffSettings& settings, ui::State& next);
  void survey();
  void test_sound(const ui::State& state);
  void carry_out_notices(const Effects& effects, ui::State& next);
  void export_counts(const ui::State& state);
  bool take_pin_order(const std::string& stick);

  bool has_resident() const;
  void show_update();
  bool take_over();
  [[nodiscard]] Result<void> reload();
  bool renders_home();
  void prove_content();
  // A search is over when its text is gone; one that found nothing is counted once, never what was searched for.
  void end_of_search(const ui::State& next, Effects& effects);

  SessionOptions options_;
  std::unique_ptr<ContentCache> content_;
  std::unique_ptr<text::FontLibrary> fonts_;
  std::unique_ptr<ui::Typesetter> typesetter_;
  std::unique_ptr<Finder> finder_;
  std::unique_ptr<Narrator> narrator_;  // null without a speaker
  content::Manifest offered_;           // the tree's, as the staff offer it
  ui::StaffView staff_;
  std::string surveyed_;  // the tree that the survey was asked for
  int pins_asked_ = 0;
  bool restart_ = false;
  ui::State state_, fresh_;
  std::string stick_;  // the folder of the one that is in; empty without
  ui::Screen screen_;
  bool composed_ = false, has_list_ = false;
  Background background_;  // the last member: its thread ends before what its jobs lead back to
};

}  // namespace kiosk::app
