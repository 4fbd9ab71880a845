// The staff's PIN as it is kept: Argon2id of libsodium with its INTERACTIVE limits (64 MiB, about 0.1 s). Slow on
// purpose: never on the drawing thread. Knows nothing of tries and waiting times.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk::bundle {

inline constexpr std::size_t kPinDigits = 6;

// Six digits that are not all the same and do not count up or down. The error says what is wrong, never the PIN.
[[nodiscard]] Result<void> check_pin(std::string_view pin);

// "$argon2id$…", with a salt of its own each time.
[[nodiscard]] Result<std::string> hash_pin(std::string_view pin);
bool pin_matches(std::string_view pin, const std::string& hash);
// Made by hash_pin, and with its limits: no other one may ask for more memory.
bool is_pin_hash(std::string_view text);

// Eight letters and digits that are not taken for each other (40 random bits): names one kiosk until its next new PIN.
std::string make_pin_code();
bool is_pin_code(std::string_view text);
// "K7MX-3QPD", as people read and write it; what they write comes back without blanks and hyphens, in capitals.
std::string pin_code_words(const std::string& code);
std::string pin_code_of_words(std::string_view words);

}  // namespace kiosk::bundle
