// KIOSK_CHECK: a bug in this program, always on. Logs file, line and the condition, then aborts; the supervisor
// restarts.
#pragma once

namespace kiosk {

[[noreturn]] void check_failed(const char* file, int line, const char* condition);

}  // namespace kiosk

#define KIOSK_CHECK(condition)                                               \
  do {                                                                       \
    if (!(condition)) ::kiosk::check_failed(__FILE__, __LINE__, #condition); \
  } while (false)
