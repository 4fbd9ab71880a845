#include "app/supervisor.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include "base/log.h"

namespace kiosk::app {

namespace {

std::int64_t monotonic_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// How often to give a sign of life: twice in the time that the watchdog waits.
std::int64_t interval_ms(const char* watchdog_usec) {
  if (watchdog_usec == nullptr) return 0;
  std::int64_t usec = 0;
  const char* const end = watchdog_usec + std::strlen(watchdog_usec);
  const auto [stop, fault] = std::from_chars(watchdog_usec, end, usec);
  if (fault != std::errc() || stop != end || usec <= 0) return 0;
  return std::max<std::int64_t>(1, usec / 2000);
}

}  // namespace

Supervisor::Supervisor() {
  const char* const path = std::getenv("NOTIFY_SOCKET");
  if (path == nullptr || (path[0] != '/' && path[0] != '@')) return;
  const bool fits = std::strlen(path) < sizeof(sockaddr_un::sun_path);
  if (fits) socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (socket_ < 0) {
    log_error("no socket to tell systemd by");
    return;
  }
  address_ = path;
  if (address_[0] == '@') address_[0] = '\0';
  every_ms_ = interval_ms(std::getenv("WATCHDOG_USEC"));
}

Supervisor::~Supervisor() {
  if (socket_ >= 0) ::close(socket_);
}

void Supervisor::tell(const std::string& message) {
  if (socket_ < 0) return;
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  std::memcpy(to.sun_path, address_.data(), address_.size());
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + address_.size());
  // Never waits: the screen goes on whatever becomes of systemd.
  const ssize_t sent = ::sendto(socket_, message.data(), message.size(), MSG_DONTWAIT | MSG_NOSIGNAL,
                                reinterpret_cast<const sockaddr*>(&to), length);
  if (sent < 0) log_once("systemd does not hear the kiosk");
}

void Supervisor::ready() {
  if (is_ready_) return;
  is_ready_ = true;
  tell("READY=1");
}

void Supervisor::set_status(const std::string& one_line) {
  if (one_line == status_) return;
  status_ = one_line;
  tell("STATUS=" + status_);
}

void Supervisor::stopping() { tell("STOPPING=1"); }

void Supervisor::turn() {
  if (every_ms_ == 0) return;
  const std::int64_t now = monotonic_ms();
  // A little early rather than late: the loop comes round for other reasons too.
  if (last_ms_ != 0 && now - last_ms_ < every_ms_ / 2) return;
  last_ms_ = now;
  tell("WATCHDOG=1");
}

int Supervisor::longest_wait_ms(int otherwise_ms) const {
  return every_ms_ == 0 ? otherwise_ms : static_cast<int>(std::min<std::int64_t>(otherwise_ms, every_ms_));
}

}  // namespace kiosk::app
