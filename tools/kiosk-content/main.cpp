// kiosk-content: compiles, checks and carries the kiosk's content.
#include <cstdlib>

#include "base/heap.h"
#include "command.h"

int main(int argc, char** argv) {
  using namespace kiosk::tool;
  kiosk::keep_heap_whole();
  return run_command({argv + 1, argv + argc},
                     message_language(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG")));
}
