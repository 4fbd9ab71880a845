#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace kiosk {

void check_failed(const char* file, int line, const char* condition) {
  std::fprintf(stderr, "%s:%d: bug: check failed: %s\n", file, line, condition);
  std::abort();
}

}  // namespace kiosk
