// Stands in for libFuzzer where it is not built in: gives each seed to the target once. Options (-runs=0) are for
// libFuzzer.
#include <cstdint>
#include <cstdio>

#include "base/file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  int replayed = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string folder = argv[i];
    for (const std::string& name : kiosk::list_files(folder, "")) {
      const auto bytes = kiosk::read_file(folder + "/" + name);
      if (!bytes) continue;
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
      ++replayed;
    }
  }
  std::printf("%d seeds replayed\n", replayed);
  return replayed > 0 ? 0 : 1;
}
