// Any bytes as what a build remembers, with the hash that they need to be looked at: they are refused, or are what
// would be written.
#include "build_memory.h"

#include <cstdint>

#include "base/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kiosk::tool;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(read_memory(bytes));
  const std::string sealed = sealed_memory(std::string(bytes));
  if (const auto memory = read_memory(sealed)) KIOSK_CHECK(write_memory(*memory) == sealed);
  return 0;
}
