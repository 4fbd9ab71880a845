#include "app/narrator.h"

#include <algorithm>

#include "app/listening.h"

namespace kiosk::app {

using speech::Utterance;
using ui::Element;
using ui::State;

void Narrator::hush(std::int64_t now_ms) {
  const Utterance* current = speaker_.current();
  if (reads_ && current && !current->recording.empty())
    rest_ = {current->recording, current->element, current->from_ms + speaker_.heard_ms(now_ms)};
  speaker_.stop();
  reads_ = false;
}

std::string Narrator::voice_of(const std::string& language) const {
  const auto it = std::find_if(manifest_.languages.begin(), manifest_.languages.end(),
                               [&](const content::Language& l) { return l.tag == language; });
  return it == manifest_.languages.end() ? std::string() : speech::usable_voice(it->voice);
}

void Narrator::add(std::vector<Utterance>& out, const std::vector<ui::SpokenPart>& parts, const std::string& element,
                   const State& state) const {
  for (const ui::SpokenPart& part : parts) {
    const std::string voice = voice_of(part.language);
    if (voice.empty() && part.recording.empty()) continue;
    Utterance& utterance = out.emplace_back(Utterance{part.text, part.language, voice, state.listening.rate, element});
    if (!part.recording.empty()) utterance.recording = media_ + "/" + part.recording;
  }
}

void Narrator::add_element(std::vector<Utterance>& out, const ui::Screen& screen, const Element& element,
                           const State& state, const ui::Messages& messages) const {
  auto parts = ui::spoken_of(screen, element, state.language, messages);
  if (!has_voice(element.language) && element.recording.empty())
    parts.push_back({messages("speech.no-voice", {}), state.language});
  add(out, parts, element.id, state);
}

// What changes by itself and must be told: messages, and what is typed.
std::vector<std::string> Narrator::status_of(const ui::Screen& screen) {
  std::vector<std::string> found;
  for (const Element& e : screen.elements)
    if ((e.role == ui::Role::kStatus || e.role == ui::Role::kField) && e.id != "clock")
      found.push_back(e.id + "\n" + ui::spoken_name(e) + "\n" + e.text);
  return found;
}

bool Narrator::mark(State& state) {
  const Utterance* current = speaker_.current();
  if (!state.listening.reading || !current || current->element == state.listening.element) return false;
  state.listening.element = current->element;
  state.listening.whole_block = !current->recording.empty();
  if (state.listening.by_ear) state.focused = scene_.focused = current->element;
  return true;
}

// From a little before where it was broken off.
void Narrator::go_on(Utterance& first) const {
  constexpr std::int64_t kAgainMs = 1500;
  if (first.recording == rest_.recording && first.element == rest_.element)
    first.from_ms = std::max<std::int64_t>(0, rest_.from_ms - kAgainMs);
}

bool Narrator::read(State& state, const ui::Screen& screen) {
  if (state.listening.paused || state.touch.down) return false;
  if (reads_) return mark(state);
  const std::vector<std::string> order = ui::reading_order(screen, state.place.screen == ui::ScreenKind::kPage);
  const auto find = [&](const std::string& id) { return std::find(order.begin(), order.end(), id); };
  auto from = find(state.listening.element);
  if (from == order.end()) from = find(state.focused);
  if (from == order.end()) from = order.begin();
  std::vector<Utterance> sentences;
  for (; from != order.end(); ++from)
    if (const Element* element = screen.find(*from))
      add(sentences, {ui::read_aloud_part(screen, *element)}, element->id, state);
  reads_ = !sentences.empty();
  if (!reads_) {
    stop_reading(state);
    return true;
  }
  go_on(sentences.front());
  speaker_.say(std::move(sentences));
  return mark(state);
}

bool Narrator::listen(State& state, const ui::Screen& screen, const ui::Messages& messages, bool say_again) {
  const bool begins = !scene_.by_ear;
  const bool enters = begins || state.place.screen != scene_.place.screen || state.place.page != scene_.place.page ||
                      state.place.topic != scene_.place.topic || state.place.item != scene_.place.item ||
                      state.language != scene_.language || state.idle_warning != scene_.warning ||
                      state.explanation.kind + state.explanation.id != scene_.explanation;
  bool changed = false;
  const bool has_focus = !state.focused.empty() && screen.find(state.focused);
  if (!has_focus) {
    const Element* entry = ui::entry_of(screen);
    const std::string id = entry ? entry->id : std::string();
    changed = state.focused != id;
    state.focused = id;
  }
  const Element* focused = state.focused.empty() ? nullptr : screen.find(state.focused);
  std::vector<Utterance> out;
  std::vector<ui::SpokenPart> parts;
  if (focused) parts = ui::spoken_of(screen, *focused, state.language, messages);
  std::string text;
  for (const ui::SpokenPart& part : parts) text += part.text + "\n";
  const std::vector<std::string> status = status_of(screen);

  if (enters) {
    if (begins && !state.idle_warning) add(out, {{messages("speech.welcome", {}), state.language}}, "", state);
    if (focused) add_element(out, screen, *focused, state, messages);
    if (state.idle_warning)  // the question is heard whole
      for (const Element& e : screen.elements)
        if (&e != focused) add_element(out, screen, e, state, messages);
  } else {
    for (const std::string& line : status)
      if (std::find(scene_.status.begin(), scene_.status.end(), line) == scene_.status.end())
        if (const Element* e = screen.find(line.substr(0, line.find('\n'))); e && e != focused)
          add_element(out, screen, *e, state, messages);
    const bool tells = state.focused != scene_.focused || (text != scene_.text && !scene_.reading);
    if (focused && tells) add_element(out, screen, *focused, state, messages);
  }
  const bool tuned = !enters && (state.listening.rate != scene_.rate || state.listening.volume != scene_.volume);
  if ((say_again || tuned) && !last_.empty()) {
    out = last_;
    for (Utterance& u : out) u.rate = state.listening.rate;
  }
  scene_ = {state.place,
            state.language,
            state.explanation.kind + state.explanation.id,
            state.focused,
            text,
            status,
            state.listening.rate,
            state.listening.volume,
            true,
            state.idle_warning,
            false};
  if (out.empty()) return changed;
  if (!state.focused.starts_with("speech:")) last_ = out;
  speaker_.say(std::move(out));
  return changed;
}

void Narrator::forget_scene() {
  scene_ = {};
  rest_ = {};
  last_.clear();
  reads_ = false;
}

bool Narrator::follow(State& state, const ui::Screen& screen, const ui::Messages& messages, bool say_again) {
  const ui::Listening& l = state.listening;
  speaker_.set_volume(l.volume);
  if (l.headset_out && state.idle_warning && !scene_.warning) {
    std::vector<Utterance> out;
    add(out, {{messages("speech.headset-out", {}), state.language}}, "", state);
    forget_scene();  // who listened is gone; nothing that follows from that may end the warning
    scene_.warning = true;
    speaker_.say(std::move(out));
    return false;
  }
  if (!l.by_ear && !l.reading) {
    if (scene_.by_ear || scene_.reading) {
      speaker_.stop();
      forget_scene();
    }
    if (!state.idle_warning) scene_.warning = false;
    return false;
  }
  // Moving the focus, or a question, ends reading.
  const bool moved = l.by_ear && scene_.by_ear && scene_.reading && state.focused != scene_.focused &&
                     state.focused != "read-aloud" && !state.focused.starts_with("speech:");
  if (l.reading && !moved && !state.idle_warning) {
    scene_.reading = true;
    scene_.by_ear = l.by_ear;
    scene_.place = state.place;
    scene_.language = state.language;
    scene_.focused = state.focused;
    scene_.status = status_of(screen);
    if (say_again) rest_ = {};
    return read(state, screen);
  }
  bool changed = false;
  if (l.reading && moved) {
    stop_reading(state);
    rest_ = {};
    reads_ = false;
    changed = true;
  }
  return (l.by_ear && !state.touch.down && listen(state, screen, messages, say_again)) || changed;
}

bool Narrator::tick(State& state) {
  if (!state.listening.reading || !reads_) return false;
  if (speaker_.speaking()) return mark(state);
  reads_ = false;
  stop_reading(state);
  return true;
}

}  // namespace kiosk::app
