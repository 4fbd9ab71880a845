#include "base/secret_line.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace kiosk {

namespace {

// The terminal shows nothing of what is typed while this lives.
class Silence {
 public:
  Silence() : active_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!active_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Silence() {
    if (active_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  termios before_{};
  bool active_;
};

}  // namespace

std::string ask_secret(const std::string& question) {
  std::cerr << question << " " << std::flush;
  std::string secret;
  {
    const Silence silence;
    std::getline(std::cin, secret);
  }
  std::cerr << "\n";
  return secret;
}

bool asks_a_person() { return ::isatty(STDIN_FILENO) == 1; }

}  // namespace kiosk
