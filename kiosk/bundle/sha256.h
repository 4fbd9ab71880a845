// SHA-256 by libsodium, as lower-case hex.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::bundle {

std::string sha256_hex(std::string_view bytes);

}  // namespace kiosk::bundle
