// What a host must know of the kiosk itself: which content it has and what became of the last stick. Not part of a
// resident's session; app/ keeps it.
#pragma once

#include <string>

namespace kiosk::ui {

// State::place.item on the staff screen while it shows this.
inline constexpr const char* kUpdateStatus = "update";

enum class StickState {
  kNone,
  kWorking,   // copying and checking: leave it in
  kDone,      // new content is on the screen
  kSame,      // the kiosk has this content already
  kWaiting,   // ready, and comes when the resident has finished
  kReverted,  // did not work here; the old content is back
  kRefused
};

const char* to_string(StickState state);  // none | working | done | same | waiting | reverted | refused

struct DeviceStatus {
  StickState stick = StickState::kNone;
  std::string refusal;    // bundle::to_string(Refusal), when kRefused
  int done = 0, all = 0;  // packs, while kWorking
  // Of the content on the screen; empty where it came without a bundle.
  std::string version, built, valid_until;  // ISO dates
  bool expired = false;
  std::string last_try;      // ISO time of the last stick or download
  std::string last_outcome;  // to_string(StickState) of what became of it
  bool operator==(const DeviceStatus&) const = default;
};

}  // namespace kiosk::ui
