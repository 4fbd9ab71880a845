#include <algorithm>

#include "app/actions.h"
#include "app/listening.h"

namespace kiosk::app {

using ui::Listening;

void start_by_ear(ui::State& state) {
  state.listening.by_ear = true;
  state.listening.headset_out = false;
  state.focused.clear();
}

void stop_reading(ui::State& state) {
  state.listening.reading = state.listening.paused = false;
  state.listening.element.clear();
  state.listening.whole_block = false;
}

bool listening_command(ui::State& state, Command command, const World& world) {
  Listening& l = state.listening;
  const bool listens = l.by_ear || l.reading;
  const auto step = [&](int& value, int by, int least, int most) {
    if (listens) value = std::clamp(value + by, least, most);
  };
  switch (command) {
    case Command::kLouder:
      return step(l.volume, 1, Listening::kQuietest, l.loudest), true;
    case Command::kQuieter:
      return step(l.volume, -1, Listening::kQuietest, l.loudest), true;
    case Command::kSlower:
      return step(l.rate, -1, Listening::kSlowest, Listening::kFastest), true;
    case Command::kFaster:
      return step(l.rate, 1, Listening::kSlowest, Listening::kFastest), true;
    case Command::kMute:  // what is being said ends with any key
      l.paused = l.reading;
      return true;
    case Command::kPause:
      l.paused = l.reading && !l.paused;
      return true;
    case Command::kRepeat:
      l.paused = false;
      if (world.effects && listens) world.effects->say_again = true;
      return true;
    default:
      return false;
  }
}

bool act_on_speech(ui::State& state, const std::string& id, const World& world) {
  if (id == "read-aloud") {
    const bool by_key = state.focused == id;
    if (state.listening.reading) {
      stop_reading(state);
    } else if (world.can_speak) {
      state.listening.reading = true;
      state.listening.by_ear |= by_key;
    }
    return true;
  }
  const std::string what = argument_of(id, "speech:");
  if (what == "stop")
    stop_reading(state);
  else if (what == "pause" || what == "resume")
    listening_command(state, Command::kPause, world);
  else if (what == "repeat")
    listening_command(state, Command::kRepeat, world);
  else if (what == "slower")
    listening_command(state, Command::kSlower, world);
  else if (what == "faster")
    listening_command(state, Command::kFaster, world);
  else if (what == "quieter")
    listening_command(state, Command::kQuieter, world);
  else if (what == "louder")
    listening_command(state, Command::kLouder, world);
  else
    return false;
  return true;
}

}  // namespace kiosk::app
