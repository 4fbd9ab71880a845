#include "key_files.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "base/file.h"

namespace kiosk::tool {

namespace {

constexpr std::size_t kLargestKey = 4096;

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

std::string ask_password(const std::string& question) {
  std::cerr << question << " " << std::flush;
  std::string password;
  {
    const Silence silence;
    std::getline(std::cin, password);
  }
  std::cerr << "\n";
  return password;
}

Result<bundle::SecretKey> load_secret_key(const std::string& path) {
  const auto file = read_file(path, kLargestKey);
  if (!file) return tl::unexpected(file.error());
  auto key = bundle::read_secret_key(*file, {});
  // Without a password the reader can only say that it needs one, or what else is wrong.
  if (!key && key.error().message == "the key needs its password")
    key = bundle::read_secret_key(*file, ask_password("password of " + path + ":"));
  if (!key) return fail(path + ": " + key.error().message);
  return key;
}

Result<std::vector<bundle::PublicKey>> load_public_keys(const std::vector<std::string>& paths) {
  std::vector<bundle::PublicKey> keys;
  for (const std::string& path : paths) {
    const auto file = read_file(path, kLargestKey);
    if (!file) return tl::unexpected(file.error());
    const auto key = bundle::read_public_key(*file);
    if (!key) return fail(path + ": " + key.error().message);
    keys.push_back(*key);
  }
  return keys;
}

}  // namespace kiosk::tool
