#include "base/log.h"

#include <atomic>
#include <cstdio>
#include <mutex>
#include <set>
#include <string>

namespace kiosk {

static void line(const char* severity, std::string_view message) {
  std::fprintf(stderr, "kiosk: %s: %.*s\n", severity, static_cast<int>(message.size()), message.data());
}

static std::atomic<std::int64_t> errors = 0;

void log_error(std::string_view message) {
  ++errors;
  line("error", message);
}

std::int64_t errors_logged() { return errors; }

void log_warning(std::string_view message) { line("warning", message); }

void log_once(std::string_view message) {
  static std::mutex mutex;
  static std::set<std::string, std::less<>> said;
  const std::lock_guard lock(mutex);
  constexpr std::size_t kMostRemembered = 1000;
  if (said.size() < kMostRemembered && said.emplace(message).second) line("warning", message);
}

}  // namespace kiosk
