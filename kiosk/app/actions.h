// What activating a control does, by the control's id (AUTOMATION.md, "Ids"). One file for each kind of control:
// actions_<kind>.cpp. A new kind is one function and one row in actions.cpp.
#pragma once

#include <string>
#include <string_view>

#include "app/update.h"

namespace kiosk::app {

// True when the id is this kind's own; then the state is as the control leaves it.
using Action = bool (*)(ui::State& state, const std::string& id, const World& world);

bool act_on_bar(ui::State& state, const std::string& id, const World& world);       // home back language done …
bool act_on_reading(ui::State& state, const std::string& id, const World& world);   // topic: page: beside lang: scroll
bool act_on_picker(ui::State& state, const std::string& id, const World& world);    // language-missing initial: key:
bool act_on_settings(ui::State& state, const std::string& id, const World& world);  // scale: spacing: theme: low-reach
bool act_on_search(ui::State& state, const std::string& id, const World& world);    // search key: result: letter:

bool act_on_answers(ui::State& state, const std::string& id, const World& world);       // feedback: poll:
bool act_on_explanations(ui::State& state, const std::string& id, const World& world);  // trust close

bool act_on_phrases(ui::State& state, const std::string& id, const World& world);  // phrases phrase:
bool act_on_events(ui::State& state, const std::string& id, const World& world);   // events events:

bool act_on_speech(ui::State& state, const std::string& id, const World& world);  // read-aloud speech:

bool act_on_staff(ui::State& state, const std::string& id, const World& world);           // staff pin: staff:ROW
bool act_on_staff_notices(ui::State& state, const std::string& id, const World& world);   // staff:notice…
bool act_on_staff_settings(ui::State& state, const std::string& id, const World& world);  // staff:ROW:WHAT

// The key in ui::Answers of an answer that was counted; empty for a count that nobody is told of.
std::string answer_key(const stats::Count& count);

// "page:health/care" with "page:" -> "health/care"; empty when the id has another prefix.
std::string argument_of(const std::string& id, std::string_view prefix);

}  // namespace kiosk::app
