// libcurl, loaded when the first transfer begins. It brings some thirty libraries (TLS, Kerberos, LDAP); linked in,
// they would lengthen every start by a sixth, and a kiosk without a network never needs them.
#pragma once

#include <curl/curl.h>

#include "base/result.h"

namespace kiosk::bundle {

struct Curl {
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_perform) easy_perform;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
};

// Stays loaded. Error: it is not installed. Thread-safe.
[[nodiscard]] Result<const Curl*> load_curl();

}  // namespace kiosk::bundle
