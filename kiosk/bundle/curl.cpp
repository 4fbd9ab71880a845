#include "bundle/curl.h"

#include <dlfcn.h>

#include <string>

namespace kiosk::bundle {
namespace {

Result<Curl> load() {
  void* const library = ::dlopen(KIOSK_CURL_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return fail(std::string("cannot load libcurl: ") + ::dlerror());
  Curl curl{};
  const char* missing = nullptr;
  const auto find = [&](const char* name, auto& function) {
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, name));
    if (function == nullptr) missing = name;
  };
  find("curl_easy_init", curl.easy_init);
  find("curl_easy_cleanup", curl.easy_cleanup);
  find("curl_easy_setopt", curl.easy_setopt);
  find("curl_easy_perform", curl.easy_perform);
  find("curl_easy_getinfo", curl.easy_getinfo);
  find("curl_easy_strerror", curl.easy_strerror);
  find("curl_slist_append", curl.slist_append);
  find("curl_slist_free_all", curl.slist_free_all);
  if (missing != nullptr) return fail(std::string(KIOSK_CURL_LIBRARY " has no ") + missing);
  return curl;
}

}  // namespace

Result<const Curl*> load_curl() {
  static const Result<Curl> loaded = load();
  if (!loaded) return tl::unexpected(loaded.error());
  return &*loaded;
}

}  // namespace kiosk::bundle
