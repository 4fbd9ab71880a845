#include "progress.h"

#include <unistd.h>

#include <iostream>

namespace kiosk::tool {
namespace {

constexpr const char* kClearLine = "\r\033[K";

}  // namespace

Progress::Progress(const Words& words) : words_(words), terminal_(isatty(STDERR_FILENO) == 1) {}

void Progress::show(const char* work, std::size_t done, std::size_t all, const std::string& what) {
  if (!terminal_) return;
  std::cerr << kClearLine << words_.of(work) << ": " << done << "/" << all << " " << what << std::flush;
  shown_ = true;
}

void Progress::end() {
  if (shown_) std::cerr << kClearLine << std::flush;
  shown_ = false;
}

}  // namespace kiosk::tool
