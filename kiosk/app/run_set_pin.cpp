#include <cstdio>

#include "app/run.h"
#include "app/staff_desk.h"
#include "base/secret_line.h"
#include "bundle/pin_hash.h"

namespace kiosk::app {

namespace {

int complain(const std::string& message) {
  std::fprintf(stderr, "kiosk: error: %s\n", message.c_str());
  return 2;
}

}  // namespace

int run_set_pin(const std::string& folder) {
  const SystemBootClock clock;
  const auto desk = StaffDesk::open(folder, clock);
  if (!desk) return complain(desk.error().message);
  const std::string pin = ask_secret("new PIN, " + std::to_string(bundle::kPinDigits) + " digits:");
  if (const auto good = bundle::check_pin(pin); !good) return complain(good.error().message);
  if (asks_a_person() && ask_secret("the same again:") != pin) return complain("the two PINs differ");
  const auto hash = bundle::hash_pin(pin);
  if (!hash) return complain(hash.error().message);
  if (const auto kept = (*desk)->set_pin_hash(*hash); !kept) return complain(kept.error().message);
  std::printf("%s: the PIN is set\n", folder.c_str());
  return 0;
}

}  // namespace kiosk::app
