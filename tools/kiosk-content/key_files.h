// Keys of bundles on disk, and the password that may protect one.
#pragma once

#include <string>
#include <vector>

#include "bundle/minisign.h"

namespace kiosk::tool {

// Asks for the password only where the key has one.
[[nodiscard]] Result<bundle::SecretKey> load_secret_key(const std::string& path);
[[nodiscard]] Result<std::vector<bundle::PublicKey>> load_public_keys(const std::vector<std::string>& paths);

}  // namespace kiosk::tool
