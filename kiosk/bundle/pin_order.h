// A new PIN on a stick: a small signed file that names one kiosk by its code. The kiosk takes a new code with every new
// PIN, so an order works once and nowhere else. Format of pin-reset.yaml, with pin-reset.yaml.minisig beside it:
//
//   code: "K7MX3QPD"
//   hash: "$argon2id$…"      of the new PIN, which itself is written nowhere
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bundle/install.h"

namespace kiosk::bundle {

inline constexpr const char* kPinOrderFile = "pin-reset.yaml";

struct PinOrder {
  std::string code, hash;
};

std::string write_pin_order(const PinOrder& order);
bool has_pin_order(const std::string& stick);
// Verified and for the kiosk of this code. kOtherKiosk: for another one, or used before.
[[nodiscard]] tl::expected<PinOrder, Refused> read_pin_order(const std::string& stick,
                                                             const std::vector<PublicKey>& trusted,
                                                             std::string_view code);

}  // namespace kiosk::bundle
