#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/check.h"
#include "speech/voice_source.h"

namespace kiosk::speech {

Cancel::Cancel() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { KIOSK_CHECK(descriptor_ >= 0); }
Cancel::~Cancel() { close(descriptor_); }

void Cancel::raise() { eventfd_write(descriptor_, 1); }

void Cancel::lower() {
  eventfd_t value = 0;
  eventfd_read(descriptor_, &value);
}

bool Cancel::raised() const {
  pollfd watched{descriptor_, POLLIN, 0};
  return poll(&watched, 1, 0) > 0;
}

}  // namespace kiosk::speech
