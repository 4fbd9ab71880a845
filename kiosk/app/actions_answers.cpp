// What residents answer. An answer is only counted when it is sent, and sent once in a session.
#include <array>

#include "app/actions.h"
#include "app/navigate.h"
#include "ui/feedback.h"

namespace kiosk::app {

using stats::Count;
using stats::CountKind;

namespace {

void count(ui::State& state, const World& world, Count what) {
  if (!world.effects || state.answers.sent.contains(answer_key(what))) return;
  state.answers.failed = false;
  world.effects->counts.push_back(std::move(what));
}

bool act_on_face(ui::State& state, const std::string& face, const World& world) {
  constexpr std::array<std::pair<const char*, CountKind>, 3> kFaces{
      {{"good", CountKind::kGood}, {"middle", CountKind::kMiddle}, {"bad", CountKind::kBad}}};
  for (const auto& [name, kind] : kFaces)
    if (face == name) count(state, world, {kind, ui::feedback_subject(state.place), state.language, {}});
  return true;
}

// "ID" opens, "ID:CHOICE" marks, "ID:send" sends what is marked.
bool act_on_poll(ui::State& state, const std::string& poll_and_choice, const World& world) {
  const std::size_t colon = poll_and_choice.rfind(':');
  if (colon == std::string::npos) {
    ui::Place place{ui::ScreenKind::kPoll};
    place.item = poll_and_choice;
    go(state, std::move(place));
    return true;
  }
  const std::string poll = poll_and_choice.substr(0, colon), choice = poll_and_choice.substr(colon + 1);
  const std::string key = "poll:" + poll;
  if (choice != "send") {
    if (!state.answers.sent.contains(key)) state.answers.chosen[key] = choice;
    return true;
  }
  if (const auto chosen = state.answers.chosen.find(key); chosen != state.answers.chosen.end())
    count(state, world, {CountKind::kPollAnswer, poll, state.language, chosen->second});
  return true;
}

}  // namespace

std::string answer_key(const Count& what) {
  switch (what.kind) {
    case CountKind::kGood:
    case CountKind::kMiddle:
    case CountKind::kBad:
      return "feedback:" + what.page;
    case CountKind::kPollAnswer:
      return "poll:" + what.page;
    case CountKind::kLanguageMissing:
      return "language-missing";
    default:
      return {};
  }
}

bool act_on_answers(ui::State& state, const std::string& id, const World& world) {
  if (const std::string face = argument_of(id, "feedback:"); !face.empty()) return act_on_face(state, face, world);
  if (const std::string poll = argument_of(id, "poll:"); !poll.empty()) return act_on_poll(state, poll, world);
  return false;
}

}  // namespace kiosk::app
