// Hashes by libsodium: as they are, and as lower-case hex.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace kiosk::bundle {

using Sha256 = std::array<char, 32>;
Sha256 sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);

// BLAKE2b of 256 bits (RFC 7693), several times faster: for files of our own that nothing else reads.
std::string blake2b_hex(std::string_view bytes);

}  // namespace kiosk::bundle
