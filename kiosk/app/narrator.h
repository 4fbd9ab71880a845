// Turns changes of the state into utterances: the screen's title on entry, what gets the focus, a page sentence by
// sentence, warnings and answers. Each by its recording or in the voice of its own language; what has neither is never
// read by another.
#pragma once

#include <string>
#include <vector>

#include "content/tree.h"
#include "speech/speaker.h"
#include "ui/event.h"
#include "ui/screen.h"
#include "ui/spoken.h"
#include "ui/state.h"

namespace kiosk::app {

class Narrator {
 public:
  // `media`: the folder of the recordings.
  Narrator(speech::Speaker& speaker, const content::Manifest& manifest, std::string media)
      : speaker_(speaker), manifest_(manifest), media_(std::move(media)) {}

  // A person has done something: silence at once. A recording goes on later from where it was.
  void hush(std::int64_t now_ms);
  // What the state asks for beyond what was said before. Sets the focus of who listens and the sentence that is read;
  // true when it changed the state, so that the screen must be composed again.
  bool follow(ui::State& state, const ui::Screen& screen, const ui::Messages& messages, bool say_again);
  // Time has passed: the next utterance begins. True when the state changed.
  bool tick(ui::State& state);
  bool has_voice(const std::string& language) const { return !voice_of(language).empty(); }

 private:
  // What was on the screen when it was last spoken of.
  struct Scene {
    ui::Place place;
    std::string language, explanation, focused, text;
    std::vector<std::string> status;
    int rate = 0, volume = 0;
    bool by_ear = false, warning = false, reading = false;
  };
  // A recording that was broken off while a page was read.
  struct Rest {
    std::string recording, element;
    std::int64_t from_ms = 0;
  };
  std::string voice_of(const std::string& language) const;
  void add(std::vector<speech::Utterance>& out, const std::vector<ui::SpokenPart>& parts, const std::string& element,
           const ui::State& state) const;
  void add_element(std::vector<speech::Utterance>& out, const ui::Screen& screen, const ui::Element& element,
                   const ui::State& state, const ui::Messages& messages) const;
  bool read(ui::State& state, const ui::Screen& screen);
  void go_on(speech::Utterance& first) const;
  bool listen(ui::State& state, const ui::Screen& screen, const ui::Messages& messages, bool say_again);
  bool mark(ui::State& state);
  void forget_scene();
  static std::vector<std::string> status_of(const ui::Screen& screen);

  speech::Speaker& speaker_;
  const content::Manifest& manifest_;
  std::string media_;
  Scene scene_;
  Rest rest_;
  std::vector<speech::Utterance> last_;
  bool reads_ = false;  // the speaker has been given the sentences
};

}  // namespace kiosk::app
