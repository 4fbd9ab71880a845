// New content from any static web server: the same files as on a stick, below one address. Only what the store lacks is
// downloaded, and a download that broke off goes on where it stopped. libcurl does the transport; what comes is as
// hostile as a stick.
#pragma once

#include <cstdint>
#include <string>

#include "bundle/install.h"

namespace kiosk::bundle {

struct Pulled {
  bool unchanged = false;        // the server has what it had the last time (ETag)
  Staged staged;                 // otherwise
  std::uint64_t bytes = 0;       // downloaded now
  std::uint64_t resumed_at = 0;  // bytes of packs that earlier tries had brought
};

// `address`: http or https. `incoming`: a folder that stays between tries. The staged tree is not live yet.
[[nodiscard]] tl::expected<Pulled, Refused> pull(Store& store, const std::string& address, const std::string& incoming,
                                                 const InstallRules& rules);

// When to ask next: the interval, shortened or lengthened by up to a half, so that a thousand kiosks that were switched
// on together do not come together. `random` is any number.
std::int64_t with_jitter(std::int64_t interval_ms, std::uint64_t random);

}  // namespace kiosk::bundle
