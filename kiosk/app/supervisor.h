// Tells systemd how the kiosk is (the sd_notify protocol: datagrams to NOTIFY_SOCKET): that it shows something, what it
// does, and that its main loop still goes round. No thread of its own: a loop that hangs tells nothing, and systemd
// starts the kiosk again.
#pragma once

#include <cstdint>
#include <string>

namespace kiosk::app {

class Supervisor {
 public:
  // From the environment: NOTIFY_SOCKET and WATCHDOG_USEC. Without them it says nothing. WATCHDOG_PID is not asked: it
  // names the compositor that started us (NotifyAccess=all).
  Supervisor();
  ~Supervisor();
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  void ready();  // the first frame is on the screen; said once
  void set_status(const std::string& one_line);
  void stopping();
  // A turn of the main loop is complete.
  void turn();
  // The main loop must come round this often; at most `otherwise_ms`.
  int longest_wait_ms(int otherwise_ms) const;

 private:
  void tell(const std::string& message);

  int socket_ = -1;
  std::string address_, status_;
  bool is_ready_ = false;
  std::int64_t every_ms_ = 0;  // between two signs of life; 0 = nobody waits for them
  std::int64_t last_ms_ = 0;   // monotonic
};

}  // namespace kiosk::app
